"""Volunteers: benefit minus cost as a logit, and a chance of thinking it over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.floats import sigmoid
from sim.rules.volunteer import chance_to_change, willing
from tests.rules.numbers import p_with

loads = st.floats(0.0, 3.0)


@given(loads, loads, st.integers(0, 500), st.integers(0, 500))
def test_load_costs_and_success_encourages(one: float, other: float, few: int, held: int) -> None:
    """Signs: less willing under load, more with success; toil 0 is no effect (the range reaches it)."""
    p, agreed = p_with(), min(few, held)
    assert willing(p, held, agreed, max(one, other)) <= willing(p, held, agreed, min(one, other))
    assert willing(p, held, 0, one) <= willing(p, held, agreed, one) <= willing(p, held, held, one)
    assert willing(p_with(volunteers_toil=0.0), 0, 0, one) == willing(p_with(volunteers_toil=0.0), 0, 0, other)


def test_nobodys_record_counts_as_half() -> None:
    """Who has held no session expects half of them to agree: what the posts of the world are counted by."""
    p = p_with(volunteers_benefit=1.0, volunteers_success=0.5)
    assert willing(p, 0, 0, 0.0) == pytest.approx(sigmoid(1.25))


@given(st.floats(0.0, 1.0), st.floats(0.0, 0.5))
def test_in_and_out_balance_at_the_share_that_is_willing(wants: float, reconsider: float) -> None:
    """Detailed balance: share in = chance of wanting, whatever the chance of thinking it over; 0 changes nothing."""
    p = p_with(volunteers_reconsider=reconsider)
    leaves, joins = chance_to_change(p, 1, wants), chance_to_change(p, 0, wants)
    assert wants * leaves == pytest.approx((1.0 - wants) * joins)
    assert chance_to_change(p_with(volunteers_reconsider=0.0), 1, wants) == 0.0
