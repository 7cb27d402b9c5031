"""What ties of different kinds carry: a share of pressure and mood, an ally's weight, a respondent's consent.

Only proportions matter for spread: weights are divided by those of all ties of the household that pushes, so that R
stays what it is. Weights are assumptions of `scenario.ties`.
"""

from __future__ import annotations

from sim.floats import log_, sigmoid
from sim.jit import njit
from sim.rules.spread import UNIT

ALLY_UNIT = 1024.0
"""Fixed-point unit of allies: sums of whole numbers do not depend on order."""


@njit
def pressure_by_tie(p, contagion: float, heat: float, weight: float, total: float) -> int:
    """Fixed-point pressure on a household tied with `weight`, of `total` over all ties of the household that pushes."""
    if total <= 0.0:
        return 0
    return int(UNIT * p.spread_R * contagion * heat * weight / (p.spread_pushes * total))


@njit
def mood_by_tie(p, heat: float, weight: float, total: float, ties: int) -> int:
    """Fixed-point mood that one hot failure adds to each adult of it: `spread.mood_push` on the mean over the ties."""
    if total <= 0.0:
        return 0
    return int(UNIT * p.spread_mood_push * heat * weight * ties / total)


@njit
def ally_units(weight: float) -> int:
    """An ally's weight in fixed-point units."""
    return int(ALLY_UNIT * weight + 0.5)


@njit
def allies_in(units: int) -> float:
    """Allies that so many units stand for."""
    return units / ALLY_UNIT


@njit
def consent_by_tie(chance: float, shift: float) -> float:
    """Chance that the respondent comes, moved in logit by what the kind of tie to the claimant adds."""
    if chance <= 0.0 or chance >= 1.0:
        return chance
    return sigmoid(log_(chance / (1.0 - chance)) + shift)
