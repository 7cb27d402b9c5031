"""Decides whether a run's spread feeds itself: how many grievances a grievance leads to, and the status that follows.

R of a run = grievances caused by others (sympathetic, from treatment, coupled) in its last year, over all that arose in
the year before. Where a run is level that is the mean number of children of a grievance; where each leads to one or
more, every year's children outnumber the last year's grievances, and the ratio is 1 or above. Such a run has no level
to settle at: its figures say how far it got by its last day, and are marked wherever they are shown.
"""

from __future__ import annotations

import math
from typing import Final

from sim.records import Records

YEAR: Final = 365
"""Days of each of the two stretches; longer than a generation, so that a run with R = 1 is not told below it."""


def reproduction(records: Records) -> float:
    """Return R of a run; nan where it has less than two years, or nothing arose in the first of them."""
    series = records.series
    if len(series) < 2 * YEAR:
        return math.nan
    caused = int(series["children"][-YEAR:].sum())
    before = slice(-2 * YEAR, -YEAR)
    arose = int(series["children"][before].sum()) + int(series["born"][before].sum())
    return caused / arose if arose else math.nan


def is_supercritical(r: float) -> bool:
    """Whether a run with this R feeds itself; not where R is not known."""
    return r >= 1.0
