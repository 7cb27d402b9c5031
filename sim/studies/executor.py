"""How independent tasks are run: in this process, or by a crew of worker processes. What a task does is its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Final

from sim.errors import BadInput, complain
from sim.studies.crew import Crew
from sim.studies.task import Done, Task, attempt, orphan
from sim.studies.worker import listen

MOST_WORKERS: Final = 256
"""More processes than this only fill the memory (count; assumption: no machine of today serves more runs at once)."""


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def crew_size(asked: int | None) -> int:
    """Return how many workers to use: as many as asked for, by default as there are cores. Raises BadInput."""
    if asked is not None and not 1 <= asked <= MOST_WORKERS:
        rule = f"workers must be at least 1 and at most {MOST_WORKERS} (processes)"
        raise BadInput(complain("--workers", rule, asked, "Write e.g. --workers 2"))
    return asked or cores()


def _deaf(days: int) -> None:
    """Hear nothing."""


def run_tasks(
    tasks: Iterable[Task], *, workers: int, beat: Callable[[int], None] = _deaf
) -> Generator[Done, None, None]:
    """Yield every task as it is done, in order of completion; nothing that is yielded may depend on that order.

    `workers` <= 1 works in this process. `beat(days)` hears, several times a second, how many model days all tasks
    together have done. Close the generator (or leave it by an exception) and every worker is ended.
    """
    given = list(tasks)
    _check(given)
    if workers <= 1 or len(given) <= 1:
        yield from _here(given, beat)
    else:
        yield from Crew(given, workers=min(workers, len(given)), beat=beat).work()


def _check(tasks: list[Task]) -> None:
    known = {""}
    for task in tasks:
        if task.name in known or task.after not in known:
            raise ValueError(f"names of tasks must differ, and `after` must name an earlier one: {task.name!r}")
        known.add(task.name)


def _here(tasks: list[Task], beat: Callable[[int], None]) -> Iterator[Done]:
    total = 0

    def hear(days: int) -> None:
        nonlocal total
        total += days
        beat(total)

    stop = listen(hear)
    failed: set[str] = set()
    try:
        for task in tasks:
            done = attempt(task) if task.after not in failed else orphan(task)
            if done.error is not None:
                failed.add(task.name)
            yield done
    finally:
        stop()
