"""Asking for confirmation: limits, and the signs that the page states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.confirm import ask_probability
from tests.rules.numbers import p_with


@given(st.floats(0, 1))
def test_the_share_is_what_asks_in_the_middle(share: float) -> None:
    """Read at a stake and a tie of 0.5; 0 and 1 are kept exactly, whatever the slopes."""
    assert ask_probability(p_with(confirm_share=share), 0.5, 0.5) == pytest.approx(share)
    assert ask_probability(p_with(confirm_share=0.0), 1.0, 1.0) == 0.0
    assert ask_probability(p_with(confirm_share=1.0), 0.0, 0.0) == 1.0


@given(st.floats(0, 0.9), st.floats(0, 1))
def test_a_larger_stake_is_worth_the_way(score: float, tie: float) -> None:
    """What is at stake is what enforcement is for."""
    assert ask_probability(p_with(), score + 0.1, tie) > ask_probability(p_with(), score, tie)


@given(st.floats(0, 0.9))
def test_the_sign_of_the_tie_is_open(tie: float) -> None:
    """Neighbours may trust each other's word, or want it sealed all the more; at 0 the tie says nothing."""
    for slope, sign in ((-3.0, -1), (0.0, 0), (3.0, 1)):
        p = p_with(confirm_tie=slope)
        change = ask_probability(p, 0.5, tie + 0.1) - ask_probability(p, 0.5, tie)
        assert (change > 0) - (change < 0) == sign
