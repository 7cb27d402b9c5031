"""Claims about the door to Numba: one set of options, kernels kept between processes, the plain body at hand."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sim.jit import JIT, compile_for, inner, njit, plain
from sim.jit.compiled import OPTIONS
from tests.jit.example import Example, fresh, third, thirds

ROOT = Path(__file__).parents[2]

RUN = """
import json, sys
from sim.jit import JIT
from tests.jit.example import cheer, fresh, Example
record = fresh()
cheer(record, 1, 0.5)
stats = [sum(cheer.stats.cache_hits.values()), sum(cheer.stats.cache_misses.values())] if JIT else []
print(json.dumps({"numba": "numba" in sys.modules, "stats": stats, "mood": record.mood.tolist(), "now": record.now}))
"""


def run(cache: Path, **env: str) -> dict[str, object]:
    """Run the example in a process of its own and return what it printed."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("NUMBA", "FENGQIAO"))}
    command = [sys.executable, "-c", RUN]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**clean, "FENGQIAO_CACHE_DIR": str(cache), **env},
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, object] = json.loads(done.stdout)
    return result


def test_a_second_process_compiles_nothing(tmp_path: Path) -> None:
    """Compiling the engine takes many seconds: it happens once a version, not once a command."""
    assert run(tmp_path)["stats"] == [0, 1]
    assert run(tmp_path)["stats"] == [1, 0]


def test_with_the_jit_off_numba_is_not_even_imported(tmp_path: Path) -> None:
    """The plain run is the last resort on a machine where Numba fails; the same source must give the same."""
    plain_run = run(tmp_path, NUMBA_DISABLE_JIT="1")
    assert plain_run == {"numba": False, "stats": [], "mood": [0.0, 1.5, 2.0, 3.0], "now": 4}
    assert not (tmp_path / "kernels").exists()


@pytest.mark.nojit
def test_the_plain_body_of_a_kernel_is_the_function_as_written() -> None:
    """Tests and debuggers look at what was written."""

    def rule(x: float) -> float:
        return 2.0 * x

    assert plain(njit(rule)) is rule
    assert plain(njit(signature="float64(float64)")(rule)) is rule


def test_no_option_may_reorder_arithmetic() -> None:
    """Fast-math and parallel loops change the last bit, and with it a history."""
    assert OPTIONS["fastmath"] is False
    assert "parallel" not in OPTIONS


@pytest.mark.skipif(not JIT, reason="compiled division")
def test_compiled_division_by_zero_is_infinite() -> None:
    """The one difference between compiled and plain code that no lint sees; the docstring of sim.jit warns of it."""

    @njit
    def quotient(a: float, b: float) -> float:
        return a / b

    assert quotient(1.0, 0.0) == math.inf
    with pytest.raises(ZeroDivisionError):
        plain(quotient)(1.0, 0.0)


@pytest.mark.nojit
def test_a_kernel_is_compiled_once_whatever_the_width_of_what_it_is_given() -> None:
    """One body for each mixture of widths and literals made the engine's first use twice as long."""
    record = fresh()
    record.forum[1], record.count[1] = 3, -4
    assert (
        thirds(record, 1) == (1 + 2.0) / 3.0 + (2 + 1.0) / 3.0 + (3 + 0.5) / 3.0 + (-4 + 0.5) / 3.0 + (3 + 0.25) / 3.0
    )
    if JIT:
        assert len(third.overloads) <= 1  # none where `thirds` came from the cache


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_an_inner_kernel_is_lowered_and_no_further() -> None:
    """Optimising it alone and making machine code of it, which nobody runs, took half of the compiling."""
    import numba

    from sim.jit.bodies import Body

    @inner
    def half(x: float) -> float:
        return x / 2.0

    quarter = numba.njit("float64(float64)")(lambda x: half(half(x)))
    assert quarter(3.0) == 0.75
    (compiled,) = half.overloads.values()
    assert isinstance(compiled.library, Body)
    with pytest.raises(RuntimeError, match="no compiled object"):
        compiled.library._get_compiled_object()


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_of_a_kept_kernel_the_machine_code_is_kept_and_the_names_of_its_functions() -> None:
    """What was lowered was kept besides, for callers that link it, and parsed by every command: none of ours does."""
    from llvmlite.binding import parse_bitcode

    @njit
    def long_one(x: float) -> float:
        for _ in range(5):
            x = x * x + 1.0 if x > 0.5 else x / 3.0
        return x

    assert long_one(0.0) == 0.0
    (compiled,) = long_one.overloads.values()
    _, kind, (code, names) = compiled.library.serialize_using_object_code()
    functions = {function.name: [*function.blocks] for function in parse_bitcode(names).functions}
    assert (kind, len(code) > 0) == ("object", True)
    assert compiled.fndesc.llvm_func_name in functions
    assert all(len([*block.instructions]) == 1 for blocks in functions.values() for block in blocks)


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_a_kernel_can_be_compiled_before_it_is_called() -> None:
    """The day is compiled in a process that has no world to run it on."""

    @njit
    def later(record: Any, by: int) -> None:
        record.now = record.now + by

    compile_for(later, Example, int)
    record = fresh()
    later(record, 4)
    assert (record.now, len(later.overloads)) == (7, 1)


def test_other_numba_code_keeps_its_own_cache() -> None:
    """A notebook's own kernels are none of our business."""
    if JIT:
        import numba

        njit(lambda x: x)
        assert not numba.config.CACHE_DIR
