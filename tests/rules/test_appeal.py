"""Appeal: limits and signs of the loser's choice."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.appeal import appeal_probability, own_merit
from tests.rules.numbers import p_with

share = st.floats(0, 1)


@given(share, share, share, st.floats(-5, 1))
def test_the_choice_is_a_logit_of_what_is_at_stake(score: float, merit: float, hostility: float, base: float) -> None:
    """The stated formula, number by number."""
    p = p_with(appeal_base=base, appeal_stake=1.0, appeal_merit=2.0, appeal_hostility=3.0)
    logit = base + (score - 0.5) + 2.0 * (merit - 0.5) + 3.0 * (hostility - 0.5)
    assert appeal_probability(p, score, merit, hostility) == pytest.approx(1.0 / (1.0 + math.exp(-logit)))


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0, 0.9))
def test_more_at_stake_a_better_case_and_more_heat_make_appeals(score: float, merit: float, heat: float) -> None:
    """Each raises it at the defaults; with its weight at 0, the end of its range, none does."""
    p = p_with()
    here = appeal_probability(p, score, merit, heat)
    for one in ((score + 0.1, merit, heat), (score, merit + 0.1, heat), (score, merit, heat + 0.1)):
        assert appeal_probability(p, *one) > here
    flat = p_with(appeal_stake=0.0, appeal_merit=0.0, appeal_hostility=0.0)
    assert appeal_probability(flat, score, merit, heat) == appeal_probability(flat, 0.5, 0.5, 0.5)


@given(share)
def test_the_merit_of_one_side_is_what_the_other_lacks(merit: float) -> None:
    """A claim without merit is a defence with all of it."""
    assert own_merit(merit, 1) == merit
    assert own_merit(merit, 0) == 1.0 - merit
