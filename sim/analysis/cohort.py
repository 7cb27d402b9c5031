"""Decides over whom indicators run: the root families of the cohort whose root has its home level inside the tree.

`definitions` 3 and 4. Roots whose home lies beyond the root of the tree are counted and reported apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.names import Origin
from sim.records import NEVER, Records

Array = npt.NDArray[Any]
DAYS_A_YEAR = 365.0


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Cohort:
    """Whom the indicators are about. Rows are rows of the true ledger.

    `roots`: the paired roots; `members` bool[n]: they and all that they caused; `voiced` bool[n]: the disputes among
    the members (voiced, their own home inside the tree); `outside_roots`: roots of the cohort with home beyond the
    tree; `adult_years`: adults times the cohort's years.
    """

    roots: Array
    members: Array
    voiced: Array
    outside_roots: int
    adult_years: float

    @property
    def disputes(self) -> int:
        """Number of voiced disputes."""
        return int(np.count_nonzero(self.voiced))

    def share(self, which: Array) -> float:
        """Return the share of the voiced disputes for which `which` (bool[n]) holds; nan if there are none."""
        return ratio(int(np.count_nonzero(which & self.voiced)), self.disputes)

    def per_1000_adults(self, count: float) -> float:
        """Return `count` per 1,000 adult-years of the cohort."""
        return ratio(1000.0 * count, self.adult_years)


def cohort_of(records: Records) -> Cohort:
    """Return the cohort of a run's records."""
    ledger, society = records.disputes, records.society
    family = np.maximum(ledger.family, 0)
    born = ledger.cohort > 0
    inside = ledger.home < society.n_levels
    members = born & inside[family] if len(ledger) else born
    is_root = ledger.origin == Origin.ROOT
    return Cohort(
        roots=np.flatnonzero(members & is_root),
        members=members,
        voiced=members & inside & (ledger.voiced != NEVER),
        outside_roots=int(np.count_nonzero(born & is_root & ~inside)),
        adult_years=society.adults * records.manifest.cohort / DAYS_A_YEAR,
    )


def per_family(records: Records, cohort: Cohort, values: Array, *, bits: bool = False) -> Array:
    """Fold `values` of all members into their roots: the largest, or (`bits`) all bits set; one value a paired root."""
    folded: Array = values.copy()
    family = records.disputes.family
    children = np.flatnonzero(cohort.members & (records.disputes.origin != Origin.ROOT))
    join: Any = np.bitwise_or if bits else np.maximum
    join.at(folded, family[children], values[children])
    return folded[cohort.roots]


def ratio(part: float, whole: float) -> float:
    """Return part / whole, nan where there is no whole."""
    return part / whole if whole else float("nan")
