"""How many suits organisations bring to a court in a day, and whose turn it is in a line that they share.

Rate: first-instance civil suits of all by residents served (target 20, high courts 2024), times the share that are of
organisations (`court.organisation_docket`, an assumption with its range). More residents or a larger share: more suits.
"""

from __future__ import annotations

from sim.floats import exp_
from sim.jit import njit


@njit
def docket_mean(per_1000: float, share: float, residents: int) -> float:
    """Mean suits of organisations a day at a court that serves `residents`."""
    return per_1000 / 1000.0 / 365.0 * share * residents


@njit
def docket_first(entered: int, joined: int) -> bool:
    """True if an organisation's suit entered before the dispute at the head joined; on one day the dispute is first."""
    return entered < joined


@njit
def suit_minutes(hours: float, z: float, sigma: float, low: float, high: float) -> int:
    """Minutes of one hearing: mean-one log-normal content, clipped, as of a dispute; at least 1."""
    content = exp_(sigma * z - 0.5 * sigma * sigma)
    if content < low:
        content = low
    if content > high:
        content = high
    minutes = int(60.0 * hours * content)
    if minutes < 1:
        return 1
    return minutes
