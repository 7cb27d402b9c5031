"""Checkpoints: the state's columns, the digest, the day and the levers' memory, written whole or not at all.

A checkpoint belongs to one model version, scenario, world and arm; anything else is refused in one line. What a run
does with it is in `run`.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.engine.columns import COLUMNS
from sim.engine.digest import Chain
from sim.engine.state import STORED, Columns, Parts, shape_of
from sim.errors import OutputError, StoredFileError, complain
from sim.names import MODEL_VERSION

Array = npt.NDArray[Any]

_MEMORY: Final = "memory/"
_OPEN: Final = "open/"
"""Before the names of the events that no link of the digest covers yet."""
_MAGIC: Final = b"fengqiao checkpoint "
_SEAL: Final = 64
"""Letters of the sha256 that stands in the first line and covers all that follows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What a checkpoint says of itself."""

    scenario: str
    world: str
    arm: tuple[str, ...]
    seed: int
    burn_in: int
    link: str = ""
    model_version: str = MODEL_VERSION


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What a run goes on from: the parts of its state, its own copies; the digest's chain; events; levers' memory."""

    parts: Parts
    chain: Chain
    kept: tuple[tuple[Array, Array], ...]
    memory: dict[str, Array]


def write(path: Path, head: Head, columns: Columns, chain: Chain, memory: dict[str, Array]) -> None:
    """Write a checkpoint to a temporary name and move it into place. OutputError if the place cannot be written."""
    arrays: dict[str, Any] = {name: getattr(columns, name) for name in STORED}
    arrays |= {_MEMORY + name: array for name, array in memory.items()}
    arrays |= {_OPEN + "words": chain.words, _OPEN + "numbers": chain.numbers}
    body = io.BytesIO()
    body.write(json.dumps(asdict(replace(head, link=chain.link.hex()))).encode() + b"\n")
    np.savez(body, **arrays)
    seal = hashlib.sha256(body.getbuffer()).hexdigest().encode()
    temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as handle:
            handle.write(_MAGIC + seal + b"\n")
            handle.write(body.getbuffer())
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        repair = "Free space there or choose another place"
        raise OutputError(complain(str(path), "a checkpoint must be writable", error.strerror, repair)) from error


def read(path: Path) -> tuple[Head, dict[str, Array], Chain, dict[str, Array]]:
    """Return head, columns, chain and lever memory; nothing unsealed is parsed. StoredFileError if it is not whole."""
    try:
        content = path.read_bytes()
    except OSError as error:
        got = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        rule, repair = "a checkpoint must exist and be readable", "Name a saved one"
        raise StoredFileError(complain(str(path), rule, got, repair)) from error
    start = len(_MAGIC) + _SEAL + 1
    sealed = content[start:]
    if content[:start] != _MAGIC + hashlib.sha256(sealed).hexdigest().encode() + b"\n":
        rule, repair = "a checkpoint must be whole", "Delete it and run again from the start"
        raise StoredFileError(complain(str(path), rule, "a damaged file, or another kind of file", repair))
    line, body = sealed.split(b"\n", 1)
    told = json.loads(line)
    with np.load(io.BytesIO(body)) as stored:
        arrays = {name: stored[name] for name in stored.files}
    memory = {name[len(_MEMORY) :]: array for name, array in arrays.items() if name.startswith(_MEMORY)}
    columns = {name: array for name, array in arrays.items() if not name.startswith((_MEMORY, _OPEN))}
    head = Head(**told | {"arm": tuple(told["arm"])})
    chain = Chain(link=bytes.fromhex(head.link), words=arrays[_OPEN + "words"], numbers=arrays[_OPEN + "numbers"])
    return head, columns, chain, memory


def check_layout(path: Path, columns: dict[str, Array], fixed: dict[str, int], n_levels: int) -> None:
    """Refuse columns that are not this version's: names, types, widths, rows. `fixed`: rows of axes that never grow."""
    rows = dict(fixed)
    for column in COLUMNS:
        if column.name not in STORED:
            continue
        array = columns.get(column.name)
        length = rows.setdefault(column.axis, 0 if array is None or array.ndim == 0 else len(array))
        wanted = (np.dtype(column.dtype), shape_of(column, length, n_levels))
        got = None if array is None else (array.dtype, array.shape)
        if got != wanted:
            rule = f"a checkpoint must hold {column.name} as {wanted[0]}{list(wanted[1])}"
            shown = "nothing" if got is None else f"{got[0]}{list(got[1])}"
            raise StoredFileError(complain(str(path), rule, shown, "Run again from the start"))


def check(path: Path, head: Head, *, scenario: str, world: str, arm: tuple[str, ...]) -> None:
    """Refuse a checkpoint of another model version, scenario, world or arm."""
    wanted = {"model_version": MODEL_VERSION, "scenario": scenario, "world": world, "arm": arm}
    for name, value in wanted.items():
        got = getattr(head, name)
        if got != value:
            rule = f"a checkpoint must be of the same {name.replace('_', ' ')} ({value})"
            raise StoredFileError(complain(str(path), rule, got, "Run again from the start"))
