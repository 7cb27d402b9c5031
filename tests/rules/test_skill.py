"""Skill: sign, limits and monotony of what a person, a kind and practice add to the odds of a session."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.skill import own_skill, practice, skill_logit
from tests.rules.numbers import p_with

luck = st.floats(-4.0, 4.0)


@given(luck, luck, st.floats(0.0, 1.0))
def test_more_skill_never_lowers_the_odds(low: float, more: float, slope: float) -> None:
    """Charter 3.5: odds rise with skill; at slope 0 skill does nothing."""
    p = p_with(settle_skill=slope)
    assert skill_logit(p, min(low, more)) <= skill_logit(p, max(low, more))
    assert skill_logit(p_with(settle_skill=0.0), more) == 0.0


@given(luck, luck)
def test_without_spread_all_of_a_kind_are_equally_skilled(general: float, special: float) -> None:
    """Standard deviations of 0 leave the kind alone."""
    assert own_skill(p_with(skill_person=0.0, skill_family=0.0), general, special) == 0.0
    p = p_with(skill_person=0.5, skill_family=0.25)
    assert own_skill(p, general, special) == pytest.approx(0.5 * general + 0.25 * special)


@given(st.integers(0, 5_000), st.integers(0, 5_000), st.floats(0.0, 1.0))
def test_practice_rises_to_its_limit(one: int, other: int, gain: float) -> None:
    """Never more than the gain, nothing without sessions, never less with more of them."""
    low, high = (practice(held, gain, 50.0) for held in sorted((one, other)))
    assert 0.0 <= low <= high <= gain
    assert practice(0, gain, 50.0) == 0.0


def test_practice_has_strength_0_unless_somebody_asks() -> None:
    """Definitions 7: skill learning is off, at strength 0."""
    assert practice(10_000, p_with().learning_gain, 50.0) == 0.0
    assert practice(50, 1.0, 50.0) == pytest.approx(0.632, abs=0.001)
