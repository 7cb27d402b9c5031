"""Reconsideration as a rule: who may apply, and who sues afterwards."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.names import Opponent
from sim.rules.reconsider import RECONSIDERED, chance_of_suit, may_apply
from sim.rules.steps import MOST_STEPS, office_open
from tests.rules.numbers import p_with

share = st.floats(0, 1)


@given(st.integers(0, 400), st.integers(0, 6), st.integers(0, 6))
def test_only_acts_of_a_government_within_the_term_to_a_county_or_above(waited: int, above: int, county: int) -> None:
    """Every other opponent, a day too late and a town are refused."""
    p = p_with(reconsideration_apply=60)
    for opponent in Opponent:
        expected = opponent == Opponent.GOVERNMENT and waited <= 60 and above >= county
        assert bool(may_apply(p, int(opponent), waited, above, county)) == expected


@given(share, share, share, st.floats(-5, 2))
def test_suing_is_a_logit_with_the_slopes_of_an_appeal(
    score: float, merit: float, hostility: float, base: float
) -> None:
    """The stated formula; its base is its own and not that of arbitration."""
    p = p_with(reconsideration_sue=base, arbitration_sue=9.0, appeal_stake=1.0, appeal_merit=2.0, appeal_hostility=3.0)
    logit = base + (score - 0.5) + 2.0 * (merit - 0.5) + 3.0 * (hostility - 0.5)
    assert chance_of_suit(p, score, merit, hostility) == pytest.approx(1.0 / (1.0 + math.exp(-logit)))


@given(st.integers(0, 6), st.integers(0, 6))
def test_an_act_upheld_is_closed_to_every_office(next_level: int, level: int) -> None:
    """As after the third answer."""
    assert RECONSIDERED > MOST_STEPS
    assert office_open(RECONSIDERED, next_level, level) == 0
