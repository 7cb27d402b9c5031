"""Decides what an independent survey finds in the model: 500 closed cases, asked a year after they closed.

`definitions` 2: no source observes whether a settlement holds a year later; in the model a surveyor can ask. He is told
what a party would tell: whether the matter was settled freely, or lost and felt fair, and has not come back within 365
days. Everybody who is asked answers, and truly (assumption). Who is asked is drawn by key and is no part of a history.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.books import ENDED_WELL, FATES, fates
from sim.analysis.luck import uniforms
from sim.names import Forum, Purpose
from sim.records import NEVER, Paired, Records

Array = npt.NDArray[Any]

SAMPLE: Final = 500
"""Closed cases that are asked about (definitions 2)."""

WAIT_DAYS: Final = 365
"""Days after closing at which the question is put (definitions 2)."""

ASKED_FORUMS: Final = (Forum.COMMITTEE, Forum.OFFICE, Forum.PETITION)
"""Forums whose closed cases the survey draws from: those that book a success where none may be (a court books none)."""

_Z: Final = 1.959963984540054
"""Normal 97.5 % point."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Survey:
    """What the survey found among `closed` cases, of which `asked` were asked and `settled` said that it still is.

    `low`, `high`: 95 % interval of the sampling alone (Wilson's, for a finite population: no chance is left once all
    are asked). `success`: over the same closed cases, booked as settled beside what truly held.
    """

    closed: int
    asked: int
    settled: int
    low: float
    high: float
    success: Paired

    @property
    def share(self) -> float:
        """Share of those asked who say that it is settled; nan if nobody was asked."""
        return self.settled / self.asked if self.asked else float("nan")


def survey(records: Records, size: int = SAMPLE) -> Survey:
    """Return what a survey of `size` cases closed on the days of the cohort finds a year after each closed.

    Only cases whose year has passed by the last day of the run are asked about.
    """
    cases = records.cases
    last = min(records.manifest.cohort, records.manifest.last_day + 1 - WAIT_DAYS)
    closed = np.isin(cases.forum, ASKED_FORUMS) & (cases.closed != NEVER) & (cases.closed >= 0) & (cases.closed < last)
    well = np.isin(fates(records), [FATES.index(name) for name in ENDED_WELL])
    rows = np.flatnonzero(closed)
    asked = rows[np.argsort(_luck(records, rows), kind="stable")[:size]]
    settled, whole = int(np.count_nonzero(well[asked])), len(rows)
    low, high = wilson(settled, len(asked), whole)
    return Survey(
        closed=whole,
        asked=len(asked),
        settled=settled,
        low=low,
        high=high,
        success=cases.booked_share(closed).beside(float(np.mean(well[rows])) if whole else float("nan")),
    )


def wilson(hits: int, asked: int, whole: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share in a sample of `asked` out of `whole`; nan where nobody was asked."""
    if not asked:
        return float("nan"), float("nan")
    share = hits / asked
    if asked >= whole:
        return share, share
    n = asked * (whole - 1) / (whole - asked)  # a sample that leaves few out says more than its size
    middle = (share + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
    half = _Z / (1 + _Z * _Z / n) * math.sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def _luck(records: Records, rows: Array) -> Array:
    """One uniform a case, keyed by dispute, forum, level and visit: the same case has the same luck under every arm."""
    cases = records.cases
    at = [column[rows].astype(np.uint64) for column in (cases.forum, cases.slot, cases.visit)]
    counter = (at[0] << np.uint64(48)) | (at[1] << np.uint64(32)) | (at[2] << np.uint64(16))
    ids = records.disputes.id[cases.dispute[rows]]
    return uniforms(records.manifest.seed, int(Purpose.SURVEY), ids, counter)
