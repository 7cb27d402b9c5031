"""Decides what calls to the police came to, and how many claims came through windows.

Calls are those that the police answered on the days of the cohort, whoever's. The station's entries are the calls that
it mediated; they are reported upward hardly at all and stand in no figure of the mediation network (`definitions` 2).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.analysis.books import ENDED_WELL, FATES, fates
from sim.analysis.cohort import ratio
from sim.names import Forum, Way
from sim.records import Paired, Records


@dataclass(frozen=True, kw_only=True, slots=True)
class Policing:
    """Counts over the days of the cohort. `signed`: of `mediated`, with an agreement, pressed or not.

    `success`: share of `mediated` booked as settled, beside the share settled freely that held for a year.
    `contacts`, `misdirected`: claims that came through a window, and those that it first sent wrong;
    `demands`, `demands_met`: service demands, and those met.
    """

    calls: int
    unattended: int
    refused: int
    mediated: int
    signed: int
    success: Paired
    contacts: int
    misdirected: int
    demands: int
    demands_met: int


def policing(records: Records) -> Policing:
    """Return what the police did."""
    cases, series, year = records.cases, records.series, records.manifest.cohort
    mine = (cases.forum == Forum.POLICE) & (cases.closed >= 0) & (cases.closed < year)
    mediated = int(np.count_nonzero(mine))
    held = np.isin(fates(records), [FATES.index(name) for name in ENDED_WELL])
    true = ratio(int(np.count_nonzero(mine & held)), mediated)
    return Policing(
        calls=series.total("police_calls", 0, year),
        unattended=series.total("police_unattended", 0, year),
        refused=series.total("police_refused", 0, year),
        mediated=mediated,
        signed=int(np.count_nonzero(mine & np.isin(cases.way, (Way.CONSENT, Way.PRESSED)))),
        success=cases.booked_share(mine).beside(true),
        contacts=series.total("window_contacts", 0, year),
        misdirected=series.total("window_misdirected", 0, year),
        demands=series.total("demands", 0, year),
        demands_met=series.total("demands_met", 0, year),
    )
