"""Hostility answers hostility between claimant and respondent (`definitions` 7: two-party spiral, off by default).

Form after Richardson's reaction functions and the conflict-spiral model (Rubin, Pruitt, Kim 1994): each side is heated
by a share of the other's hostility. How strongly, nobody has measured: the strength is an assumption, 0 by default.
"""

from __future__ import annotations

from sim.jit import njit

TEMPER_UNIT = 65535.0
"""The respondent's hostility is kept in whole units of 1/65535."""


@njit
def answered(own: float, other: float, strength: float) -> float:
    """Hostility of one side after meeting the other unsettled: a share of the distance to 1, in proportion to `other`.

    Sign: up with `other` and `strength`; unchanged at strength 0, never above 1.
    """
    return own + strength * other * (1.0 - own)


@njit
def temper_units(hostility: float) -> int:
    """Whole units in which the respondent's hostility is kept."""
    return int(TEMPER_UNIT * hostility)


@njit
def temper_of(units: int) -> float:
    """Hostility 0..1 that the units stand for."""
    return units / TEMPER_UNIT
