"""Decides who opened the cases of people's mediation, what finding early prevented, what looking and padding brought.

Cases are those that committees and town offices accepted on the days of the cohort, whoever's. A padded entry stands in
the books as opened by the mediator (`definitions` 8: target #8 counts padding); in truth nobody opened anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from sim.analysis.cohort import cohort_of, ratio
from sim.names import EndState, Forum
from sim.records import Paired, Records, Tried

NETWORK: Final = (Forum.COMMITTEE, Forum.OFFICE)
"""The mediation network whose cases the books count; the court's docket and petition offices are not part of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Counts. `by_mediator`, `by_party`, `by_referral`: cases of the network; `padded`: entries beside them.

    `found`, `prevented`: the cohort's grievances that were found before they were voiced, and those of them that were
    settled so and did not come back within a year. `false_alarms`: everybody's, on the days of the cohort.
    """

    by_mediator: int
    by_party: int
    by_referral: int
    padded: int
    found: int
    prevented: int
    false_alarms: int

    @property
    def cases(self) -> int:
        """Cases of the network."""
        return self.by_mediator + self.by_party + self.by_referral

    @property
    def padded_share(self) -> float:
        """Share of the network's entries that are padded; nan without entries."""
        return ratio(self.padded, self.cases + self.padded)

    def opened(self, who: str) -> Paired:
        """Return the share of entries, and of cases, opened by "mediator", "party" or "referral"."""
        true = int(getattr(self, f"by_{who}"))
        reported = true + (self.padded if who == "mediator" else 0)
        return Paired(reported=ratio(reported, self.cases + self.padded), true=ratio(true, self.cases))


def finding(records: Records) -> Finding:
    """Return what finding and padding came to."""
    cohort, ledger, cases = cohort_of(records), records.disputes, records.cases
    year = records.manifest.cohort
    mine = np.isin(cases.forum, NETWORK) & (cases.opened >= 0) & (cases.opened < year)
    found, moved = mine & (cases.found > 0), mine & (cases.referred > 0)
    return Finding(
        by_mediator=int(np.count_nonzero(found)),
        by_party=int(np.count_nonzero(mine & ~found & ~moved)),
        by_referral=int(np.count_nonzero(moved & ~found)),
        padded=sum(padded_entries(records)),
        found=int(np.count_nonzero(cohort.members & ((ledger.tried & Tried.FOUND) > 0))),
        prevented=int(np.count_nonzero(cohort.members & (ledger.end_state == EndState.PREVENTED))),
        false_alarms=records.series.total("false_alarms", 0, year),
    )


def padded_entries(records: Records) -> tuple[int, ...]:
    """Return the padded entries of each slot on the days of the cohort, lowest first."""
    year = records.manifest.cohort
    return tuple(records.series.total(f"padded_slot{slot}", 0, year) for slot in range(records.society.n_levels))
