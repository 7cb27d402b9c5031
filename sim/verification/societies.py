"""Decides which small societies checks look at: one of the library's, with some numbers changed, and luck beside it.

A check needs numbers at which theory has an answer, often beyond the range that a scenario may ask for; so numbers are
laid over a scenario that has been validated, and nothing is read from a file twice.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from sim.engine.run import Run
    from sim.scenario import Scenario
    from sim.world import World

Array = npt.NDArray[Any]

LUCK: Final = 0x7E57
"""Purpose of draws that only choose what a check looks at; no purpose of the model has this number."""


def lots(name: int, n: int) -> Array:
    """Return float64[n], uniform on (0, 1), the same whenever they are asked for by this number."""
    from sim.analysis.luck import uniforms

    return uniforms(name, LUCK, np.arange(n, dtype=np.uint64), np.zeros(n, dtype=np.uint64))


@functools.cache
def library(name: str) -> tuple[Scenario, World]:
    """Return a scenario of the library and its world, read once."""
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario(name)
    return scenario, build_world(scenario)


def changed(scenario: Scenario, **sections: Mapping[str, Any]) -> Scenario:
    """Return a copy with numbers of some sections replaced, ranges or not: `changed(scenario, claim={"wait": 0.0})`."""
    parts = {name: getattr(scenario, name).model_copy(update=dict(values)) for name, values in sections.items()}
    copy: Any = scenario.model_copy(update=parts)
    copy._median = None  # noqa: SLF001 - a copy carries over what was worked out from other numbers
    return copy  # type: ignore[no-any-return]


def without(scenario: Scenario, *but: str) -> dict[str, bool]:
    """Return the switches that leave every process off, `but` those named."""
    return {name: name in but for name in type(scenario.processes).model_fields}


def run_of(scenario: Scenario, world: World, *, days: int, seed: int = 1, **options: Any) -> Run:
    """Return a run without a burn-in, `days` long, kept with its events; it stands at tick 0."""
    from sim.engine.run import Run

    return Run(changed(scenario, time=_time(days)), world, seed=seed, keep_events=True, **options)


def _time(days: int) -> dict[str, float]:
    """No burn-in, and as many grievances as a check asks for: theory needs more than a society would bear."""
    return {"burn_in": 0, "cohort": days, "follow_up": 0, "most_grievances": 1e6}


def newborn(scenario: Scenario, world: World, *, days: int, seed: int = 1) -> Run:
    """Return a run as `run_of` does, but without a past: no stocks, nothing that was born before tick 0."""
    from sim.engine.allocate import allocate
    from sim.engine.checkpoint import History
    from sim.engine.digest import Chain
    from sim.engine.ground import ground_of
    from sim.engine.institutions import first_answers
    from sim.engine.run import Run
    from sim.engine.state import copied
    from sim.levers import LeverBook

    scenario = changed(scenario, time=_time(days))
    ground, answer = ground_of(scenario, world), cast("Any", first_answers)
    state = allocate(ground, LeverBook(scenario, world).values, seed, days, 0)
    answer(state.record, ground.numbers)
    history = History(parts=copied(state), chain=Chain(), kept=(), memory={})
    return Run(scenario, world, seed=seed, keep_events=True, history=history)
