"""Where a comparison's files go: a folder of its own, whole file by whole file; scratch inside it, always removed.

Nothing that is there already is touched: a folder that holds anything is refused.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sim.errors import OutputError, complain

RUNS: Final = Path("runs")
"""Where results go when nobody says where."""
_SCRATCH: Final = ".scratch"


def free_name(name: str, inside: Path = RUNS) -> Path:
    """Return `inside`/`name`-1, or the first number that is free."""
    number = 1
    while (inside / f"{name}-{number}").exists():
        number += 1
    return inside / f"{name}-{number}"


def claim_folder(folder: Path) -> Path:
    """Make `folder`, or take it if it is empty, and prove it writable. Raises OutputError before any work is done."""
    try:
        if folder.is_dir() and any(folder.iterdir()):
            rule, repair = "the output folder must be empty or not exist", "Name another folder with --out"
            raise OutputError(complain(str(folder), rule, "a folder that holds files", repair))
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as reason:
        raise unwritable(folder, reason) from None
    return folder


@contextmanager
def claimed(folder: Path | None) -> Iterator[None]:
    """Claim `folder` for a block. Whatever happens in it, nothing half-written stays, and no folder that holds nothing.

    What workers that were killed have begun is removed even when the block ends well. Raises OutputError.
    """
    if folder is None:
        yield
        return
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    claim_folder(folder)
    try:
        yield
    finally:
        remove_parts(folder)
        below = sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True)
        for one in (*below, *new):  # the innermost first
            with suppress(OSError):  # it holds something
                one.rmdir()


@contextmanager
def scratch_in(folder: Path | None) -> Iterator[Path]:
    """Give a folder for checkpoints inside `folder` (or among temporary files), and remove it whatever happens."""
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="fengqiao-") as made:
            yield Path(made)
        return
    scratch = folder / _SCRATCH
    try:
        scratch.mkdir()
    except OSError as reason:
        raise unwritable(scratch, reason) from None
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def write_text(path: Path, text: str, *, encoding: str = "utf-8") -> None:
    """Write a text file whole or not at all. Raises OutputError."""
    from sim.records.folder import new_file

    with new_file(path) as part:
        part.write_text(text, encoding=encoding, newline="\n")


def remove_parts(folder: Path) -> None:
    """Remove what workers that were ended in the middle of writing have left."""
    for part in folder.rglob(".*.part-*"):
        shutil.rmtree(part, ignore_errors=True) if part.is_dir() else part.unlink(missing_ok=True)


def unwritable(path: Path, reason: OSError) -> OutputError:
    """Return the error of a place that cannot be written."""
    rule, repair = "the output folder must be writable", "Free some space, or choose another folder with --out"
    return OutputError(complain(str(path), rule, reason.strerror or str(reason), repair))
