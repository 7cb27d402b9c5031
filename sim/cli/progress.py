"""How far a long command is: a bar with the time left, on stderr, on terminals only, once a second has passed."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from sim.cli.console import err, note
from sim.cli.language import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from sim.studies.watch import Watch

PATIENCE: Final = 1.0
"""Seconds before a bar appears: what is quicker needs none."""


class Meter:
    """A bar that belongs to one `with` block. Call :meth:`show` as often as you like.

    `patience` (seconds) is how long it waits to be needed; 0 where one step may take long and none is quick in all.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._begun = time.monotonic()
        self._patience = patience
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, what: str, done: float, total: float) -> None:
        """Say that `done` of `total` is done of `what`; 0 of 0 where nobody can tell."""
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            if time.monotonic() - self._begun < self._patience:
                return
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task(what, total=total or None)
        if self._task is not None:
            self._bar.update(self._task, description=what, completed=min(done, total), total=total or None)


def _bar() -> Progress:
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn(say("progress.left")),
        TimeRemainingColumn(),
        console=err(),
        transient=True,
        refresh_per_second=4,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def watch(meter: Meter) -> Watch:
    """Return a watch that shows a study on `meter`, and says on stderr what is done only once."""
    from sim.studies.watch import Watch

    def longer(days: int, more: int, series: tuple[str, ...]) -> None:
        note(say("progress.longer", days=days, more=more, series=", ".join(series)))

    return Watch(
        progress=lambda stage, done, total: meter.show(say(f"progress.{stage}"), done, total),
        compiling=lambda: note(say("progress.compiling")),
        building=lambda: meter.show(say("progress.world"), 0, 0),
        longer=longer,
    )
