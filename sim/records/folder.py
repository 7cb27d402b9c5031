"""Decides how a folder of results comes into being whole or not at all, and how tables are written and read.

Everything is written under a temporary name beside the target and moved there at the end. What a run folder holds is
in `store`.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.errors import OutputError, StoredFileError, complain

Array = npt.NDArray[Any]

_QUICK: Final = 1
"""Level of compression: half the size at a fifth of the time of the usual one (measured on a dispute table)."""
_SAMPLE: Final = 8192
"""Rows from which it is told whether a column can be compressed."""
_SAME_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""Date of every member of a table file, so that the same run gives the same bytes."""
_REPAIR: Final = "Run it again, or restore the folder"


@contextmanager
def new_folder(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """Yield an empty folder that becomes `target` if the block ends well, and vanishes if it does not.

    `target` must not exist or be empty; with `replace` a folder that stands there is exchanged. Raises OutputError, in
    one line, whatever keeps it from being written (a full disk as well).
    """
    part: Path | None = None
    try:
        if target.exists() and not replace and (not target.is_dir() or any(target.iterdir())):
            rule, repair = "an output folder must be new or empty", "Choose another, or remove what is there"
            raise OutputError(complain(str(target), rule, "something else there", repair))
        target.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{target.name}.part-", dir=target.parent))
        yield part
        _move(part, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """Yield a path that becomes the file `target` if the block ends well. Raises OutputError."""
    part = target.with_name(f".{target.name}.part-{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.touch()  # what cannot be written is told before the work, not after it
        yield part
        os.replace(part, target)  # noqa: PTH105 - one call that says what it promises
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_table(path: Path, columns: Iterable[tuple[str, Array]]) -> None:
    """Write columns as a compressed .npz; the same columns give the same bytes."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, column in columns:
            whole = np.ascontiguousarray(column)
            member = zipfile.ZipInfo(f"{name}.npy", date_time=_SAME_DATE)
            held = io.BytesIO()
            np.lib.format.write_array(held, whole, allow_pickle=False)
            how = zipfile.ZIP_DEFLATED if _shrinks(whole) else zipfile.ZIP_STORED
            archive.writestr(member, held.getbuffer(), compress_type=how, compresslevel=_QUICK)


def _shrinks(column: Array) -> bool:
    """Whether compressing is worth its time, from a sample: ids and draws are noise, and half of a table's bytes."""
    sample = column[:_SAMPLE].tobytes()
    return len(zlib.compress(sample, _QUICK)) < 0.9 * len(sample)


def read_table(path: Path, digest: str) -> dict[str, Array]:
    """Read a table that :func:`write_table` wrote. Raises StoredFileError unless it is whole and has that sha256."""
    check_file(path, digest)
    try:
        with np.load(path, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise damaged(path, f"an unreadable file ({type(error).__name__})") from error


def write_json(path: Path, data: Any) -> None:
    """Write plain data as readable UTF-8 JSON."""
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def read_json(path: Path) -> Any:
    """Read what :func:`write_json` wrote. Raises StoredFileError."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise damaged(path, "no such file") from error
    except (OSError, ValueError) as error:
        raise damaged(path, f"an unreadable file ({type(error).__name__})") from error


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file's bytes."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def check_file(path: Path, digest: str) -> None:
    """Raise StoredFileError unless the file is there with that sha256."""
    try:
        found = sha256_of(path)
    except OSError as error:
        raise damaged(path, error.strerror or "an unreadable file") from error
    if found != digest:
        raise damaged(path, f"other bytes (sha256 {found[:12]} for {digest[:12]})")


def check_of(data: Mapping[str, Any]) -> str:
    """Return the sha256 of plain data in one canonical form."""
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def damaged(path: Path, got: str) -> StoredFileError:
    """Return the error for a stored file that is not as it was written."""
    return StoredFileError(complain(str(path), "a stored file must be as it was written", got, _REPAIR))


def _move(part: Path, target: Path) -> None:
    """Put the finished folder in place; what stood there goes away after it."""
    old = None
    if target.is_dir() and any(target.iterdir()):
        old = Path(tempfile.mkdtemp(prefix=f".{target.name}.old-", dir=target.parent))
        os.replace(target, old)  # noqa: PTH105
    part.chmod(0o755)
    os.replace(part, target)  # noqa: PTH105
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)


def _unwritable(target: Path, error: OSError) -> OutputError:
    rule, repair = "results must be writable there", "Free some space or choose another place"
    return OutputError(complain(str(target), rule, error.strerror or str(error), repair))
