"""Labour arbitration: whom the law sends there, what it costs, and who sues over its award."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.names import DisputeType, Opponent
from sim.rules.arbitrate import arbitration_cost, arbitration_first, final_for_employer, sue_probability
from sim.rules.claim import court_cost
from tests.rules.numbers import p_with

share = st.floats(0, 1)


def test_only_labour_disputes_with_an_employer_go_there() -> None:
    """Work for a private person is no employment in the sense of the law."""
    sent = [(kind, who) for kind in DisputeType for who in Opponent if arbitration_first(int(kind), int(who))]
    assert sent == [(DisputeType.LABOUR, Opponent.ORGANISATION)]


@given(share, st.floats(100.0, 1e6))
def test_it_is_free_and_so_never_dearer_than_a_suit(legal: float, stake: float) -> None:
    """What is left of the cost of a court is what one must know; at a legal knowledge of .5 nothing."""
    p = p_with()
    assert arbitration_cost(p, legal) <= court_cost(p, stake, legal)
    assert arbitration_cost(p, 0.5) == 0.0


@given(share, share, share, st.floats(-5, 2))
def test_suing_is_a_logit_with_the_slopes_of_an_appeal(
    score: float, merit: float, hostility: float, base: float
) -> None:
    """The stated formula, number by number."""
    p = p_with(arbitration_sue=base, appeal_stake=1.0, appeal_merit=2.0, appeal_hostility=3.0)
    logit = base + (score - 0.5) + 2.0 * (merit - 0.5) + 3.0 * (hostility - 0.5)
    assert sue_probability(p, score, merit, hostility) == pytest.approx(1.0 / (1.0 + math.exp(-logit)))


def test_a_small_award_binds_the_employer() -> None:
    """Up to and at the mark; with a mark of 0 no award does."""
    p = p_with(arbitration_final_stake=25_000.0)
    assert [final_for_employer(p, stake) for stake in (1.0, 25_000.0, 25_000.5)] == [1, 1, 0]
    assert final_for_employer(p_with(arbitration_final_stake=0.0), 1.0) == 0
