"""When others' open quarrels over one cause bring somebody in who had kept still (Granovetter 1978; off by default).

Everybody has a threshold of his own: how many must already stand up. Its distribution decides whether a crowd forms;
nobody has measured one here, so mean and spread are assumptions, and the share who have a threshold at all is 0 by
default.
"""

from __future__ import annotations

from sim.jit import njit

STAYS_OUT = 0
"""Threshold of who never joins."""


@njit
def own_threshold(p, u: float, z: float) -> int:
    """Active disputes of the cause that bring this claimant in, at least 1; or STAYS_OUT. `u` uniform, `z` normal."""
    if u >= p.crowd_share:
        return STAYS_OUT
    threshold = int(p.crowd_mean + p.crowd_sigma * z)
    if threshold < 1:
        return 1
    return threshold


@njit
def joins(threshold: int, active: int) -> int:
    """1 if so many active disputes of the cause are enough."""
    if threshold != STAYS_OUT and active >= threshold:
        return 1
    return 0
