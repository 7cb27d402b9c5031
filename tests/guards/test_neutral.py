"""The guard of the neutral world passes on closeness to 0, never on a want of seeds; and its world is flat."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.evidence.guards import NEUTRAL, _town
from sim.analysis import interval
from sim.guards import OUTCOMES, equal_to_zero, headlines, neutral_effects
from sim.guards.neutral import MARGIN, verdict_of
from sim.policies.registry import SYSTEMS
from sim.scenario import load_scenario

ARMS = ("keep_in_village", "resource_sinking", "petition_quota", "compensation", "compensation(insurance=0,calm=0.5)")


def test_a_wide_interval_around_zero_does_not_pass() -> None:
    """Otherwise the fewer the seeds, the safer the guard."""
    assert equal_to_zero(interval([-0.1, 0.1, 0.05, -0.05]), 0.005) == "not told"
    assert equal_to_zero(interval([0.0]), 0.005) == "not told"


def test_a_small_effect_that_is_told_from_zero_still_counts_as_none() -> None:
    """With enough seeds everything is told from 0; what counts is its size."""
    effect = interval([0.001, 0.0011, 0.0009, 0.001])
    assert effect.told_from_zero
    assert equal_to_zero(effect, 0.005) == "zero"


@pytest.mark.parametrize("side", [-1.0, 1.0])
def test_an_effect_beyond_the_margin_fails(side: float) -> None:
    """A guard that nothing can fail guards nothing."""
    assert equal_to_zero(interval([side * 0.02, side * 0.021, side * 0.019]), 0.005) == "not zero"
    assert equal_to_zero(interval([side * 0.02] * 3), 0.005) == "not zero"


def test_every_outcome_has_its_margin() -> None:
    """An outcome without one could not be judged."""
    assert set(MARGIN) == {one.name for one in OUTCOMES}


def test_no_system_has_all_of_its_outcomes_direct() -> None:
    """A direct indicator is no proof, so something else must be looked at."""
    assert all(headlines(system.facts.direct) for system in SYSTEMS)


def test_the_neutral_world_is_flat() -> None:
    """Each number that would give a forum an edge stands at no effect, and none is out of its range (it loads)."""
    world = load_scenario(NEUTRAL)
    flat = (world.settle.knowledge, world.settle.skill, world.settle.reach, world.settle.compulsion, world.settle.load)
    flat += (world.gate.referral_hostility, world.claim.gate_cost, world.treatment.pi, world.report.m0, world.spread.R)
    assert set(flat) == {0.0}
    for kind in dict(world.types).values():
        assert kind.opponents.government + kind.opponents.collective + kind.exclusive == 0.0


@pytest.mark.slow
def test_the_first_systems_do_nothing_in_the_neutral_world() -> None:
    """The answer is not wired in: where nothing is to be gained, no system gains (twelve seeds, twice the margin)."""
    world = load_scenario(NEUTRAL, {"overloaded": "allowed"})
    for arm, found in neutral_effects(world, ARMS, range(1, 13)).items():
        for one in found:
            assert equal_to_zero(one.effect, 2.0 * MARGIN[one.outcome]) == "zero", (arm, one)


@pytest.mark.slow
def test_the_same_rule_fails_in_the_town_of_the_library() -> None:
    """There is something to be gained and lost there: the gate's spill at least is seen."""
    found = neutral_effects(_town(), ("keep_in_village",), range(1, 7))
    assert verdict_of(found["keep_in_village"]) == "not zero"


def test_the_file_of_the_neutral_world_is_one_of_overrides() -> None:
    """It extends the town that the evidence is about, and says why each group of values stands there."""
    text = Path(NEUTRAL).read_text("utf-8")
    assert 'extends = "fengqiao_town"' in text
    assert text.count("#") >= 8
