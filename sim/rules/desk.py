"""Hours of windows: what they answer in time, late or never; and which demands a town office attends to or cannot meet.

Work that comes waits behind what is there; a week's work may be answered in the week after, and what then waits longer
than a week is not answered. `definitions` 1 (contacts use hours) and 2 (the hotline's row); stylised fact 11 (more, and
more out-of-remit, demand). All sizes are assumptions of `scenario.desk`.
"""

from __future__ import annotations

from sim.jit import njit

HOTLINE_DESK, CENTRE_DESK = 0, 1
"""Columns of the two windows."""


@njit
def minutes_in_time(hours: int, ahead: int, work: int) -> int:
    """Of the week's `work`, minutes answered within it, by `hours` (minutes) of which `ahead` go before."""
    left = hours - ahead
    if left < 0:
        return 0
    if left < work:
        return left
    return work


@njit
def minutes_late(hours: int, ahead: int, waiting: int) -> int:
    """Of what is left `waiting`, minutes that will be answered in the week after."""
    room = hours
    if ahead > hours:
        room = hours + hours - ahead
    if room < 0:
        return 0
    if room < waiting:
        return room
    return waiting


@njit
def left_behind(hours: int, ahead: int, late: int) -> int:
    """Minutes that wait at the end of the week: what went before and was not reached, and what will be late."""
    if ahead > hours:
        return ahead - hours + late
    return late


@njit
def portion(before: int, mine: int, part: int, whole: int) -> int:
    """How many of `mine` are among the answered, `part` of `whole`, where `before` were counted before: sums hold."""
    if whole <= 0:
        return 0
    return (before + mine) * part // whole - before * part // whole


@njit
def is_jammed(behind: int, hours: int) -> bool:
    """True if a week's work waits: a window that takes nobody, so that people go to the forum themselves."""
    return behind >= hours


@njit
def wait_at_window(behind: int, minutes: int) -> int:
    """Whole days that a dispute waits at a window with `minutes` a day beyond the days of dispatch."""
    if minutes <= 0:
        return 0
    return behind // minutes


@njit
def demands_heard(p, demands: int, minutes: int, days: int) -> int:
    """Demands that a town office with `minutes` a day can attend to in `days`: its share for them, and no more."""
    if minutes <= 0:
        return 0
    if p.contacts_minutes == 0:
        return demands
    most = int(p.desk_office_share * minutes * days) // p.contacts_minutes
    if most < demands:
        return most
    return demands


@njit
def beyond_share(p, asked: float) -> float:
    """Share of demands that the town has no power over, where people ask `asked` times the base rate."""
    if asked <= 1.0:
        return p.desk_beyond
    return (p.desk_beyond + p.desk_beyond_more * (asked - 1.0)) / asked
