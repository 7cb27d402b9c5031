"""Whether a volunteer joins or leaves: benefit minus cost, a logit; and a chance that it is thought over at all.

Random utility (McFadden 1974) of giving one's time; every number is an assumption. A range of `toil` reaches 0.
"""

from __future__ import annotations

from sim.floats import sigmoid
from sim.jit import njit


@njit
def willing(p, held: int, agreed: int, load: float) -> float:
    """Chance that somebody who thinks it over wants to be in. Nobody's record: one agreement in two sessions."""
    success = (float(agreed) + 1.0) / (float(held) + 2.0)
    return sigmoid(p.volunteers_benefit + p.volunteers_success * success + p.volunteers_toil * load)


@njit
def chance_to_change(p, present: int, wants: float) -> float:
    """Chance that who is in leaves, or who is away joins, at a review."""
    if present == 1:
        return p.volunteers_reconsider * (1.0 - wants)
    return p.volunteers_reconsider * wants
