"""How long posts are held: one Exp(1) against a hazard, or contracts of a fixed length."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.draws import exponential
from sim.names import Purpose
from sim.rules.turnover import LONGEST, days_contracted, days_held

luck = st.floats(1e-9, 36.0)


@given(luck, st.floats(0.0, 2.0), st.floats(1.0, 10.0))
def test_a_larger_hazard_never_leaves_later(draw: float, rate: float, times: float) -> None:
    """The same person under more turnover goes no later; at rate 0 nobody goes."""
    assert 1 <= days_held(rate * times, draw) <= days_held(rate, draw) <= LONGEST
    assert days_held(0.0, draw) == LONGEST


@given(luck, st.integers(1, 400), st.integers(30, 1_000), st.floats(0.0, 0.95), st.floats(0.0, 0.95))
def test_contracts_end_with_a_term(draw: float, first: int, term: int, one: float, other: float) -> None:
    """Whole terms after the first; more renewal never shorter; no renewal ends the first."""
    seldom, often = (days_contracted(first, term, chance, draw) for chance in sorted((one, other)))
    assert first <= seldom <= often <= LONGEST
    assert often == LONGEST or (often - first) % term == 0
    assert days_contracted(first, term, 0.0, draw) == first


def test_mean_times_are_those_declared() -> None:
    """20,000 holders under the engine's draws: 1 / rate, and a geometric number of terms."""
    n = 20_000
    draws = [exponential(1, int(Purpose.TURNOVER), 7, k) for k in range(n)]
    assert sum(days_held(0.5, one) for one in draws) / n == pytest.approx(730, rel=4 / math.sqrt(n))
    terms = sum(days_contracted(100, 100, 0.6, one) / 100 for one in draws) / n
    assert terms == pytest.approx(1 / 0.4, rel=0.03)
