"""What a task is, and what is known of it once it is done. How tasks are run: `executor`."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.errors import RunFailed


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """One piece of work: `name` tells people which, `work(*given)` must be importable and picklable.

    It begins once the task named `after` is done; where that one failed it fails too.
    """

    name: str
    work: Callable[..., Any]
    given: tuple[Any, ...] = ()
    after: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """A finished task: its value, or the error it raised."""

    task: Task
    value: Any = None
    error: Exception | None = None


def attempt(task: Task) -> Done:
    """Do a task. Whatever it raises is its result; an error that cannot travel between processes is told as a text."""
    try:
        return Done(task=task, value=task.work(*task.given))
    except Exception as error:  # noqa: BLE001 - see above
        return Done(task=task, error=_portable(error))


def deliver(task: Task, path: str) -> None:
    """Do a task and leave its answer in the file `path`.

    Answers do not travel through the pool's own pipe: a worker that is killed while it writes a long one there leaves
    the parent reading for ever.
    """
    part = Path(path + ".part")
    part.write_bytes(pickle.dumps(attempt(task), protocol=5))
    os.replace(part, path)  # noqa: PTH105 - one call that says what it promises


def collect(path: str) -> Done:
    """Return the answer that :func:`deliver` left, and remove the file."""
    file = Path(path)
    done: Done = pickle.loads(file.read_bytes())  # noqa: S301 - written by our own worker
    file.unlink()
    return done


def orphan(task: Task) -> Done:
    """Return the answer to a task whose predecessor failed."""
    return Done(task=task, error=RunFailed(f"{task.name}: not begun, since {task.after} failed"))


def _portable(error: Exception) -> Exception:
    try:
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - a class may raise what it likes
        copy = None
    if type(copy) is type(error) and str(copy) == str(error):
        return error
    return RunFailed(f"{type(error).__name__}: {error}")
