"""Claims about kept kernels: a damaged one is one clear line, and a full disk costs only the keeping."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sim.errors import StoredFileError
from sim.jit import kept

ROOT = Path(__file__).parents[2]


def kernel_whose_cache(load: Any = None, save: Any = None) -> Any:
    """Return something with the two doors of a Numba cache."""

    def do(fault: Any) -> Any:
        def answer(*_: Any) -> str:
            if fault is not None:
                raise fault
            return "done"

        return answer

    cache = {"_load_overload": do(load), "save_overload": do(save), "_guard_against_spurious_io_errors": nullcontext}
    return SimpleNamespace(_cache=SimpleNamespace(**cache))


def target() -> Any:
    """Return what Numba loads kernels for."""
    from numba.core.registry import cpu_target

    return cpu_target.target_context


@pytest.mark.parametrize("fault", [pickle.UnpicklingError("cut"), EOFError("empty"), ValueError("spoilt")])
def test_a_damaged_kernel_is_one_line_with_its_folder(fault: Exception) -> None:
    """Whoever reads it must know what to delete; a traceback of a library tells nobody."""
    kernel = kernel_whose_cache(load=fault)
    kept.guard(kernel)
    with pytest.raises(StoredFileError, match=r"kernels.*must be as they were stored.*Delete this folder") as told:
        kernel._cache.load_overload("types", target())
    assert "\n" not in str(told.value)


def test_what_cannot_be_kept_is_used_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """A full cache is no reason to compute nothing; it is said once, not once a kernel."""
    kept._say_once.cache_clear()
    for _ in range(3):
        kernel = kernel_whose_cache(save=OSError(28, "No space left on device"))
        kept.guard(kernel)
        kernel._cache.save_overload("types", "code")
    assert capsys.readouterr().err.count("No space left on device") == 1


def test_whole_kernels_pass_untouched() -> None:
    """The guard must not cost the cache."""
    kernel = kernel_whose_cache()
    kept.guard(kernel)
    assert kernel._cache.load_overload("types", target()) == "done"


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["nbi", "nbc"])
def test_files_cut_by_a_crash_are_refused_in_one_line(suffix: str, tmp_path: Path) -> None:
    """The real library, the real files: of a kernel that Python calls."""
    code = (
        "from sim.errors import StoredFileError\n"
        "try:\n"
        "    from sim.draws import key\n"
        "    key(1, 2, 3, 4)\n"
        "except StoredFileError as error:\n"
        "    print(error)\n"
    )
    env = {**os.environ, "FENGQIAO_CACHE_DIR": str(tmp_path), "NUMBA_DISABLE_JIT": "0"}
    run = [sys.executable, "-c", code]
    assert subprocess.run(run, cwd=ROOT, env=env, capture_output=True, check=True).stdout == b""
    files = list(tmp_path.rglob(f"*.{suffix}"))
    assert files
    for file in files:
        file.write_bytes(file.read_bytes()[:30])
    done = subprocess.run(run, cwd=ROOT, env=env, capture_output=True, check=True)
    assert done.stdout.count(b"\n") == 1
    assert b"must be as they were stored" in done.stdout
