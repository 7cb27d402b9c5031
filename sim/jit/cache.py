"""Decides where compiled kernels are kept and when they are stale. Never imports Numba; compiles nothing.

The folder is `<user cache>/fengqiao/kernels/<hash>`, the hash taken over every source a kernel may be made of or take a
constant from, and over the versions and switches that change the machine code. So an edit anywhere below the engine
compiles afresh, and two versions of the project never share a kernel. `FENGQIAO_CACHE_DIR` replaces `<user
cache>/fengqiao`. Where nothing can be written, kernels go to a temporary folder, with one message, and are thrown away.
"""

from __future__ import annotations

import atexit
import functools
import hashlib
import os
import shutil
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Final

HASHED_SOURCES: Final = ("names.py", "draws.py", "floats.py", "jit", "world", "levers", "rules", "engine")
"""Files and folders of `sim/` that may hold kernels or constants that kernels freeze; `tests/lint` proves it."""

KEEP_DAYS: Final = 14
"""Days an unused kernel folder is kept; assumption: branches and worktrees are revisited within two weeks."""

KEEP_NEWEST: Final = 3
"""Kernel folders that are never pruned, whatever their age (count)."""

_SWITCHES: Final = ("NUMBA_BOUNDSCHECK", "NUMBA_OPT", "NUMBA_DEBUGINFO", "NUMBA_FULL_TRACEBACKS")
"""Environment switches that change the code Numba makes without changing its own cache key."""


def _hash_sources(package: Path) -> str:
    digest = hashlib.sha256()
    for name in HASHED_SOURCES:
        root = package / name
        for path in sorted(root.rglob("*.py")) if root.is_dir() else [root] if root.exists() else []:
            digest.update(path.relative_to(package).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    for distribution in ("numba", "llvmlite", "numpy"):
        digest.update(f"{distribution}={version(distribution)}\0".encode())
    for switch in _SWITCHES:
        digest.update(f"{switch}={os.environ.get(switch, '')}\0".encode())
    digest.update(str(sys.implementation.cache_tag).encode())
    return digest.hexdigest()[:16]


KERNEL_HASH: Final = _hash_sources(Path(__file__).parents[1])
"""16 hex digits that change with every source, version or switch that may change a kernel."""


@functools.cache
def kernel_cache_dir() -> Path:
    """Return the writable folder of this version's kernels, made if missing; prune the old ones beside it."""
    kernels = _cache_root() / "kernels"
    chosen = kernels / KERNEL_HASH
    try:
        _prove_writable(chosen)
    except OSError as error:
        return _temporary_dir(f"{chosen} cannot be written ({error.strerror or error})")
    _prune(kernels)
    return chosen


def _cache_root() -> Path:
    override = os.environ.get("FENGQIAO_CACHE_DIR")
    if override:
        return Path(override)
    from platformdirs import user_cache_path  # platformdirs costs 20 ms; most commands never get here

    return user_cache_path("fengqiao", appauthor=False)


def _prove_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    tempfile.TemporaryFile(dir=folder).close()
    os.utime(folder)


def _temporary_dir(reason: str) -> Path:
    """Make a private folder for this process and its children, which find it through the environment."""
    root = Path(tempfile.mkdtemp(prefix="fengqiao-"))
    owner = os.getpid()

    def remove() -> None:
        if os.getpid() == owner:
            shutil.rmtree(root, ignore_errors=True)

    atexit.register(remove)
    os.environ["FENGQIAO_CACHE_DIR"] = str(root)
    folder = root / "kernels" / KERNEL_HASH
    folder.mkdir(parents=True)
    sys.stderr.write(
        f"fengqiao: {reason}; kernels are compiled for this session only. "
        "To keep them set FENGQIAO_CACHE_DIR to a folder you can write.\n"
    )
    return folder


def _prune(kernels: Path) -> None:
    """Remove the folders of other versions that nobody has used for `KEEP_DAYS`; another process may do the same."""
    try:
        others = sorted((path.stat().st_mtime, path) for path in kernels.iterdir() if path.is_dir())
    except OSError:
        return
    limit = time.time() - KEEP_DAYS * 86_400
    for used, path in others[:-KEEP_NEWEST]:
        if used < limit and path.name != KERNEL_HASH:
            shutil.rmtree(path, ignore_errors=True)
