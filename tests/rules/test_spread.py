"""Spread: thresholds, fixed-point pushes, the branching share, lazy mood, and when pressure fires."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.spread import UNIT, fires, heat_above, mood_after, mood_push, own_mood_push, pressure
from tests.rules.numbers import p_with

share = st.floats(0, 1)


@given(share, share)
def test_only_what_burns_above_the_threshold_spreads(hostility: float, hot: float) -> None:
    """0 up to the threshold, 1 at full heat, linear between; a threshold of 1 spreads nothing."""
    heat = heat_above(hostility, hot)
    assert 0.0 <= heat <= 1.0
    assert heat == pytest.approx(max(0.0, hostility - hot) / (1 - hot) if hot < 1 else 0.0)
    assert heat_above(1.0, 1.0) == 0.0
    assert heat_above(hot, hot) == 0.0


@given(st.floats(0, 0.8), st.floats(0.005, 10), st.floats(0, 5), share, st.integers(1, 40))
def test_a_push_is_its_share_of_the_children(
    mean: float, pushes: float, contagion: float, heat: float, ties: int
) -> None:
    """Over a root's pushes and ties the pressure sums to R: the definition by which R is a number of children."""
    p = p_with(spread_R=mean, spread_pushes=pushes)
    units = pressure(p, contagion, heat, ties)
    assert units == int(UNIT * mean * contagion * heat / (pushes * ties))
    assert pressure(p, contagion, heat, 0) == 0
    assert pressure(p_with(spread_R=0.0), contagion, heat, ties) == 0


@given(share, st.floats(0, 0.9))
def test_mood_pushes_grow_with_heat(heat: float, more: float) -> None:
    """Fixed-point, whole and never negative, so that their sum does not depend on the order of the day."""
    p = p_with()
    assert mood_push(p, heat) == int(UNIT * p.spread_mood_push * heat)
    assert own_mood_push(p, heat) == int(UNIT * p.spread_mood_own * heat)
    assert mood_push(p, min(1.0, heat + more)) >= mood_push(p, heat) >= mood_push(p, 0.0) == 0


@given(st.integers(0, 10 * 65536), st.integers(0, 2000), st.floats(5, 365), st.floats(0.1, 4))
def test_mood_halves_every_half_life_and_has_a_cap(units: int, days: int, half_life: float, cap: float) -> None:
    """Read `days` after the last write: capped, then halved per half-life; today's mood as it stands."""
    mood = mood_after(units, days, half_life, cap)
    assert mood == pytest.approx(min(units / UNIT, cap) * 0.5 ** (days / half_life), rel=1e-9)
    assert mood_after(units, days + 1, half_life, cap) <= mood <= cap


@given(st.floats(1e-9, 36), st.integers(0, 3_000_000))
def test_pressure_fires_when_it_has_used_up_the_draw(exposure: float, units: int) -> None:
    """At the threshold it fires, and what has fired stays fired under any further push."""
    assert fires(exposure, units) == int(units / UNIT >= exposure)
    assert fires(exposure, units + 65536) >= fires(exposure, units)
    assert fires(2.0, 2 * 65536) == 1
    assert fires(2.0, 2 * 65536 - 1) == 0
