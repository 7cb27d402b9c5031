"""How a hot failure is felt by others: mood along ties, and the pressure from which sympathetic grievances are born.

Pushes are integers in 1/65536 so that their sum does not depend on order (`engine` section 4). Branching form: R is the
mean number of children per root; the pressure on one household is its share of R over the pushes a root makes.
"""

from __future__ import annotations

from sim.floats import exp_
from sim.jit import njit

UNIT = 65536.0
"""Fixed-point unit of mood and pressure."""


@njit
def heat_above(hostility: float, hot: float) -> float:
    """How far above the threshold `hot` a quarrel burns, 0..1."""
    if hostility <= hot or hot >= 1.0:
        return 0.0
    return (hostility - hot) / (1.0 - hot)


@njit
def pressure(p, contagion: float, heat: float, ties: int) -> int:
    """Fixed-point pressure on each tied household from one hot failure; `contagion` is the factor of the type."""
    if ties <= 0:
        return 0
    return int(UNIT * p.spread_R * contagion * heat / (p.spread_pushes * ties))


@njit
def mood_push(p, heat: float) -> int:
    """Fixed-point mood that one hot failure adds to each adult of a tied household."""
    return int(UNIT * p.spread_mood_push * heat)


@njit
def own_mood_push(p, hostility: float) -> int:
    """Fixed-point mood that a failure adds to the claimant."""
    return int(UNIT * p.spread_mood_own * hostility)


@njit
def mood_left(days: int, half_life: float) -> float:
    """Share of a mood that is left after `days`."""
    return exp_(-0.6931471805599453 * days / half_life)


@njit
def calmed(units: int, left: float, cap: float) -> float:
    """Mood 0..cap of which this share is left."""
    value = units / UNIT
    if value > cap:
        value = cap
    return value * left


@njit
def mood_after(units: int, days: int, half_life: float, cap: float) -> float:
    """Mood 0..cap as read `days` after the last write; reading never writes."""
    return calmed(units, mood_left(days, half_life) if days > 0 else 1.0, cap)


@njit
def fires(exposure: float, units: int) -> int:
    """1 when accumulated fixed-point pressure has used up an Exp(1) draw."""
    if units / UNIT >= exposure:
        return 1
    return 0
