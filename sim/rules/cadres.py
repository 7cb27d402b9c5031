"""What closeness to the cadres does: at a gate, in a decision, and for who is made to sign.

Closeness 0..1 with mean 0.5 (`world.closeness`), so that every effect is 0 at the mean. Assumptions of
`scenario.cadres`; each may be without effect, or the other way round.
"""

from __future__ import annotations

from sim.floats import log_, sigmoid
from sim.jit import njit


@njit
def gate_for(strictness: float, slope: float, closeness: float) -> float:
    """Chance that a gate of `strictness` sends this claimant down: (1 - slope) of it at closeness 1, 1 + slope at 0."""
    chance = strictness * (1.0 - slope * (2.0 * closeness - 1.0))
    if chance > 1.0:
        return 1.0
    return chance


@njit
def favoured(chance: float, slope: float, closeness: float) -> float:
    """A chance moved in logit by slope x (closeness - 0.5); certain and impossible things stay so."""
    if chance <= 0.0 or chance >= 1.0:
        return chance
    return sigmoid(log_(chance / (1.0 - chance)) + slope * (closeness - 0.5))


@njit
def leaned_on(chance: float, slope: float, other: float, own: float) -> float:
    """Chance that a signature was pressed, moved in logit by slope x (the other side's closeness - one's own)."""
    return favoured(chance, slope, 0.5 + other - own)
