"""Stop, save, resume and branch: the state's columns, the digest, the day and the levers' memory, and nothing else.

A checkpoint belongs to one model version, scenario, world and seed; anything else is refused in one line. Files are
written to a temporary name and moved into place, so that nothing half-written can be read.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.engine.columns import COLUMNS
from sim.errors import OutputError, StoredFileError, complain
from sim.names import MODEL_VERSION

if TYPE_CHECKING:
    from sim.engine.run import Run
    from sim.levers import Mover

_STORED: Final = tuple(column.name for column in COLUMNS if column.group == "state")
_SHAPED: Final = tuple(column.name for column in COLUMNS if column.group == "scratch" and column.axis != "one")


def branch(run: Run, policies: Sequence[Mover]) -> Run:
    """A run that goes on from here in its own arrays under other policies. Only from a run without policies."""
    from sim.engine.run import Run as RunClass

    if run.book.memory or run.policies:
        raise ValueError("only a run under the baseline can be branched")
    other = RunClass.bare(run.scenario, run.world, policies, seed=run.seed, burn_in=run.burn_in, keep_events=run.keep_events)
    _copy_columns(run.state, other.state)
    other.restore_history(run.digest_bytes(), list(run.kept_events()))
    return other


def _copy_columns(source: Any, target: Any) -> None:
    for name in _STORED:
        setattr(target, name, getattr(source, name).copy())
    for name in _SHAPED:
        held = getattr(source, name)
        if getattr(target, name).shape != held.shape:
            setattr(target, name, np.zeros_like(held))
    target.line_minutes[:] = source.line_minutes


def save(run: Run, path: Path) -> None:
    """Write a checkpoint; the run may go on. Raises OutputError if the place cannot be written."""
    columns = {name: getattr(run.state, name) for name in _STORED}
    memory = {f"memory/{name}": array for name, array in run.book.memory.items()}
    head = {
        "model_version": MODEL_VERSION,
        "scenario": run.scenario.fingerprint,
        "world": run.world.digest,
        "seed": run.seed,
        "burn_in": run.burn_in,
        "digest": run.digest,
        "policies": [policy.spec for policy in run.policies],
    }
    temporary = path.with_name(path.name + f".{os.getpid()}.part")
    try:
        with open(temporary, "wb") as handle:
            np.savez(handle, head=np.frombuffer(json.dumps(head).encode(), dtype=np.uint8), **columns, **memory)
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        repair = "Free space there or choose another place"
        raise OutputError(complain(str(path), "a checkpoint must be writable", error.strerror, repair)) from error


def load(path: Path, scenario: Any, world: Any, policies: Sequence[Mover] = ()) -> Run:
    """A run that goes on exactly where `save` left it. Raises StoredFileError if the file is not its checkpoint."""
    from sim.engine.run import Run as RunClass

    try:
        with np.load(path) as stored:
            columns = {name: stored[name] for name in stored.files}
        head = json.loads(bytes(columns.pop("head")).decode())
    except FileNotFoundError as error:
        raise StoredFileError(complain(str(path), "a checkpoint must exist", "no such file", "Name a saved one")) from error
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        rule, repair = "a checkpoint must be whole", "Delete it and run again from the start"
        raise StoredFileError(complain(str(path), rule, "a damaged file", repair)) from error
    _check(path, head, scenario, world, policies)
    run = RunClass.bare(scenario, world, policies, seed=head["seed"], burn_in=head["burn_in"])
    for name in _STORED:
        setattr(run.state, name, columns[name])
    memory = {name[7:]: array for name, array in columns.items() if name.startswith("memory/")}
    run.resume(head["digest"], memory)
    return run


def _check(path: Path, head: dict[str, Any], scenario: Any, world: Any, policies: Sequence[Mover]) -> None:
    wanted = {
        "model_version": MODEL_VERSION,
        "scenario": scenario.fingerprint,
        "world": world.digest,
        "policies": [policy.spec for policy in policies],
    }
    for name, value in wanted.items():
        if head.get(name) != value:
            rule = f"a checkpoint must be of the same {name.replace('_', ' ')} ({value})"
            raise StoredFileError(complain(str(path), rule, head.get(name), "Run again from the start"))
