"""Decides what the hotline and the network of one-stop centres came to: what their books say beside what happened.

Of the hotline `definitions` 2 say: accepted is a contact that is a demand, success what the caller says of treatment.
Its books know only who was written down; the truth counts everybody who asked. Needs hours at windows
(`processes.window_hours`); without them only the demands met are known, out of all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from sim.analysis.books import ENDED_WELL, FATES, fates
from sim.analysis.cohort import ratio
from sim.names import Forum
from sim.records import Paired, Records

AT_COURT: Final = (Forum.COURT, Forum.PREFILING)
"""The court and the mediators at its door."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hotline:
    """Counts over the days of the cohort. `response`, `solved`, `satisfied`: the triple, each share beside the truth.

    `calls`: enquiries by telephone and demands. `unanswered`: of all contacts, those that nobody answered.
    """

    calls: int
    demands: int
    written: int
    beyond: float
    unanswered: float
    response: Paired
    solved: Paired
    satisfied: Paired


@dataclass(frozen=True, kw_only=True, slots=True)
class Centre:
    """Of the centre's network on the days of the cohort: who came, where they went, what its books call settled.

    `visits` bring no dispute: counsel and services of law. `mediation`, `petition`, `court`, `police`: disputes that it
    sent there; to the last two this version's windows send nobody.
    """

    visits: int
    mediation: int
    petition: int
    court: int
    police: int
    success: Paired

    @property
    def registered(self) -> int:
        """All that it registered."""
        return self.visits + self.mediation + self.petition + self.court + self.police


def hotline(records: Records) -> Hotline:
    """Return what the hotline came to."""
    series, year = records.series, records.manifest.cohort

    def total(name: str) -> int:
        return series.total(name, 0, year)

    def pair(booked: str, true: str, entries: int) -> Paired:
        known = entries > 0 or with_hours
        return series.booked_share(booked, entries, 0, year).beside(ratio(total(true), demands) if known else nan)

    nan = float("nan")
    demands, written, contacts = total("demands"), total("demands_written"), total("enquiries") + total("demands")
    with_hours = total("window_minutes") > 0
    lost = total("enquiries_unanswered") + demands - written
    return Hotline(
        calls=contacts - total("visits"),
        demands=demands,
        written=written,
        beyond=ratio(total("demands_beyond"), demands) if with_hours else nan,
        unanswered=ratio(lost, contacts) if with_hours else nan,
        response=pair("booked_responded", "demands_responded", written),
        solved=pair("booked_demands", "demands_met", written if with_hours else demands),
        satisfied=pair("demands_satisfied", "demands_satisfied", written),
    )


def centre(records: Records) -> Centre:
    """Return what the centre's network came to; its entries are the cases that it dispatched."""
    cases, year = records.cases, records.manifest.cohort
    mine = (cases.window == Forum.ONE_STOP) & (cases.opened >= 0) & (cases.opened < year)
    held = np.isin(fates(records), [FATES.index(name) for name in ENDED_WELL])
    true = ratio(int(np.count_nonzero(mine & held)), int(np.count_nonzero(mine)))
    return Centre(
        visits=records.series.total("visits", 0, year),
        mediation=int(np.count_nonzero(mine & np.isin(cases.forum, (Forum.COMMITTEE, Forum.OFFICE)))),
        petition=int(np.count_nonzero(mine & (cases.forum == Forum.PETITION))),
        court=int(np.count_nonzero(mine & np.isin(cases.forum, AT_COURT))),
        police=int(np.count_nonzero(mine & (cases.forum == Forum.POLICE))),
        success=cases.booked_share(mine).beside(true),
    )
