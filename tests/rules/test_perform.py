"""Performance and enforcement: limits, and the signs that the page states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.perform import enforce_probability, perform_probability, promised_share
from tests.rules.numbers import p_with

share = st.floats(0, 1)


@given(share)
def test_the_share_is_what_is_performed_in_the_middle(chance: float) -> None:
    """`share` is read where tie, hostility and standing are all 0.5; 0 and 1 are kept exactly."""
    assert perform_probability(p_with(), chance, 0.5, 0.5, 0.5) == pytest.approx(chance)
    assert perform_probability(p_with(), 0.0, 1.0, 0.0, 0.0) == 0.0
    assert perform_probability(p_with(), 1.0, 0.0, 1.0, 1.0) == 1.0


@given(st.floats(0.05, 0.95), st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0, 0.9))
def test_ties_help_and_heat_harms(chance: float, tie: float, hostility: float, standing: float) -> None:
    """Relations that go on are a reason to keep a word; a hot quarrel is one to break it."""
    p = p_with()
    here = perform_probability(p, chance, tie, hostility, standing)
    assert perform_probability(p, chance, tie + 0.1, hostility, standing) > here
    assert perform_probability(p, chance, tie, hostility + 0.1, standing) < here


@given(st.floats(0, 0.9))
def test_the_sign_of_power_is_open(standing: float) -> None:
    """The weak cannot pay, the strong will not: the range reaches both sides of 0, and at 0 standing says nothing."""
    for slope, sign in ((-3.0, -1), (0.0, 0), (3.0, 1)):
        p = p_with(perform_power=slope)
        change = perform_probability(p, 0.6, 0.5, 0.5, standing + 0.1) - perform_probability(p, 0.6, 0.5, 0.5, standing)
        forced = enforce_probability(p, standing + 0.1) - enforce_probability(p, standing)
        assert (change > 0) - (change < 0) == (forced > 0) - (forced < 0) == sign


def test_what_was_agreed_is_kept_more_than_what_was_ordered() -> None:
    """At the defaults: agreement, confirmed agreement, judgment, in this order."""
    p = p_with()
    assert promised_share(p, 0, 0) == p.perform_agreement > promised_share(p, 0, 1) == p.perform_confirmed
    assert promised_share(p, 0, 1) > promised_share(p, 1, 0) == promised_share(p, 1, 1) == p.perform_judgment


def test_enforcement_at_its_ends() -> None:
    """All or nothing where the parameter says so, whoever it is against."""
    assert enforce_probability(p_with(perform_enforced=0.0), 0.2) == 0.0
    assert enforce_probability(p_with(perform_enforced=1.0), 0.9) == 1.0
    assert enforce_probability(p_with(perform_enforced=0.4), 0.5) == pytest.approx(0.4)
