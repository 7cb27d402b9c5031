"""Settling: neutral values, limits, signs, and the crossing of knowledge and power that the model is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit

from sim.rules.settle import (
    burden_logit,
    knowledge_at,
    power_of_strictness,
    pressed_probability,
    session_logit,
    session_probability,
    session_quality,
    talk_probability,
)
from tests.rules.numbers import p_with

share = st.floats(0, 1)
logit = st.floats(-8, 8)


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0, 0.9))
def test_talk_settles_among_the_close_calm_and_equal(tie: float, hostility: float, gap: float) -> None:
    """Tie up, hostility and gap down: the three signs of bilateral talk."""
    p = p_with()
    chance = talk_probability(p, tie, hostility, gap)
    assert talk_probability(p, tie + 0.1, hostility, gap) > chance
    assert talk_probability(p, tie, hostility + 0.1, gap) < chance
    assert talk_probability(p, tie, hostility, gap + 0.1) < chance
    assert 0.0 < chance < 1.0


@given(share, st.floats(0.5, 3))
def test_compulsion_is_a_power_of_strictness(strictness: float, exponent: float) -> None:
    """Nothing at 0, all of it at 1, rising between: a mild gate compels less than its share."""
    power = power_of_strictness(strictness, exponent)
    assert power == pytest.approx(strictness**exponent, rel=1e-12)
    assert power_of_strictness(0.0, exponent) == 0.0
    assert power_of_strictness(1.0, exponent) == 1.0


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0, 0.9))
def test_the_signs_of_what_the_quarrel_brings(tie: float, hostility: float, gap: float, knowledge: float) -> None:
    """Ties and local knowledge help, hostility and a power gap hurt; the intercept only shifts."""
    p = p_with()
    base = session_logit(p, 0.3, tie, hostility, gap, knowledge)
    assert session_logit(p, 0.3, tie + 0.1, hostility, gap, knowledge) > base
    assert session_logit(p, 0.3, tie, hostility + 0.1, gap, knowledge) < base
    assert session_logit(p, 0.3, tie, hostility, gap + 0.1, knowledge) < base
    assert session_logit(p, 0.3, tie, hostility, gap, knowledge + 0.1) > base
    assert session_logit(p, 1.3, tie, hostility, gap, knowledge) == pytest.approx(base + 1.0)


def test_middling_knowledge_and_no_effects_leave_the_intercept() -> None:
    """Knowledge is measured from .5, so that its slope does not move the intercept that is fitted."""
    flat = p_with(settle_tie=0.0, settle_hostility=0.0, settle_gap=0.0)
    assert session_logit(flat, 0.7, 1.0, 1.0, 1.0, 0.5) == 0.7
    assert session_logit(p_with(settle_knowledge=0.0), 0.7, 0.0, 0.0, 0.0, 0.9) == 0.7


@given(st.floats(0, 3), share)
def test_burdens_count_from_their_thresholds(load: float, compulsion: float) -> None:
    """Load weighs above its free part, compulsion above 0, reach only if a party is out of it; else exactly 0."""
    p = p_with()
    assert burden_logit(p, 0.0, 0.0, 0) == 0.0
    assert burden_logit(p, p.settle_load_free, 0.0, 0) == 0.0
    expected = p.settle_compulsion * compulsion**p.settle_compulsion_power
    expected += p.settle_load * max(0.0, load - p.settle_load_free)
    assert burden_logit(p, load, compulsion, 0) == pytest.approx(expected)
    assert burden_logit(p, load, compulsion, 1) == pytest.approx(expected + p.settle_reach)
    assert burden_logit(p, load + 1.0, compulsion, 0) < burden_logit(p, load, compulsion, 0)


@given(share, share, share, share, share)
def test_knowledge_falls_with_the_level(
    lowest: float, second: float, upper: float, urban: float, carried: float
) -> None:
    """By rank above the village; scaled in towns and cities; what came up with the file only ever adds."""
    p = p_with(
        settle_knowledge_lowest=lowest, settle_knowledge_second=second, settle_knowledge_upper=upper,
        settle_urban_knowledge=urban,
    )  # fmt: skip
    assert knowledge_at(p, 0, 0, 0, 0.0) == lowest
    assert knowledge_at(p, 0, 0, 1, 0.0) == lowest * urban
    assert knowledge_at(p, 1, 0, 0, 0.0) == second
    assert knowledge_at(p, 2, 0, 0, 0.0) == knowledge_at(p, 5, 0, 1, 0.0) == upper
    assert knowledge_at(p, 1, 1, 0, 0.0) == lowest
    for level, own in ((1, second), (3, upper)):
        informed = knowledge_at(p, level, 0, 0, carried)
        assert min(own, lowest) - 1e-12 <= own <= informed <= max(own, lowest) + 1e-12
        assert knowledge_at(p, level, 0, 0, 1.0) == pytest.approx(max(own, lowest))


@given(share, st.floats(0.2, 1), st.floats(0.05, 1))
def test_quality_is_linear_in_effort(effort: float, gain: float, reference: float) -> None:
    """1 at the reference, slope gain / reference, never below 0: the q that the appraisal's closed form assumes."""
    p = p_with(settle_effort_gain=gain, settle_effort_reference=reference)
    assert session_quality(p, effort) == pytest.approx(max(0.0, 1 - gain + gain * effort / reference), abs=1e-12)
    assert session_quality(p, reference) == pytest.approx(1.0)


@given(logit, share)
def test_those_who_see_it_cannot_handle_it(x: float, effort: float) -> None:
    """Without the power to grant the remedy the chance shrinks by epsilon: 看得见管不了. Always a chance."""
    p = p_with()
    chance = session_probability(p, x, effort, 0)
    assert 0.0 <= chance <= 1.0
    assert chance == pytest.approx(min(1.0, expit(x) * session_quality(p, effort)))
    assert session_probability(p, x, effort, 1) == pytest.approx(
        min(1.0, expit(x) * session_quality(p, effort) * p.settle_lacking)
    )
    assert session_probability(p_with(settle_lacking=0.0), x, effort, 1) == 0.0


@given(st.floats(-6, 6), st.floats(0, 0.9))
def test_effort_and_odds_help(x: float, effort: float) -> None:
    """More effort and better odds never make a session worse; below the cap they make it better."""
    p = p_with()
    chance = session_probability(p, x, effort, 0)
    assert session_probability(p, x, effort + 0.1, 0) >= chance
    assert session_probability(p, x + 0.5, effort, 0) >= chance


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0, 0.9))
def test_who_gets_pressed(gap: float, compulsion: float, suppression: float) -> None:
    """The weaker party, the party sent down, and the party before a principal who suppresses: each is a sign."""
    p = p_with()
    chance = pressed_probability(p, gap, compulsion, suppression)
    assert pressed_probability(p, gap + 0.1, compulsion, suppression) > chance
    assert pressed_probability(p, gap, compulsion + 0.1, suppression) > chance
    assert pressed_probability(p, gap, compulsion, suppression + 0.1) > chance
    flat = p_with(press_gap=0.0, press_compulsion=0.0, press_suppression=0.0)
    assert pressed_probability(flat, gap, compulsion, suppression) == pytest.approx(expit(flat.press_base))
