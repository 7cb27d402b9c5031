"""Decides how loaded each kind of line was: minutes used over minutes there were, and ρ, the load it was asked for.

A kind of line is a forum at a slot: the village committees, the town offices, each level's petition offices, the court.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import ratio
from sim.names import Way
from sim.records import Records

Array = npt.NDArray[Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class LineLoad:
    """Load of one kind of line over some days. `kind` as in the names of series; `forum` of `sim.names.Forum`.

    `used`, `available`: minutes; `utilisation` = used / available. `offered` is ρ: cases accepted × mean sessions of a
    case that ran its course × mean minutes of a session, over minutes available; 1 or more means that the line cannot
    serve all it accepts. `waiting`: cases in line on the last day; `accepted`, `sessions`: counts.
    """

    kind: str
    forum: int
    slot: int
    level: int
    accepted: int
    sessions: int
    used: int
    available: int
    offered: float
    waiting: int

    @property
    def utilisation(self) -> float:
        """Minutes used over minutes available; nan without any."""
        return ratio(self.used, self.available)


def load(records: Records, first: int = 0, end: int | None = None) -> tuple[LineLoad, ...]:
    """Return the load of every kind of line over days `first` to `end` - 1 (default: the days of the cohort)."""
    society, stop = records.society, records.manifest.cohort if end is None else end
    return tuple(
        _line(records, kind, forum, slot, society.court_rank if slot >= society.n_levels else slot, (first, stop))
        for kind, forum, slot in society.line_kinds()
    )


def _line(records: Records, kind: str, forum: int, slot: int, level: int, days: tuple[int, int]) -> LineLoad:
    cases, series = records.cases, records.series
    mine = (cases.slot == slot) & (cases.opened >= days[0]) & (cases.opened < days[1])
    available = series.total(f"available_{kind}", *days)
    waiting = series.between(f"line_{kind}", days[1] - 1, days[1])
    asked = int(np.count_nonzero(mine)) * sessions_of_a_case(records, mine) * _mean(cases.work[mine])
    return LineLoad(
        kind=kind,
        forum=forum,
        slot=slot,
        level=level,
        accepted=int(np.count_nonzero(mine)),
        sessions=series.total(f"sessions_{kind}", *days),
        used=series.total(f"minutes_{kind}", *days),
        available=available,
        offered=ratio(asked, available) if np.any(mine) else (0.0 if available else float("nan")),
        waiting=int(waiting[-1]) if len(waiting) else 0,
    )


def sessions_of_a_case(records: Records, mine: Array) -> float:
    """Return the mean sessions (wrong desks count) of those of `mine` (bool[cases]) that ran their course, 1 if none.

    Cases that lapsed or were given up in line are left out: what they would have asked for is what those of their kind
    did that were served to the end.
    """
    cases = records.cases
    served = mine & ~np.isin(cases.way, (Way.NONE, Way.TIMED_OUT, Way.WITHDRAWN))
    return _mean(cases.sessions[served].astype(np.int64) + cases.misrouted[served]) or 1.0


def _mean(values: Array) -> float:
    return float(values.mean()) if len(values) else 0.0
