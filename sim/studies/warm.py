"""Kernels are compiled once per version and kept. Says whether they are, and compiles them before workers start."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final

LAST: Final = "spread.refill_pressure"
"""The kernel that :func:`warm` compiles last: where it is kept, all are."""

SMALLEST: Final = "classroom"
"""The scenario on which kernels are compiled: their types are those of every other."""


def kernels_are_kept() -> bool:
    """Return whether the kernels of this version lie in the cache. Imports no Numba."""
    if os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0"):
        return True
    from sim.jit.cache import kernel_cache_dir

    return any(kernel_cache_dir().rglob(f"{LAST}*.nbc"))


def warm(announce: Callable[[], None] = lambda: None) -> bool:
    """Compile what is not kept yet, after one call of `announce`; return whether anything had to be compiled.

    Workers that start with a cold cache would each compile everything, at the same time.
    """
    if kernels_are_kept():
        return False
    announce()
    from sim.engine.room import refill_tables
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario(SMALLEST)
    run = Run(scenario, build_world(scenario, cache=False), seed=1, burn_in=2)
    run.advance(2)
    refill_tables(run.state, len(scenario.levels))  # what only a state that grows needs
    return True
