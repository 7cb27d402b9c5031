"""When a place goes into emergency mode and when it leaves it: two marks on *reported* incidents, so that it holds on.

Charter 3.13: surge staff, joint command, suspended routine, with hysteresis. Institutions see reported figures only.
Where the marks lie and what the mode moves are assumptions of `scenario.emergency`.
"""

from __future__ import annotations

from sim.jit import njit


@njit
def incident_rate(incidents: int, residents: int, days: int) -> float:
    """Reported incidents per 10,000 residents and 30 days; 0 where nobody lives."""
    if residents <= 0:
        return 0.0
    return incidents * 300000.0 / (float(residents) * days)


@njit
def emergency_after(p, now: int, incidents: int, rate: float) -> int:
    """1 if the place is in emergency mode from tomorrow on; `now` 1 if it is today.

    In: at the upper mark, and never for fewer than `least` incidents. Out: below the lower mark. Else as it is.
    """
    if now == 1:
        return 0 if rate < p.emergency_leave else 1
    if rate >= p.emergency_enter and incidents >= p.emergency_least:
        return 1
    return 0


@njit
def emergency_hours(p, mode: int, petition: int) -> float:
    """Factor on the hours of a petition office (`petition` 1) or of a forum that mediates, by mode."""
    if mode == 0:
        return 1.0
    if petition == 1:
        return p.emergency_surge
    return p.emergency_routine
