"""Hours that reporting takes of a forum; booking a closed case takes `paperwork.case_minutes`, whoever books it."""

from __future__ import annotations

from sim.jit import njit


@njit
def report_minutes(p, minutes: int, days: int) -> int:
    """Time of a review period's report: the declared minutes, at most a quarter of the period's (assumption)."""
    most = minutes * days // 4
    if int(p.paperwork_report_minutes) < most:
        return int(p.paperwork_report_minutes)
    return most
