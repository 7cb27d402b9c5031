"""Through which window a claim comes, if any, and how often a window sends it to a forum without the remit.

A window (12345 hotline, one-stop centre) hears nothing itself: it writes the matter down and dispatches it. All sizes
are assumptions of `scenario.windows`.
"""

from __future__ import annotations

from sim.jit import njit
from sim.names import Forum

NO_WINDOW, HOTLINE, ONE_STOP = int(Forum.NONE), int(Forum.HOTLINE), int(Forum.ONE_STOP)


@njit
def which_window(p, u: float) -> int:
    """Window of a claim by a uniform `u`: the hotline's share first, then the centre's; the rest comes to the forum."""
    if u < p.windows_hotline:
        return HOTLINE
    if u < p.windows_hotline + p.windows_one_stop:
        return ONE_STOP
    return NO_WINDOW


@njit
def misdirected_probability(p, window: int, lever: float) -> float:
    """Chance that a window sends a matter wrong, times the lever `misrouting` of the place it is for, at most 1."""
    chance = p.windows_wrong_hotline * lever
    if window == ONE_STOP:
        chance = p.windows_wrong_one_stop * lever
    if chance > 1.0:
        return 1.0
    return chance
