"""When what looked closed comes back, and when what was given up is forgotten.

Charter 3.9: the hazard rises with remaining hostility, pressure and unkept terms; court confirmation lowers it. Times
are drawn at closing, so truth is known unless a later event changes it (dry run, decision 7).
"""

from __future__ import annotations

from sim.floats import exp_
from sim.jit import njit

DAYS_A_YEAR = 365.0


@njit
def return_rate(p, hostility: float, unkept: float) -> float:
    """Yearly hazard that a closed dispute comes back; `unkept` 0..1."""
    return p.returns_base * exp_(p.returns_hostility * hostility + p.returns_unkept * unkept)


@njit
def cooled(hostility: float, days: int, per_year: float) -> float:
    """Hostility after `days` at rest, decaying exponentially at `per_year`."""
    if days <= 0:
        return hostility
    return hostility * exp_(-per_year * days / DAYS_A_YEAR)


@njit
def heated_by_waiting(hostility: float, days: int, per_year: float) -> float:
    """Hostility after `days` in a line: the distance to 1 shrinks exponentially at `per_year`; no daily work."""
    if days <= 0:
        return hostility
    return 1.0 - (1.0 - hostility) * exp_(-per_year * days / DAYS_A_YEAR)


@njit
def heated(hostility: float, amount: float) -> float:
    """Hostility after a hurt of `amount`: that share of the remaining distance to 1."""
    return hostility + amount * (1.0 - hostility)
