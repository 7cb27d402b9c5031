"""Whether the terms of an agreement or a judgment are performed when their day comes, and whether enforcement succeeds.

What was agreed freely is kept more often than what was ordered (relation and consent; small-claims studies, sign
only). Who is weak may be unable to pay, who is strong unwilling: the sign of power is open, its range holds 0. All are
assumptions.
"""

from __future__ import annotations

from sim.floats import log_, sigmoid
from sim.jit import njit


@njit
def perform_probability(p, share: float, tie: float, hostility: float, standing: float) -> float:
    """Chance that the respondent performs: `share` at tie, hostility and standing of 0.5, logit slopes from there."""
    if share <= 0.0:
        return 0.0
    if share >= 1.0:
        return 1.0
    logit = log_(share / (1.0 - share)) + p.perform_tie * (tie - 0.5) + p.perform_hostility * (hostility - 0.5)
    return sigmoid(logit + p.perform_power * (standing - 0.5))


@njit
def promised_share(p, by_court: int, confirmed: int) -> float:
    """Share performed where all else is middling: of judgments, confirmed agreements, agreements."""
    if by_court == 1:
        return p.perform_judgment
    if confirmed == 1:
        return p.perform_confirmed
    return p.perform_agreement


@njit
def enforce_probability(p, standing: float) -> float:
    """Chance that enforcement brings what is owed: `perform_enforced` against a respondent of standing 0.5."""
    if p.perform_enforced <= 0.0:
        return 0.0
    if p.perform_enforced >= 1.0:
        return 1.0
    return sigmoid(log_(p.perform_enforced / (1.0 - p.perform_enforced)) + p.perform_power * (standing - 0.5))
