"""What kinds of tie carry: shares that add up, and nothing changed where all ties are alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.bonds import allies_in, ally_units, consent_by_tie, mood_by_tie, pressure_by_tie
from sim.rules.spread import UNIT, mood_push, pressure
from tests.rules.numbers import p_with

weights = st.lists(st.floats(0, 3), min_size=1, max_size=12)
P = p_with(spread_R=0.4, spread_pushes=0.5, spread_mood_push=0.1)


@given(weights, st.floats(0.05, 1), st.floats(0.1, 2))
def test_weights_share_pressure_out_and_leave_its_sum(found: list[float], heat: float, contagion: float) -> None:
    """R stays what it is: kinds decide who is pushed, not how much is. Rounding loses less than a unit a tie."""
    total = sum(found)
    shares = [pressure_by_tie(P, contagion, heat, weight, total) for weight in found]
    moods = [mood_by_tie(P, heat, weight, total, len(found)) for weight in found]
    if total > 1e-3:
        whole = UNIT * P.spread_R * contagion * heat / P.spread_pushes
        assert whole - len(found) - 1 <= sum(shares) <= whole + 1
        assert abs(sum(moods) - len(found) * UNIT * P.spread_mood_push * heat) <= len(found) + 1
    else:
        assert total > 0 or sum(shares) == sum(moods) == 0


@given(st.integers(1, 20), st.floats(0.05, 1), st.floats(0.1, 2))
def test_where_all_ties_are_alike_nothing_changes(ties: int, heat: float, contagion: float) -> None:
    """The limit in which the model before is known; one unit of rounding is allowed."""
    assert abs(pressure_by_tie(P, contagion, heat, 1.0, float(ties)) - pressure(P, contagion, heat, ties)) <= 1
    assert abs(mood_by_tie(P, heat, 1.0, float(ties), ties) - mood_push(P, heat)) <= 1


@given(st.floats(0, 3), st.floats(0, 3))
def test_allies_add_up_by_their_weights(one: float, other: float) -> None:
    """To half a unit each, so that the sum is free of order."""
    assert allies_in(ally_units(one) + ally_units(other)) == pytest.approx(one + other, abs=0.001)
    assert allies_in(ally_units(1.0)) == 1.0


@given(st.floats(0.01, 0.99), st.floats(0.01, 1))
def test_a_tie_moves_consent_by_its_sign(chance: float, shift: float) -> None:
    """Without a tie, and for what is certain anyway, it moves nothing."""
    assert consent_by_tie(chance, -shift) < chance < consent_by_tie(chance, shift)
    assert consent_by_tie(chance, 0.0) == pytest.approx(chance)
    assert consent_by_tie(1.0, shift) == 1.0
    assert consent_by_tie(0.0, shift) == 0.0
