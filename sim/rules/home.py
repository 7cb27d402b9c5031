"""The home level of a dispute: the lowest level that holds both parties and can grant the remedy impartially.

`definitions` section 1. Fixed at birth, never moved by a policy.
"""

from __future__ import annotations

from sim.jit import njit


@njit
def home_level(ancestor: int, power: int, impartial: int) -> int:
    """max(lowest common ancestor, power, impartial), as ranks; `outside` = number of levels."""
    home = ancestor
    if power > home:
        home = power
    if impartial > home:
        home = impartial
    return home
