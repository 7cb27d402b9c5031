"""Returns: closed forms of the hazard, of cooling and of the heat of waiting."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.relapse import cooled, heated, heated_by_waiting, return_rate
from tests.rules.numbers import p_with

share = st.floats(0, 1)
days = st.integers(0, 3000)


@given(share, share, st.floats(0.03, 0.8), st.floats(0, 3), st.floats(0, 3))
def test_the_hazard_of_return(h: float, unkept: float, base: float, theta_h: float, theta_u: float) -> None:
    """base exp(theta_h hostility + theta_u unkept): the base rate for a calm, kept agreement."""
    p = p_with(returns_base=base, returns_hostility=theta_h, returns_unkept=theta_u)
    assert return_rate(p, h, unkept) == pytest.approx(base * math.exp(theta_h * h + theta_u * unkept), rel=1e-12)
    assert return_rate(p, 0.0, 0.0) == base


@given(st.floats(0, 0.9), st.floats(0, 0.9))
def test_heat_and_broken_terms_bring_it_back_sooner(h: float, unkept: float) -> None:
    """What was pressed or promised returns more often than what was agreed: the model's one claim about paper."""
    p = p_with()
    assert return_rate(p, h + 0.1, unkept) > return_rate(p, h, unkept)
    assert return_rate(p, h, unkept + 0.1) > return_rate(p, h, unkept)


@given(share, days, days, st.floats(0.3, 3))
def test_cooling_is_exponential_and_forgets_how_time_was_cut(h: float, one: int, two: int, rate: float) -> None:
    """Hostility at rest decays; looking in between changes nothing beyond rounding (and the engine never does)."""
    assert cooled(h, one, rate) == pytest.approx(h * math.exp(-rate * one / 365))
    assert cooled(cooled(h, one, rate), two, rate) == pytest.approx(cooled(h, one + two, rate))
    assert cooled(h, 0, rate) == h


@given(share, days, days, st.floats(0, 2))
def test_waiting_closes_the_distance_to_one(h: float, one: int, two: int, rate: float) -> None:
    """The closed form that saves daily work on waiting cases must be the same whether read once or twice."""
    hot = heated_by_waiting(h, one, rate)
    assert hot == pytest.approx(1 - (1 - h) * math.exp(-rate * one / 365))
    assert h - 1e-12 <= hot <= 1.0
    assert heated_by_waiting(hot, two, rate) == pytest.approx(heated_by_waiting(h, one + two, rate))
    assert heated_by_waiting(h, 0, rate) == h


@given(share, share)
def test_a_hurt_never_leads_past_one(h: float, amount: float) -> None:
    """A hurt takes its share of the distance to 1; nothing at 0."""
    assert h <= heated(h, amount) <= 1.0
    assert heated(h, amount) == pytest.approx(h + amount * (1 - h))
    assert heated(h, 0.0) == h
