"""What a court or an office with power over the matter decides, and whether the loser finds it fair.

A loss felt fair is an end, not a failure (Tyler; `definitions` 4, end state `accepted`).
"""

from __future__ import annotations

from sim.floats import log_, sigmoid
from sim.jit import njit


@njit
def grant_probability(share: float, slope: float, merit: float) -> float:
    """Chance of a decision for the claimant: `share` at merit 0.5, logit slope `slope` in merit 0..1."""
    if share <= 0.0:
        return 0.0
    if share >= 1.0:
        return 1.0
    return sigmoid(log_(share / (1.0 - share)) + slope * (merit - 0.5))


@njit
def fair_probability(share: float, hostility: float) -> float:
    """Chance that a loss is felt fair; a hot quarrel halves it at hostility 1 (assumption)."""
    return share * (1.0 - 0.5 * hostility)
