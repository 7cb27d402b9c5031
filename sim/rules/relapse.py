"""When what looked closed comes back, and when what was given up is forgotten.

Charter 3.9: the hazard rises with remaining hostility, pressure and unkept terms; court confirmation lowers it (next
issue). Times are drawn at closing, so truth is known unless a later event changes it (dry run, decision 7).
"""

from __future__ import annotations

from sim.floats import exp_, log_
from sim.jit import njit

DAYS_A_YEAR = 365.0


@njit
def return_rate(p, hostility: float, unkept: float) -> float:
    """Yearly hazard that a closed dispute comes back; `unkept` 0..1."""
    return p.returns_base * exp_(p.returns_hostility * hostility + p.returns_unkept * unkept)


@njit
def stock_age(u: float, longest: int, oldest: int, under_way: int) -> int:
    """Days since a past dispute entered its stock: from -`under_way` to `longest` - 1; below 0 it is about to.

    Stocks are stationary where as many disputes enter on any day. Of those voiced at a constant rate over the last
    `oldest` days, a share (oldest - age) / oldest was voiced before that age, so the age has density proportional to
    1 / (oldest - age): with those dropped that were not voiced yet, entries are level. Careers under way at the start
    enter in the days to come; without them a hole would go through the stock, and come back when it lapses.

    `u` uniform; days; `longest` < `oldest`.
    """
    span = float(oldest + under_way)
    left = float(oldest - longest) / span
    age = int(span * (1.0 - exp_(u * log_(left))))
    if age > longest + under_way - 1:
        age = longest + under_way - 1
    return age - under_way


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
