"""Claims about what is worked out once for a scenario and a world: shared, and let go with the world."""

from __future__ import annotations

import gc
import weakref
from typing import Any

from sim.engine.ground import ground_of
from sim.engine.run import Run
from sim.levers.public import public_facts
from sim.scenario import load_scenario
from sim.world import build_world
from sim.world.once import once_per_world


class Land:
    """Stands for a world: an object that can be let go."""


def test_work_is_done_once_for_the_same_scenario_and_world() -> None:
    """A thousand runs of one society must not work out its parameters a thousand times."""
    calls: list[Any] = []
    known = once_per_world(lambda scenario, world: calls.append((scenario, world)) or len(calls))  # type: ignore[func-returns-value]
    one, other, land, sea = object(), object(), Land(), Land()
    assert [known(one, land), known(one, land), known(one, sea), known(other, land), known(one, sea)] == [1, 1, 2, 3, 2]


def test_a_world_that_nobody_holds_is_let_go() -> None:
    """Shaoxing is half a gigabyte: a memory that pins it would fill a long session."""
    scenario = load_scenario("classroom")
    world = build_world(scenario, cache=False)
    ground_of(scenario, world)
    public_facts(scenario, world)
    gone = weakref.ref(world)
    del world
    gc.collect()
    assert gone() is None


def test_runs_of_one_society_share_its_ground_and_nothing_else() -> None:
    """Parameters and the world's columns are shared; what a run writes is its own."""
    scenario = load_scenario("classroom")
    world = build_world(scenario)
    one, two = Run(scenario, world, seed=1, burn_in=0), Run(scenario, world, seed=2, burn_in=0)
    assert one.p is two.p
    assert one.state.cell_mean is two.state.cell_mean
    assert (one.state.cell_stem != two.state.cell_stem).all()
    for name in ("effort", "runs_forum", "gate_strictness", "line_minutes"):
        assert getattr(one.state, name) is not getattr(two.state, name)
