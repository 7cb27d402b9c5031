"""Levers touched at their defaults change no byte, and the guard would notice if they did."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sim.engine.run import Run
from sim.guards.placebo import Placebo, Touched, placebo
from sim.levers.baseline import baseline_values
from sim.levers.declare import LEVERS
from sim.levers.public import public_facts
from sim.policies import policy_ids
from tests.engine.societies import society

SHORT = {"time.burn_in": 30, "time.cohort": 60, "time.follow_up": 30}


def _small() -> tuple[object, object]:
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario("classroom", SHORT)
    return scenario, build_world(scenario, cache=False)


@pytest.mark.parametrize("system", policy_ids())
def test_a_placebo_changes_no_byte(system: str) -> None:
    """What a comparison shows is then the work of values, never of having touched something."""
    from sim.scenario import load_scenario

    assert placebo(load_scenario("classroom", SHORT), system, 1).silent


def test_every_lever_can_be_touched() -> None:
    """A lever that no system moves yet is covered too."""
    scenario, world = _small()
    facts = public_facts(scenario, world)  # type: ignore[arg-type]
    base = baseline_values(scenario, facts)  # type: ignore[arg-type]
    touch = Placebo(id="every", levers=tuple(lever.name for lever in LEVERS), base=base)
    digests = set()
    for movers in ((), (touch,)):
        run = Run(scenario, world, movers, seed=2)  # type: ignore[arg-type]
        run.finish()
        digests.add(run.digest)
    assert len(digests) == 1


def test_a_touch_beside_the_default_is_noticed() -> None:
    """The guard can fail: a placebo whose baseline is wrong is another history."""
    scenario, world = society(seed=3)
    base = baseline_values(scenario, public_facts(scenario, world))
    wrong = {**base, "gate_strictness": np.full_like(base["gate_strictness"], 1.0)}
    wrong["gate_threshold"] = np.full_like(base["gate_threshold"], 1e9)
    digests = []
    for values in (base, wrong):
        touch = Placebo(id="gate", levers=("gate_strictness", "gate_threshold"), base=values)
        run = Run(scenario, world, (touch,), seed=3)
        run.finish()
        digests.append(run.digest)
    assert digests[0] != digests[1]


def test_a_system_that_does_nothing_is_no_proof() -> None:
    """Where the full dose changes nothing either, the guard does not hold."""
    quiet = Touched(baseline="a", placebo="a", no_dose="a", full_dose="a")
    assert quiet.silent
    assert not quiet.holds
    assert replace(quiet, full_dose="b").holds
    assert not replace(quiet, placebo="b", full_dose="b").holds
