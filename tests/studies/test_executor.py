"""Claims about worker processes: every task is answered once, whoever dies, and nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from sim.errors import RunFailed
from sim.studies.crew import TRIES
from sim.studies.executor import cores, run_tasks
from sim.studies.task import Task
from tests.studies import chores

WORKERS = pytest.mark.parametrize("workers", [1, 2])


def doubles(numbers: range) -> list[Task]:
    return [Task(name=f"double {n}", work=chores.double, given=(n,)) for n in numbers]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not Path(f"/proc/{pid}/stat").exists() or Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"


@WORKERS
def test_every_task_is_answered_once(workers: int) -> None:
    """A lost or doubled task would silently change every mean over seeds."""
    done = list(run_tasks(doubles(range(20)), workers=workers))
    assert sorted(one.value for one in done) == [2 * n for n in range(20)]
    assert {one.task.name for one in done} == {f"double {n}" for n in range(20)}
    assert all(one.error is None for one in done)


@WORKERS
def test_an_error_is_the_result_of_its_own_task_only(workers: int) -> None:
    """One bad run must not lose the others."""
    tasks = [*doubles(range(3)), Task(name="bad", work=chores.complain_of, given=("no",)), *doubles(range(3, 6))]
    done = {one.task.name: one for one in run_tasks(tasks, workers=workers)}
    assert isinstance(done["bad"].error, ValueError)
    assert sum(one.error is None for one in done.values()) == 6


@WORKERS
def test_days_done_are_heard(workers: int) -> None:
    """The time left is told from them."""
    heard: list[int] = []
    list(run_tasks(doubles(range(1, 9)), workers=workers, beat=heard.append))
    assert heard == sorted(heard)
    assert 0 < heard[-1] <= 36


def test_a_killed_worker_costs_nothing_but_time(tmp_path: Path) -> None:
    """The system kills processes that use much memory; the runs in flight must be done again, not lost."""
    tasks = [*doubles(range(8)), Task(name="frail", work=chores.die_until, given=(str(tmp_path), 2))]
    done = {one.task.name: one for one in run_tasks(tasks, workers=2)}
    assert done["frail"].value == "alive after 2"
    assert [done[f"double {n}"].value for n in range(8)] == [2 * n for n in range(8)]


def test_a_task_that_always_kills_its_worker_fails_alone() -> None:
    """After its tries it goes alone, so that the innocent beside it are not blamed."""
    tasks = [Task(name="deadly", work=chores.die), *doubles(range(6))]
    done = {one.task.name: one for one in run_tasks(tasks, workers=2)}
    assert isinstance(done["deadly"].error, RunFailed)
    assert f"{TRIES + 1} processes that ended" in str(done["deadly"].error)
    assert [done[f"double {n}"].value for n in range(6)] == [2 * n for n in range(6)]


def test_leaving_early_ends_every_worker(tmp_path: Path) -> None:
    """Ctrl-C must not leave processes that go on computing for minutes."""
    before = {child.pid for child in multiprocessing.active_children()}
    tasks = [Task(name=str(n), work=chores.leave_pid, given=(str(tmp_path), 60.0)) for n in range(4)]
    tasks.append(Task(name="quick", work=chores.double, given=(1,)))
    with closing(run_tasks([tasks[-1], *tasks[:-1]], workers=2)) as done:
        next(done)
        while not list(tmp_path.iterdir()):
            time.sleep(0.02)
    assert {child.pid for child in multiprocessing.active_children()} <= before
    assert not any(alive(int(path.name)) for path in tmp_path.iterdir())


def test_workers_use_one_thread_each_and_the_parent_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers with two threads each would fight over two cores; and the user's own settings are his."""
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    done = list(run_tasks([Task(name=str(n), work=chores.threads_allowed) for n in range(3)], workers=2))
    assert [one.value for one in done] == ["1"] * 3
    assert os.environ["OMP_NUM_THREADS"] == "7"


@pytest.mark.skipif(sys.platform != "linux", reason="affinity is a Linux notion")
def test_the_default_is_the_cores_this_process_may_use() -> None:
    """In a container with two of sixty-four cores, sixty-four workers would be ruinous."""
    assert cores() == len(os.sched_getaffinity(0))


@WORKERS
def test_a_task_waits_for_the_one_before_it(workers: int, tmp_path: Path) -> None:
    """An arm is matched with the baseline of its seed, which must have been run."""
    mark = tmp_path / "mark"
    late = [Task(name=f"late {n}", work=chores.read, given=(str(mark),), after="first") for n in range(3)]
    tasks = [Task(name="first", work=chores.write_late, given=(str(mark), "done")), *late, *doubles(range(3))]
    done = {one.task.name: one for one in run_tasks(tasks, workers=workers)}
    assert [done[f"late {n}"].value for n in range(3)] == ["done"] * 3


@WORKERS
def test_what_waits_for_a_failure_fails_too(workers: int) -> None:
    """It must be answered as well, or the caller waits for ever."""
    tasks = [
        Task(name="bad", work=chores.complain_of, given=("no",)),
        Task(name="heir", work=chores.double, given=(1,), after="bad"),
        Task(name="heir of the heir", work=chores.double, given=(1,), after="heir"),
    ]
    done = {one.task.name: one.error for one in run_tasks(tasks, workers=workers)}
    assert isinstance(done["heir"], RunFailed)
    assert isinstance(done["heir of the heir"], RunFailed)


def test_an_error_that_cannot_travel_is_told_as_a_text() -> None:
    """Else it would break the pool, and a mistake would look like a lack of memory."""
    tasks = [Task(name="stubborn", work=chores.raise_stubborn), *doubles(range(2))]
    done = {one.task.name: one.error for one in run_tasks(tasks, workers=2)}
    assert isinstance(done["stubborn"], RunFailed)
    assert "cannot travel" in str(done["stubborn"])


def test_a_task_after_nothing_is_refused() -> None:
    """It would never begin, and the caller would wait for ever."""
    with pytest.raises(ValueError, match="earlier one"):
        list(run_tasks([Task(name="heir", work=chores.double, given=(1,), after="nobody")], workers=1))
