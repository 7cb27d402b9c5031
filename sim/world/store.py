"""Decides where made worlds are kept, under which name, and when a kept one is not trusted. Imports no Numba.

A world is a folder of .npy columns and one `world.json`, written under a temporary name and then renamed, so that a
reader never sees half of one. Its name is a hash of what the scenario says about the world and of the code that makes
worlds; columns are mapped copy-on-write, so parallel runs share one copy in memory.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.errors import StoredFileError, complain
from sim.world.columns import ARRAYS, SCALARS, TEXTS, World, digest_of

if TYPE_CHECKING:
    from sim.scenario import Scenario

MADE_BY: Final = ("names.py", "draws.py", "floats.py", "world")
"""Sources of `sim/` on which a world's bytes depend, besides the scenario."""

KEEP_DAYS: Final = 30
"""Days an unused world is kept; assumption: a study is taken up again within a month."""

KEEP_NEWEST: Final = 8
"""Worlds that are kept whatever their age (count)."""


def kept(scenario: Scenario) -> World | None:
    """Return the kept world of a scenario, mapped and checked against its digest; None if there is none.

    Raises StoredFileError, with one line, where the kept copy is damaged.
    """
    folder = world_folder(scenario)
    if not folder.is_dir():
        return None
    try:
        world = _load(folder)
    except (OSError, ValueError, KeyError, TypeError, EOFError) as reason:
        raise _damaged(folder, f"an unreadable file ({type(reason).__name__}: {reason})") from None
    found = digest_of(vars(world))
    if found != world.digest:
        raise _damaged(folder, f"columns with digest {found[:12]}")
    with contextlib.suppress(OSError):
        os.utime(folder)
    return world


def keep(scenario: Scenario, world: World) -> World:
    """Keep a world and return it mapped from there; where nothing can be written say so once and return it as it is."""
    folder = world_folder(scenario)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _prune(folder.parent)
        part = Path(tempfile.mkdtemp(prefix=".part-", dir=folder.parent))
    except OSError as reason:
        return _unkept(world, folder, reason)
    try:
        for name, column in world.arrays():
            np.save(part / f"{name}.npy", column, allow_pickle=False)
        said = {name: getattr(world, name) for name in (*TEXTS, *SCALARS, "digest")}
        (part / "world.json").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        with contextlib.suppress(OSError):  # another process was quicker, with the same bytes
            part.replace(folder)
        return _load(folder)
    except OSError as reason:
        return _unkept(world, folder, reason)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def world_folder(scenario: Scenario) -> Path:
    """Return where the world of a scenario is kept, or would be."""
    docket = 0.0 if scenario.processes.docket else float(scenario.court.organisation_docket)
    name = hashlib.sha256(f"{scenario.world_fingerprint} {docket!r} {_code_version()}".encode()).hexdigest()
    return cache_folder() / "worlds" / name[:24]


def cache_folder() -> Path:
    """Return `FENGQIAO_CACHE_DIR`, else the user's cache folder of this program. Nothing is made."""
    override = os.environ.get("FENGQIAO_CACHE_DIR")
    if override:
        return Path(override)
    from platformdirs import user_cache_path

    return user_cache_path("fengqiao", appauthor=False)


@functools.cache
def _code_version() -> str:
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for name in MADE_BY:
        root = package / name
        for path in sorted(root.rglob("*.py")) if root.is_dir() else [root]:
            digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _load(folder: Path) -> World:
    said = json.loads((folder / "world.json").read_text(encoding="utf-8"))
    content: dict[str, Any] = {name: tuple(said[name]) for name in TEXTS}
    content |= {name: int(said[name]) for name in SCALARS}
    for name in ARRAYS:  # as plain arrays over the mapped memory: np.memmap is a slow and surprising subclass
        content[name] = np.asarray(np.load(folder / f"{name}.npy", mmap_mode="c", allow_pickle=False))
    return World(**content, digest=str(said["digest"]))


def _damaged(folder: Path, got: str) -> StoredFileError:
    repair = "Delete this folder; the world is then built anew"
    return StoredFileError(complain(str(folder), "a kept world must be as it was stored", got, repair))


def _unkept(world: World, folder: Path, reason: OSError) -> World:
    sys.stderr.write(
        f"fengqiao: {folder.parent} cannot be written ({reason.strerror or reason}); the world is built anew each "
        "time. To keep it set FENGQIAO_CACHE_DIR to a folder you can write.\n"
    )
    return world


def _prune(worlds: Path) -> None:
    """Remove worlds, and parts of worlds, that nobody has used for `KEEP_DAYS`; a race with another process is fine."""
    with contextlib.suppress(OSError):
        others = sorted((path.stat().st_mtime, path) for path in worlds.iterdir() if path.is_dir())
        limit = time.time() - KEEP_DAYS * 86_400
        for used, path in others[:-KEEP_NEWEST]:
            if used < limit:
                shutil.rmtree(path, ignore_errors=True)
