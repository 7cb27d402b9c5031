"""Claims about a worker process: deaf to Ctrl-C, gone with its parent, counted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sim.studies.worker import count_days, listen

ROOT = Path(__file__).parents[2]

ORPHANS = """
import sys
from pathlib import Path
from sim.studies.executor import run_tasks
from sim.studies.task import Task
from tests.studies import chores
if __name__ == "__main__":
    list(run_tasks([Task(name=str(n), work=chores.leave_pid, given=(sys.argv[1], 60.0)) for n in range(2)], workers=2))
"""


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="reads /proc")
def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    """A parent that the system kills cannot clean up; its workers would compute on for nobody, for hours."""
    (tmp_path / "pids").mkdir()
    (tmp_path / "parent.py").write_text(ORPHANS)
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(tmp_path / "parent.py"), str(tmp_path / "pids")], env=environ) as parent:
        end = time.monotonic() + 60
        while len(list((tmp_path / "pids").iterdir())) < 2 and time.monotonic() < end:
            time.sleep(0.05)
        parent.send_signal(signal.SIGKILL)
    workers = [Path("/proc") / path.name for path in (tmp_path / "pids").iterdir()]
    assert len(workers) == 2
    end = time.monotonic() + 20
    while any(map(_lives, workers)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def _lives(process: Path) -> bool:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_days_are_counted_only_while_somebody_listens() -> None:
    """A listener of an earlier study must not hear this one."""
    heard: list[int] = []
    stop = listen(heard.append)
    count_days(30)
    stop()
    count_days(30)
    assert heard == [30]
