"""Decides what a run can answer to a target: a number, a pair where the books have a word, or what it waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.records import Paired, Records

Array = npt.NDArray[Any]
DAYS_A_YEAR = 365.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Waits:
    """No figure: what has to come first, in words."""

    zh: str
    en: str


Figure = float | Paired | Waits
Measure = Callable[[Records], Figure]


def of_the_year(records: Records, *forums: int) -> Array:
    """Whether each case was accepted by one of `forums` on the days of the cohort, bool[n]; no forum: by any."""
    cases = records.cases
    mine = (cases.opened >= 0) & (cases.opened < records.manifest.cohort)
    return mine & np.isin(cases.forum, forums) if forums else mine


def years(records: Records) -> float:
    """Return the length of the cohort in years."""
    return records.manifest.cohort / DAYS_A_YEAR


def full_time_minutes(records: Records) -> float:
    """Return the minutes that a full-time person works on a mean calendar day: the scenario's hours, five in seven."""
    return records.society.hours_per_staff_day * 60.0 * 5.0 / 7.0
