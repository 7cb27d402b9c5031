"""Decisions: the share at middling merit, the slope in merit, and losses felt fair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

from sim.rules.decide import fair_probability, grant_probability

share = st.floats(0, 1)


@given(st.floats(0.001, 0.999), st.floats(0, 6), share)
def test_a_decision_is_a_logit_in_merit(granted: float, slope: float, merit: float) -> None:
    """The scenario's share is the share at merit .5; without a slope merit means nothing."""
    assert grant_probability(granted, slope, merit) == pytest.approx(expit(logit(granted) + slope * (merit - 0.5)))
    assert grant_probability(granted, slope, 0.5) == pytest.approx(granted)
    assert grant_probability(granted, 0.0, merit) == pytest.approx(granted)


@given(st.floats(0.01, 0.99), st.floats(0.1, 6), st.floats(0, 0.9))
def test_better_claims_win_more_often(granted: float, slope: float, merit: float) -> None:
    """A court in which merit did not help would be a lottery."""
    assert grant_probability(granted, slope, merit + 0.1) > grant_probability(granted, slope, merit)


@given(st.floats(0, 6), share)
def test_never_and_always_stay_so(slope: float, merit: float) -> None:
    """At the ends of the range the logit has no value; the rule must not return nan."""
    assert grant_probability(0.0, slope, merit) == 0.0
    assert grant_probability(1.0, slope, merit) == 1.0


@given(share, share)
def test_a_hot_quarrel_halves_the_sense_of_fairness(fair: float, hostility: float) -> None:
    """share (1 - hostility/2): a chance, the share itself at 0, half of it at 1."""
    chance = fair_probability(fair, hostility)
    assert chance == pytest.approx(fair * (1 - hostility / 2))
    assert 0.0 <= chance <= fair
