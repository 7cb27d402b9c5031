"""What each open way is worth to a claimant: random utility over lumping, talk and every forum within reach.

Charter 3.3: stake x believed success, minus fee, wait, distance and the social cost of escalating against the tie, plus
trust, plus anger. Shares are logit in these utilities because the noise is Gumbel with scale 1. All weights are
assumptions of `scenario.claim`; signs: Yan 2006 and Michelson 2007 on the social cost of going up; form: McFadden 1974.
"""

from __future__ import annotations

from sim.floats import log_
from sim.jit import njit


@njit
def stake_score(stake: float, median: float, sigma: float) -> float:
    """Where a stake stands among stakes: 0 at two sigma below the median, 0.5 at the median, 1 at two above."""
    score = 0.5 + log_(stake / median) / (4.0 * sigma)
    if score < 0.0:
        return 0.0
    if score > 1.0:
        return 1.0
    return score


@njit
def belief(anchor: float, failures: int, penalty: float) -> float:
    """Believed chance of success at a forum: its anchor less a penalty for each own failure there, never below 0.05."""
    believed = anchor - penalty * failures
    if believed < 0.05:
        return 0.05
    return believed


@njit
def lump_utility(p, attempts: int) -> float:
    """Worth of giving up; weariness grows with every attempt made."""
    return p.claim_lump + p.claim_weariness * attempts


@njit
def talk_utility(p, tie: float, hostility: float, attempts: int) -> float:
    """Worth of talking to the other side: dearer the hotter the quarrel, easier the closer the tie."""
    return p.claim_bilateral + p.talk_tie * tie - 2.0 * hostility - p.claim_weariness * attempts


@njit
def forum_worth(p, constant: float, believed: float, score: float, trust: float) -> float:
    """Part of a forum's utility that rises with what may be won there."""
    return constant + p.claim_efficacy * believed * (1.0 + p.claim_stake_weight * score) + p.claim_trust * trust


@njit
def escalation_cost(p, level: int, top: int, tie: float, standing: float) -> float:
    """What going to `level` costs socially, in distance, and in the threshold between wish and act.

    The social cost grows with level and tie, and is halved for the most powerful; the threshold grows with level.
    """
    social = p.claim_social_cost * tie * level * (1.0 - 0.5 * standing)
    return social + p.claim_distance * level + p.claim_threshold * level / (top + 1.0)


@njit
def wait_cost(p, wait_days: float) -> float:
    """What an expected wait of `wait_days` takes off; logarithmic: years are not infinitely worse than months."""
    return p.claim_wait * log_(1.0 + wait_days)


@njit
def _fee_of_band(stake: float, low: float, high: float, rate: float) -> float:
    """Fee on the part of the stake between `low` and `high`, all in yuan; 0 for a stake below the band."""
    if stake <= low:
        return 0.0
    return rate * ((stake if stake < high else high) - low)


@njit
def court_fee(stake: float) -> float:
    """Statutory fee of a suit in yuan: 50 up to 10,000, then by bands, each rate on its own part.

    State Council Decree 481 (2006), art. 13 (1); the first bands in `targets.md`, more inputs, grade A. What a divorce
    costs (50 to 300 yuan) is not told apart.
    """
    fee = 50.0
    fee = fee + _fee_of_band(stake, 10_000.0, 100_000.0, 0.025)
    fee = fee + _fee_of_band(stake, 100_000.0, 200_000.0, 0.02)
    fee = fee + _fee_of_band(stake, 200_000.0, 500_000.0, 0.015)
    if stake <= 500_000.0:
        return fee
    fee = fee + _fee_of_band(stake, 500_000.0, 1_000_000.0, 0.01)
    fee = fee + _fee_of_band(stake, 1_000_000.0, 2_000_000.0, 0.009)
    fee = fee + _fee_of_band(stake, 2_000_000.0, 5_000_000.0, 0.008)
    fee = fee + _fee_of_band(stake, 5_000_000.0, 10_000_000.0, 0.007)
    fee = fee + _fee_of_band(stake, 10_000_000.0, 20_000_000.0, 0.006)
    if stake > 20_000_000.0:
        fee = fee + 0.005 * (stake - 20_000_000.0)
    return fee


@njit
def court_cost(p, stake: float, legal: float) -> float:
    """Court asks for a fee (relative to the stake) and for legal knowledge (0..1; 0.5 is neutral).

    The fee is halved where a suit is mediated, withdrawn or tried summarily; the claimant counts on the usual share.
    """
    share = 20.0 * court_fee(stake) / stake
    if p.on_half_fees == 1:
        share = share * (1.0 - 0.5 * p.court_half)
    if share > 2.0:
        share = 2.0
    return p.claim_fee * share - p.claim_legal * (legal - 0.5)


@njit
def anger_worth(p, mood: float, allies: float) -> float:
    """What anger and allies of the same cause add to petitioning; ten allies count in full."""
    share = allies / 10.0
    if share > 1.0:
        share = 1.0
    return p.claim_anger * mood + p.claim_allies * share
