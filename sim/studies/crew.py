"""A crew of worker processes: a bounded window of tasks, deaths, Ctrl-C.

One loop: keep a few tasks submitted, take what is done first. A worker that dies breaks its whole pool, so what was in
flight is queued again on a new pool; what was in flight at `TRIES` deaths is suspect and goes alone; a task whose
worker dies even then has failed. An exception inside a task is its result and touches no other task.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final

from sim.errors import RunFailed, complain
from sim.studies.task import Done, Task, collect, deliver, orphan
from sim.studies.worker import ONE_THREAD, PRELOAD, start_worker

TRIES: Final = 3
"""Deaths of a pool that a task may be in flight at before it is tried alone (count)."""

BEAT: Final = 0.2
"""Seconds between two calls of `beat` while nothing finishes."""

_GRACE: Final = 2.0
"""Seconds that a worker has to end when told to."""


@dataclass(slots=True)
class _Entry:
    task: Task
    answer: str  # the file that it is delivered to
    deaths: int = 0


class Crew:
    """The processes of one call, and what is in their hands."""

    def __init__(self, tasks: Iterable[Task], *, workers: int, beat: Callable[[int], None]) -> None:
        self.workers = workers
        self.beat = beat
        self.post = tempfile.TemporaryDirectory(prefix="fengqiao-", ignore_cleanup_errors=True)
        files = (str(Path(self.post.name) / str(number)) for number in count())
        self.waiting = deque(_Entry(task, file) for task, file in zip(tasks, files, strict=False))
        self.suspects: deque[_Entry] = deque()
        self.flying: dict[Future[Any], _Entry] = {}
        self.finished: dict[str, bool] = {}  # by name: whether it went well
        self.pool: ProcessPoolExecutor | None = None
        self.context = _context()
        self.counter = self.context.RawValue("q", 0)  # without a lock: a killed worker could hold it for ever
        self.elders = frozenset(child.pid for child in multiprocessing.active_children())

    def work(self) -> Iterator[Done]:
        """The one loop."""
        try:
            while self.waiting or self.suspects or self.flying:
                for done in self._turn():
                    self.finished[done.task.name] = done.error is None
                    yield done
            if self.pool is not None:
                self.pool.shutdown()
        except BaseException:
            self._end()
            raise
        finally:
            self.post.cleanup()

    def _turn(self) -> Iterator[Done]:
        """Submit what may begin, wait for a beat, take what is ready."""
        for entry in [one for one in self.waiting if self.finished.get(one.task.after) is False]:
            self.waiting.remove(entry)
            yield orphan(entry.task)
        with _environment(ONE_THREAD):  # the fork server, and whoever is spawned, inherit it
            self._submit()
        ready, _ = wait(self.flying, timeout=BEAT, return_when=FIRST_COMPLETED)
        self.beat(self.counter.value)
        yield from self._take(ready)

    def _next(self) -> _Entry | None:
        """Return what to submit next; a suspect flies alone, when nothing else can."""
        if len(self.flying) >= 2 * self.workers or any(entry.deaths >= TRIES for entry in self.flying.values()):
            return None
        for entry in self.waiting:
            if not entry.task.after or self.finished.get(entry.task.after):
                self.waiting.remove(entry)
                return entry
        return self.suspects.popleft() if self.suspects and not self.flying else None

    def _submit(self) -> None:
        while (entry := self._next()) is not None:
            if self.pool is None:
                self.pool = ProcessPoolExecutor(
                    max_workers=self.workers,
                    mp_context=self.context,
                    initializer=start_worker,
                    initargs=(self.counter,),
                )
            try:
                self.flying[self.pool.submit(deliver, entry.task, entry.answer)] = entry
            except BrokenProcessPool:
                (self.suspects if entry.deaths >= TRIES else self.waiting).appendleft(entry)
                if self.flying:
                    return  # they tell who died
                self.pool = None

    def _take(self, ready: set[Future[Any]]) -> Iterator[Done]:
        broken = False
        for future in ready:
            entry = self.flying.pop(future)
            error = future.exception()
            if error is None:
                yield collect(entry.answer)
            elif isinstance(error, BrokenProcessPool):
                broken = True
                yield from self._died(entry)
            else:
                raise error
        if broken:
            for future, entry in list(self.flying.items()):  # the whole pool is gone
                del self.flying[future]
                yield from self._died(entry)
            self.pool = None

    def _died(self, entry: _Entry) -> Iterator[Done]:
        entry.deaths += 1
        if entry.deaths > TRIES:
            rule, got = "a run must give a result", f"{entry.deaths} processes that ended (killed, or out of memory)"
            error = RunFailed(complain(entry.task.name, rule, got, "Use fewer workers, e.g. --workers 1"))
            yield Done(task=entry.task, error=error)
        elif entry.deaths == TRIES:
            self.suspects.append(entry)
        else:
            self.waiting.append(entry)

    def _end(self) -> None:
        """End every worker now; a second Ctrl-C must not leave one behind."""
        with _deaf():
            if self.pool is not None:
                self.pool.shutdown(wait=False, cancel_futures=True)
            children = [child for child in multiprocessing.active_children() if child.pid not in self.elders]
            for child in children:
                child.terminate()
            for child in children:
                child.join(_GRACE)
                if child.is_alive():
                    child.kill()


def _context() -> Any:
    """Return the start method that suits: never a plain fork beside threads, and never the platform's own default."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(list(PRELOAD))
    return context


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _deaf() -> Iterator[None]:
    """Ignore Ctrl-C for a moment; only the main thread may."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
