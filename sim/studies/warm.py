"""Kernels are compiled once per version and kept. Says whether they are, and compiles them before workers start.

The day without its end takes half of the time and is compiled in a process of its own, beside the rest. Where that
process fails or there is one core only, the first day run here compiles it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

LAST: Final = ("day.end_day", "spread.refill_pressure", "day.run_days")
"""The kernels that either side of :func:`warm` compiles last: where these are kept, all are."""

SMALLEST: Final = "classroom"
"""The scenario on which kernels are compiled: their types are those of every other."""


def kernels_are_kept() -> bool:
    """Return whether the kernels of this version lie in the cache. Imports no Numba."""
    if os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0"):
        return True
    from sim.jit.cache import kernel_cache_dir

    folder = kernel_cache_dir()
    return all(any(folder.rglob(f"{last}*.nbc")) for last in LAST)


def warm(announce: Callable[[], None] = lambda: None) -> bool:
    """Compile what is not kept yet, after one call of `announce`; return whether anything had to be compiled.

    Workers that start with a cold cache would each compile everything, at the same time.
    """
    if kernels_are_kept():
        return False
    announce()
    with _day_beside():
        from sim.engine.day import end_of_day
        from sim.engine.room import refill_tables
        from sim.engine.run import Run
        from sim.scenario import load_scenario
        from sim.world import build_world

        scenario = load_scenario(SMALLEST)
        run = Run(scenario, build_world(scenario, cache=False), seed=1, burn_in=2)
        refill_tables(run.state, len(scenario.levels))  # what only a state that grows needs
        end_of_day()
    run.advance(2)
    return True


def compile_day() -> None:
    """Compile the loop over days, without the end of a day, and keep it; nothing is run."""
    from sim.engine.day import run_days
    from sim.engine.state import State
    from sim.jit import compile_for
    from sim.rules.parameters import Parameters

    compile_for(run_days, State, Parameters, int, int)


@contextmanager
def _day_beside() -> Iterator[None]:
    """Have another process compile the day; leave when it is done too, or end it where this one is interrupted."""
    from sim.studies.executor import cores

    if cores() < 2 or not sys.executable:
        yield
        return
    command = [sys.executable, "-c", "from sim.studies.warm import compile_day; compile_day()"]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environ, stdin=quiet, stdout=quiet, stderr=quiet) as beside:  # noqa: S603 - ours
        try:
            yield
        except BaseException:
            beside.kill()
            raise
