"""What each way is worth: bounds, signs, the court's fee table to the yuan, neutral values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.claim import (
    anger_worth,
    belief,
    court_cost,
    court_fee,
    escalation_cost,
    forum_worth,
    lump_utility,
    stake_score,
    talk_utility,
    wait_cost,
)
from tests.rules.numbers import p_with

share = st.floats(0, 1)
stakes = st.floats(1e-3, 1e9)

FEES = {
    100: 50.0,
    10_000: 50.0,
    20_000: 50.0 + 250.0,
    100_000: 50.0 + 2_250.0,
    150_000: 2_300.0 + 1_000.0,
    200_000: 2_300.0 + 2_000.0,
    300_000: 4_300.0 + 1_500.0,
    500_000: 4_300.0 + 4_500.0,
}
"""Yuan by stake, `targets.md` (more inputs): 50 up to 10,000; 2.5 % of the part to 100,000; 2 % to 200,000; 1.5 %."""


@given(stakes, st.floats(2_000, 40_000), st.floats(0.8, 1.6))
def test_the_stake_score_is_a_place_between_0_and_1(stake: float, median: float, sigma: float) -> None:
    """0 at two sigma below the median, .5 at it, 1 at two above; never outside, however large a stake."""
    score = stake_score(stake, median, sigma)
    assert 0.0 <= score <= 1.0
    assert score == pytest.approx(min(1.0, max(0.0, 0.5 + math.log(stake / median) / (4 * sigma))), abs=1e-12)
    assert stake_score(median, median, sigma) == 0.5
    assert stake_score(median * math.exp(2 * sigma), median, sigma) == pytest.approx(1.0)
    assert stake_score(median * math.exp(-2 * sigma), median, sigma) == pytest.approx(0.0, abs=1e-12)
    assert stake_score(stake * 1.1, median, sigma) >= score


@given(share, st.integers(0, 50), st.floats(0, 0.5))
def test_failures_cost_belief_but_never_all_of_it(anchor: float, failures: int, penalty: float) -> None:
    """Each own failure at a forum takes its penalty off; the floor keeps a forum thinkable."""
    believed = belief(anchor, failures, penalty)
    assert believed == pytest.approx(max(0.05, anchor - penalty * failures))
    assert belief(anchor, failures + 1, penalty) <= believed


@pytest.mark.parametrize(("stake", "fee"), FEES.items())
def test_the_court_fee_is_the_statutory_table(stake: int, fee: float) -> None:
    """Grade A input: the fee by stake, exactly, seen through a weight of 1 and neutral legal knowledge."""
    assert court_fee(float(stake)) == pytest.approx(fee, rel=1e-12)
    p = p_with(claim_fee=1.0, claim_legal=0.0, on_half_fees=0)
    assert court_cost(p, float(stake), 0.5) == pytest.approx(min(2.0, 20.0 * fee / stake), rel=1e-12)


@given(st.floats(10, 1e7), share)
def test_half_fees_make_suits_cheaper_by_their_share(stake: float, half: float) -> None:
    """At a share of 0 they are the full fee, at 1 half of it; off is the full fee to the bit."""
    whole = court_cost(p_with(claim_fee=1.0, on_half_fees=0, court_half=half), stake, 0.5)
    assert court_cost(p_with(claim_fee=1.0, on_half_fees=1, court_half=0.0), stake, 0.5) == whole
    cheaper = court_cost(p_with(claim_fee=1.0, on_half_fees=1, court_half=half), stake, 0.5)
    assert cheaper <= whole
    if whole < 2.0:
        assert cheaper == pytest.approx(whole * (1.0 - half / 2.0))


@given(st.floats(10, 1e7), st.floats(0, 0.9))
def test_legal_knowledge_opens_the_court(stake: float, legal: float) -> None:
    """Knowing the law lowers what the court costs; at .5 it is neutral; a fee is never worth more than two units."""
    p = p_with()
    assert court_cost(p, stake, legal + 0.1) < court_cost(p, stake, legal)
    assert court_cost(p_with(claim_fee=0.0), stake, 0.5) == 0.0
    assert 0.0 < court_cost(p_with(claim_fee=1.0), stake, 0.5) <= 2.0


@given(st.integers(0, 60))
def test_giving_up_gains_with_every_attempt(attempts: int) -> None:
    """Weariness: without it people would go on choosing for ever."""
    assert lump_utility(p_with(), attempts + 1) > lump_utility(p_with(), attempts)
    flat = p_with(claim_weariness=0.0)
    assert lump_utility(flat, attempts) == flat.claim_lump


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.integers(0, 20))
def test_talk_is_for_those_close_and_calm(tie: float, hostility: float, attempts: int) -> None:
    """Ties make talking easier, heat and weariness dearer."""
    p = p_with()
    worth = talk_utility(p, tie, hostility, attempts)
    assert talk_utility(p, tie + 0.1, hostility, attempts) > worth
    assert talk_utility(p, tie, hostility + 0.1, attempts) < worth
    assert talk_utility(p, tie, hostility, attempts + 1) < worth


@given(share, share, share)
def test_a_forum_is_worth_what_may_be_won_there(believed: float, score: float, trust: float) -> None:
    """Rises with believed success, with the stake, with trust; with all weights 0 only the constant is left."""
    p = p_with()
    worth = forum_worth(p, 1.0, believed, score, trust)
    assert forum_worth(p, 1.0, believed + 0.1, score, trust) > worth
    assert forum_worth(p, 1.0, believed, score + 0.1, trust) >= worth
    assert forum_worth(p, 1.0, believed, score, trust + 0.1) > worth
    assert forum_worth(p, 2.0, believed, score, trust) == pytest.approx(worth + 1.0)
    assert forum_worth(p_with(claim_efficacy=0.0, claim_trust=0.0), 1.0, believed, score, trust) == 1.0


@given(st.integers(0, 5), st.integers(1, 5), share, share)
def test_going_up_costs_more_with_every_level(level: int, top: int, tie: float, standing: float) -> None:
    """Social cost by tie and level, halved for the mighty; distance; a threshold; nothing at the lowest level."""
    p = p_with()
    cost = escalation_cost(p, level, top, tie, standing)
    assert escalation_cost(p, 0, top, tie, standing) == 0.0
    assert escalation_cost(p, level + 1, top, tie, standing) > cost
    assert escalation_cost(p, level, top, tie + 0.1, standing) >= cost
    assert escalation_cost(p, level, top, tie, standing + 0.1) <= cost
    alone = p_with(claim_distance=0.0, claim_threshold=0.0)
    assert escalation_cost(alone, level, top, 1.0, 1.0) == pytest.approx(escalation_cost(alone, level, top, 1.0, 0) / 2)
    free = p_with(claim_social_cost=0.0, claim_distance=0.0, claim_threshold=0.0)
    assert escalation_cost(free, level, top, tie, standing) == 0.0


@given(st.floats(0, 3650))
def test_waiting_costs_but_not_without_end(days: float) -> None:
    """Logarithmic: nothing for no wait, and a year is not twelve times a month."""
    p = p_with()
    assert wait_cost(p, 0.0) == 0.0
    assert wait_cost(p, days + 1) > wait_cost(p, days)
    assert wait_cost(p, days) == pytest.approx(p.claim_wait * math.log1p(days))
    assert wait_cost(p_with(claim_wait=0.0), days) == 0.0


@given(st.floats(0, 4), st.integers(0, 30))
def test_anger_and_allies_drive_petitions(mood: float, allies: int) -> None:
    """Both add to petitioning; ten allies count in full and an eleventh adds nothing."""
    p = p_with()
    worth = anger_worth(p, mood, allies)
    assert anger_worth(p, 0.0, 0) == 0.0
    assert anger_worth(p, mood + 0.1, allies) > worth
    assert (anger_worth(p, mood, allies + 1) > worth) == (allies < 10)
