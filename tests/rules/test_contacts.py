"""Contacts: means, the effect of load, and asking that follows being answered; sign, limits, monotony."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.contacts import LEAST_ASKED, MOST_ASKED, asked_next, contact_mean, met_probability, office_load
from tests.rules.numbers import p_with


def test_a_year_of_weeks_brings_the_yearly_rate() -> None:
    """The rate is per 1,000 residents a year, counted by the week."""
    assert contact_mean(150.0, 1000) * 365.0 / 7.0 == pytest.approx(150.0)
    assert contact_mean(150.0, 0) == 0.0


@given(st.floats(0.0, 3.0), st.floats(0.0, 3.0), st.floats(0.0, 2.0))
def test_an_office_behind_meets_less(load: float, more: float, weight: float) -> None:
    """Without load the first-year rate; never rising with load; load without weight does nothing."""
    p = p_with(contacts_met=0.75, contacts_load=weight)
    assert met_probability(p, 0.0) == pytest.approx(0.75)
    assert 0.0 < met_probability(p, load + more) <= met_probability(p, load) <= 0.75
    assert met_probability(p_with(contacts_met=0.75, contacts_load=0.0), load) == pytest.approx(0.75)


@given(st.integers(0, 500), st.integers(1, 2_000))
def test_load_is_work_over_what_the_clock_allows(length: int, minutes: int) -> None:
    """Longer lines load more, up to 3."""
    load = office_load(length, 240, minutes, 30)
    assert 0.0 <= load <= office_load(length + 1, 240, minutes, 30) <= 3.0


@given(st.integers(0, 50), st.integers(1, 50), st.floats(-1.0, 4.0))
def test_the_sign_of_the_answer_is_that_of_response(met: int, more: int, response: float) -> None:
    """More met, more asked where response is above 0, less where it is below, and no effect at 0; within bounds."""
    p, demands = p_with(contacts_met=0.75, contacts_response=response), met + more
    low, high = asked_next(p, met, demands, 1.0), asked_next(p, met + 1, demands, 1.0)
    assert LEAST_ASKED <= min(low, high) <= max(low, high) <= MOST_ASKED
    assert (high - low) * response >= 0.0
    assert asked_next(p_with(contacts_met=0.75, contacts_response=0.0), met, demands, 3.0) == 1.0


def test_a_silent_week_changes_nothing() -> None:
    """Nobody asked, so nobody learned whether asking helps."""
    assert asked_next(p_with(contacts_response=4.0), 0, 0, 1.7) == 1.7
