"""Kernels are compiled once per version and kept. Says whether they are, and compiles them before workers start.

Two processes share the work about evenly: one compiles the middle of a day and what draws a world, the other the rest.
Where the first fails or there is one core only, the first days run here compile its share.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world import World

LAST: Final = ("day.run_days", "institutions.first_answers", "spread.refill_pressure")
"""The kernels that either side of :func:`warm` compiles last, and the last of both: where these are kept, all are."""

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
    with _middle_beside():
        from sim.engine.day import ends_of_day
        from sim.engine.institutions import first_answers
        from sim.engine.past import bear_stocks
        from sim.engine.state import State
        from sim.jit import compile_for
        from sim.rules.parameters import Parameters

        ends_of_day()
        compile_for(bear_stocks, State, Parameters)
        compile_for(first_answers, State, Parameters)
    from sim.engine.room import rehearse
    from sim.engine.run import Run

    scenario, world = _smallest()
    run = Run(scenario, world, seed=1, burn_in=2)
    run.advance(2)
    rehearse(run.state, run.p)
    return True


def compile_middle() -> None:
    """Compile the loop over days, without a day's beginning and end, and what makes a world; no day is run."""
    from sim.engine.day import run_days
    from sim.engine.ground import ground_of
    from sim.engine.state import State
    from sim.jit import compile_for
    from sim.rules.parameters import Parameters

    compile_for(run_days, State, Parameters, int, int, int)
    ground_of(*_smallest())


def _smallest() -> tuple[Scenario, World]:
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario(SMALLEST)
    return scenario, build_world(scenario, cache=False)


@contextmanager
def _middle_beside() -> Iterator[None]:
    """Have another process compile its share; leave when it is done too, or end it where this one is interrupted."""
    from sim.studies.executor import cores

    if cores() < 2 or not sys.executable:
        yield
        return
    command = [sys.executable, "-c", "from sim.studies.warm import compile_middle; compile_middle()"]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environ, stdin=quiet, stdout=quiet, stderr=quiet) as beside:  # noqa: S603 - ours
        try:
            yield
        except BaseException:
            beside.kill()
            raise
