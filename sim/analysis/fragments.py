"""Decides what fragmentation cost: sessions lost to a missing department, and cases first heard at the wrong desk.

By size class of the dispute (`mottoes.sizes`); cases of the cohort's own disputes, whenever heard.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import cohort_of, ratio
from sim.analysis.mottoes import BEYOND_TOWN, BIG, SMALL, sizes
from sim.names import Forum
from sim.records import Records

Array = npt.NDArray[Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fragments:
    """Counts for one class of disputes, or for all.

    `sessions`, `missing`: sessions of their cases, and those lost because a department was missing; `desks`,
    `misrouted`: claims that a party lodged above the lowest forum at an office or petition office and that were heard,
    and those of them first heard at the wrong desk.
    """

    sessions: int
    missing: int
    desks: int
    misrouted: int

    @property
    def missing_share(self) -> float:
        """Share of sessions lost; nan without sessions."""
        return ratio(self.missing, self.sessions)

    @property
    def misrouted_share(self) -> float:
        """Share of claims misrouted; nan without claims."""
        return ratio(self.misrouted, self.desks)


def fragments(records: Records) -> dict[str, Fragments]:
    """Return the counts of all disputes and of each class: `all`, `small`, `big`, `beyond_town`."""
    cohort, ledger, cases = cohort_of(records), records.disputes, records.cases
    mine = cohort.members[cases.dispute] if len(cases) else np.zeros(0, dtype=bool)
    size = sizes(ledger.stake, ledger.home, ledger.departments, records)[cases.dispute]
    found = {"all": _count(records, mine)}
    for name, one in (("small", SMALL), ("big", BIG), ("beyond_town", BEYOND_TOWN)):
        found[name] = _count(records, mine & (size == one))
    return found


def _count(records: Records, mine: Array) -> Fragments:
    cases = records.cases
    desks = mine & np.isin(cases.forum, (Forum.OFFICE, Forum.PETITION)) & (cases.slot > records.society.base)
    desks &= (cases.referred == 0) & (cases.sessions + cases.misrouted > 0)
    return Fragments(
        sessions=int(cases.sessions[mine].sum(dtype=np.int64)),
        missing=int(cases.missing[mine].sum(dtype=np.int64)),
        desks=int(np.count_nonzero(desks)),
        misrouted=int(np.count_nonzero(desks & (cases.misrouted > 0))),
    )
