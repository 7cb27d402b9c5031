"""Small tasks that worker processes can import: some work, some fail, some die."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from sim.studies.worker import count_days


def double(number: int) -> int:
    count_days(number)
    return 2 * number


def complain_of(text: str) -> None:
    raise ValueError(text)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_until(marks: str, deaths: int) -> str:
    """Die as often as asked, counted by files, then answer."""
    folder = Path(marks)
    seen = len(list(folder.iterdir()))
    if seen < deaths:
        (folder / str(seen)).touch()
        die()
    return f"alive after {seen}"


def leave_pid(folder: str, seconds: float) -> int:
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(seconds)
    return os.getpid()


def threads_allowed() -> str:
    return os.environ.get("OMP_NUM_THREADS", "")


def write_late(path: str, text: str) -> None:
    time.sleep(0.3)
    Path(path).write_text(text)


def read(path: str) -> str:
    return Path(path).read_text()


class Stubborn(Exception):
    """An error that cannot be made anew from what it was made of."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


def raise_stubborn() -> None:
    raise Stubborn("cannot", "travel")
