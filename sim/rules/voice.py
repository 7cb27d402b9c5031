"""When a felt wrong is voiced, and when it fades unvoiced. What the claimant then does: `claim`.

Naming, blaming and claiming are one hazard here (`definitions` 7; Felstiner, Abel and Sarat 1981): the share
`voice_share` of grievances is voiced, the rest fades, both with exponential times.
"""

from __future__ import annotations

from sim.jit import njit


@njit
def voice_rate(share: float, fade_days: float) -> float:
    """Daily hazard of voicing so that `share` of grievances is voiced before it fades (competing hazards)."""
    return share / (1.0 - share) / fade_days


@njit
def whole_days(exposure: float, rate: float, cap: int) -> int:
    """Days until an Exp(1) draw `exposure` is used up at `rate` a day, at least 1, at most `cap`."""
    if rate * cap <= exposure:
        return cap
    return 1 + int(exposure / rate)
