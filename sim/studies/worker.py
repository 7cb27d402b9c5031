"""What a worker process is: deaf to Ctrl-C, mute on stdout, gone with its parent, one thread, a counter of days done.

Imports nothing heavy: it is loaded before the environment of the number crunching is set. Tasks call :func:`count_days`
wherever they run; in the parent process it feeds the same counter.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

ONE_THREAD: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Kernels are serial and runs are spread over processes: more threads would only compete."""

PRELOAD: Final = ("sim.engine.run", "sim.policies", "sim.records", "sim.scenario", "sim.world")
"""Modules that the fork server imports once, for all workers."""

_listeners: list[Callable[[int], None]] = []


def start_worker(counter: Any) -> None:
    """Set up this process as a worker. `counter` is a shared integer; a lost addition only blurs a progress bar."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C, and ends its workers
    os.environ.update(ONE_THREAD)
    with suppress(OSError):
        os.dup2(2, 1)  # stdout is the parent's, for results: whatever is printed here is a remark
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _listeners[:] = [lambda days: _add(counter, days)]


def count_days(days: int) -> None:
    """Tell whoever listens that a run has gone on by so many model days."""
    for listener in _listeners:
        listener(days)


def listen(listener: Callable[[int], None]) -> Callable[[], None]:
    """Let `listener` hear the days done in this process; returns what ends it."""
    _listeners.append(listener)

    def stop() -> None:
        _listeners.remove(listener)

    return stop


def _add(counter: Any, days: int) -> None:
    counter.value += days


def _leave_with_parent() -> None:
    """End at once when the parent is gone, even killed: nobody is left to take a result."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
