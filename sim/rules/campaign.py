"""What a campaign (专项行动) is on a day, and what it makes of appraisal weights and hours.

While it lasts superiors press and hours are lent to it; afterwards attention goes elsewhere and both sag below what
they were (campaign-style governance: Zhou 2012). How far, nobody has measured: assumptions of `scenario.campaign`, each
with a range that includes no effect.
"""

from __future__ import annotations

from sim.jit import njit

OFF, ON, SAGS = 0, 1, 2


@njit
def campaign_stage(day: int, start: int, length: int, period: int, sag_days: int) -> int:
    """OFF, ON or SAGS on a policy day; every `period` days it begins anew (0: once). A new one ends the sag."""
    since = day - start
    if since < 0:
        return OFF
    if period > 0:
        since = since % period
    if since < length:
        return ON
    if since < length + sag_days:
        return SAGS
    return OFF


@njit
def campaign_pull(stage: int, intensity: float, sag: float) -> float:
    """Its part of a place's pressure: `intensity` while on, minus the share `sag` of it afterwards."""
    if stage == ON:
        return intensity
    if stage == SAGS:
        return -sag * intensity
    return 0.0


@njit
def weight_under(weight: float, pressure: float, gain: float) -> float:
    """An appraisal weight under a pressure, never below 0."""
    moved = weight + gain * pressure
    if moved < 0.0:
        return 0.0
    return moved


@njit
def hours_under(pressure: float, gain: float) -> float:
    """Factor on hours under a pressure, never below 0; exactly 1 without one."""
    factor = 1.0 + gain * pressure
    if factor < 0.0:
        return 0.0
    return factor
