"""What closeness to the cadres does: signs, limits, and nothing at the mean or without effect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.cadres import favoured, gate_for, leaned_on

shares = st.floats(0, 1)
chances = st.floats(0.01, 0.99)


@given(shares, st.floats(-1, 1), shares)
def test_a_gate_stays_a_chance_and_is_its_strictness_at_the_mean(strictness: float, slope: float, close: float) -> None:
    """Whoever is neither close nor far meets the gate that the policy set."""
    assert gate_for(strictness, slope, 0.5) == pytest.approx(strictness)
    assert gate_for(strictness, 0.0, close) == strictness
    assert 0.0 <= gate_for(strictness, slope, close) <= 1.0
    assert gate_for(0.0, slope, close) == 0.0


@given(st.floats(0.05, 0.5), st.floats(0.05, 0.9), st.floats(0, 0.9))
def test_the_closer_are_sent_down_less(strictness: float, slope: float, close: float) -> None:
    """With the sign assumed."""
    assert gate_for(strictness, slope, close + 0.1) < gate_for(strictness, slope, close)


@given(chances, st.floats(0.1, 2), st.floats(0, 0.9))
def test_a_decision_favours_the_closer(chance: float, slope: float, close: float) -> None:
    """And it is the same for all where the slope is 0, for who is in the middle, and for what is certain anyway."""
    assert favoured(chance, slope, close + 0.1) > favoured(chance, slope, close)
    assert favoured(chance, 0.0, close) == pytest.approx(chance)
    assert favoured(chance, slope, 0.5) == pytest.approx(chance)
    assert favoured(0.0, slope, close) == 0.0
    assert favoured(1.0, slope, close) == 1.0


@given(chances, st.floats(0.1, 2), st.floats(0, 0.9), shares)
def test_who_faces_the_closer_side_is_made_to_sign_more(chance: float, slope: float, other: float, own: float) -> None:
    """Only the difference counts."""
    assert leaned_on(chance, slope, other + 0.1, own) > leaned_on(chance, slope, other, own)
    assert leaned_on(chance, slope, own, own) == pytest.approx(chance)
