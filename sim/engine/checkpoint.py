"""Checkpoints: the state's columns, the digest, the day and the levers' memory, written whole or not at all.

A checkpoint belongs to one model version, scenario, world and arm; anything else is refused in one line. What a run
does with it is in `run`.
"""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.engine.columns import COLUMNS
from sim.engine.state import Columns
from sim.errors import OutputError, StoredFileError, complain
from sim.names import MODEL_VERSION

Array = npt.NDArray[Any]

STORED: Final = tuple(column.name for column in COLUMNS if column.group == "state")
"""Columns that make up a state."""
_MEMORY: Final = "memory/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What a checkpoint says of itself."""

    scenario: str
    world: str
    arm: tuple[str, ...]
    seed: int
    burn_in: int
    digest: str
    model_version: str = MODEL_VERSION


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What a run goes on from: the state's columns, its own copies; the digest; events kept; the levers' memory."""

    columns: dict[str, Array]
    digest: bytes
    kept: tuple[tuple[Array, Array], ...]
    memory: dict[str, Array]


def copied(source: Columns) -> dict[str, Array]:
    """A copy of everything that makes up the state of `source`."""
    return {name: getattr(source, name).copy() for name in STORED}


def write(path: Path, head: Head, columns: Columns, memory: dict[str, Array]) -> None:
    """Write a checkpoint to a temporary name and move it into place. OutputError if the place cannot be written."""
    arrays: dict[str, Any] = {name: getattr(columns, name) for name in STORED}
    arrays |= {_MEMORY + name: array for name, array in memory.items()}
    arrays["head"] = np.frombuffer(json.dumps(asdict(head)).encode(), dtype=np.uint8)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as handle:
            np.savez(handle, **arrays)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        repair = "Free space there or choose another place"
        raise OutputError(complain(str(path), "a checkpoint must be writable", error.strerror, repair)) from error


def read(path: Path) -> tuple[Head, dict[str, Array], dict[str, Array]]:
    """Return head, columns and lever memory. StoredFileError if it is not there or damaged."""
    try:
        with np.load(path) as stored:
            arrays = {name: stored[name] for name in stored.files}
        told = json.loads(bytes(arrays.pop("head")).decode())
        head = Head(**told | {"arm": tuple(told["arm"])})
    except FileNotFoundError as error:
        raise StoredFileError(
            complain(str(path), "a checkpoint must exist", "no such file", "Name a saved one")
        ) from error
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        rule, repair = "a checkpoint must be whole", "Delete it and run again from the start"
        raise StoredFileError(complain(str(path), rule, "a damaged file", repair)) from error
    memory = {name[len(_MEMORY) :]: array for name, array in arrays.items() if name.startswith(_MEMORY)}
    return head, {name: array for name, array in arrays.items() if not name.startswith(_MEMORY)}, memory


def check(path: Path, head: Head, *, scenario: str, world: str, arm: tuple[str, ...]) -> None:
    """Refuse a checkpoint of another model version, scenario, world or arm."""
    wanted = {"model_version": MODEL_VERSION, "scenario": scenario, "world": world, "arm": arm}
    for name, value in wanted.items():
        got = getattr(head, name)
        if got != value:
            rule = f"a checkpoint must be of the same {name.replace('_', ' ')} ({value})"
            raise StoredFileError(complain(str(path), rule, got, "Run again from the start"))
