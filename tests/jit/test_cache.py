"""Claims about the kernel folder: named by all that can change a kernel, writable or replaced, old ones thrown away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sim.jit import cache
from sim.jit.cache import HASHED_SOURCES, KEEP_DAYS, KEEP_NEWEST, KERNEL_HASH

ROOT = Path(__file__).parents[2]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a copy of the sources that kernels are made of."""
    copy = tmp_path / "sim"
    copy.mkdir()
    for name in HASHED_SOURCES:
        source = ROOT / "sim" / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, copy / name)
    return copy


def test_the_hash_is_that_of_the_sources_and_not_of_their_place(package: Path) -> None:
    """Two clones of one version share their kernels' name; only content counts."""
    assert cache._hash_sources(package) == KERNEL_HASH


@pytest.mark.parametrize(
    "name", ["names.py", "draws.py", "floats.py", "jit/record.py", "engine/new.py", "rules/a/b.py"]
)
def test_an_edit_anywhere_below_a_kernel_changes_the_hash(package: Path, name: str) -> None:
    """Numba does not see edits of imported kernels: 3.0 came back where 6.0 was right."""
    path = package / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write("# edited\n")
    assert cache._hash_sources(package) != KERNEL_HASH


def test_moving_a_line_to_another_file_changes_the_hash(package: Path) -> None:
    """The same bytes in other files are another program."""
    (package / "rules").mkdir(exist_ok=True)
    (package / "rules" / "a.py").write_text("x = 1\n")
    before = cache._hash_sources(package)
    (package / "rules" / "a.py").rename(package / "rules" / "b.py")
    assert cache._hash_sources(package) != before


def test_bounds_checks_have_their_own_kernels(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numba's own key does not hold this switch: a checked run would load unchecked kernels and prove nothing."""
    switched = "0" if os.environ.get("NUMBA_BOUNDSCHECK") == "1" else "1"
    monkeypatch.setenv("NUMBA_BOUNDSCHECK", switched)
    assert cache._hash_sources(package) != KERNEL_HASH


def test_old_folders_are_pruned_and_recent_ones_kept(tmp_path: Path) -> None:
    """Kernels of a hundred edits would fill a disk; those of another branch are wanted again tomorrow."""
    old = time.time() - (KEEP_DAYS + 1) * 86_400
    for n in range(6):
        folder = tmp_path / f"old{n}"
        folder.mkdir()
        os.utime(folder, (old + n, old + n))
    (tmp_path / "recent").mkdir()
    cache._prune(tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert len(left) == KEEP_NEWEST
    assert left == ["old4", "old5", "recent"]


def test_this_versions_own_folder_is_never_pruned(tmp_path: Path) -> None:
    """It may be old on disk and in use now."""
    for n, name in enumerate([KERNEL_HASH, "b", "c", "d", "e"]):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (n, n))
    cache._prune(tmp_path)
    assert (tmp_path / KERNEL_HASH).exists()
    assert not (tmp_path / "b").exists()


def test_an_unwritable_folder_gives_one_message_and_a_private_one(tmp_path: Path) -> None:
    """A read-only install without a home must run; its children must not each print and compile."""
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    code = (
        "import subprocess, sys\n"
        "from sim.jit.cache import kernel_cache_dir\n"
        "kernel_cache_dir()\n"
        "if len(sys.argv) == 1:\n"
        "    subprocess.run([sys.executable, '-c', sys.orig_argv[2], 'child'], check=True)\n"
        "print(kernel_cache_dir(), kernel_cache_dir().stat().st_mode & 0o077)\n"
    )
    env = {**os.environ, "FENGQIAO_CACHE_DIR": str(blocked), "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    folders = done.stdout.split()[0::2]
    assert done.stderr.count("compiled for this session only") == 1
    assert len(folders) == 2
    assert not Path(folders[0]).exists()
