"""Whether the parties to a mediated agreement ask the court, jointly, to confirm it (司法确认).

People's Mediation Law, art. 33, and Civil Procedure Law 2023, art. 205: both apply within 30 days, and the court then
makes the agreement enforceable. How often they do is an assumption; so are the slopes. A larger stake is more worth
the way; whether those who know each other go sooner or later is open, and the range of that slope holds 0.
"""

from __future__ import annotations

from sim.floats import log_, sigmoid
from sim.jit import njit


@njit
def ask_probability(p, stake_score: float, tie: float) -> float:
    """Chance that both apply: `confirm_share` at a stake score and a tie of 0.5, logit slopes from there."""
    if p.confirm_share <= 0.0:
        return 0.0
    if p.confirm_share >= 1.0:
        return 1.0
    logit = log_(p.confirm_share / (1.0 - p.confirm_share))
    return sigmoid(logit + p.confirm_stake * (stake_score - 0.5) + p.confirm_tie * (tie - 0.5))
