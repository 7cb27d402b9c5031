"""How long a post is held: a constant hazard by kind, or contracts of a fixed length that are renewed or not."""

from __future__ import annotations

from sim.floats import log_
from sim.jit import njit
from sim.rules.voice import whole_days

LONGEST = 30_000
"""Days beyond which nobody leaves."""


@njit
def days_held(rate: float, luck: float) -> int:
    """Days until an Exp(1) draw `luck` is used up at `rate` a year, at least 1."""
    return whole_days(luck, rate / 365.0, LONGEST)


@njit
def days_contracted(first: int, term: int, renewal: float, luck: float) -> int:
    """Days until a contract is not renewed: what is left of the first, and as many terms as `luck`, Exp(1), renews.

    Each renewal takes -log(renewal) of it, so that the number of renewals is geometric.
    """
    days = first
    if renewal > 0.0:
        days = days + term * int(luck / -log_(renewal))
    if days > LONGEST:
        return LONGEST
    return days
