"""Decides how matters across a border went: how many there are, of what kind, and whether the right level had them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.analysis.cohort import cohort_of, ratio
from sim.analysis.right_level import CLASSES, level_classes
from sim.names import BorderMatter
from sim.records import Records


@dataclass(frozen=True, kw_only=True, slots=True)
class Bordering:
    """Voiced disputes of the cohort. `by_matter`: those across a border by what they are about.

    `right`: of those, handled at the right level. A forum of one side below the level of both is at the right level if
    the parties agreed there; whether the other side sat beside it is in the events only.
    """

    disputes: int
    by_matter: dict[str, int]
    right: int

    @property
    def across(self) -> int:
        """Disputes across a border."""
        return sum(self.by_matter.values())

    @property
    def share(self) -> float:
        """Disputes across a border over all; nan without disputes."""
        return ratio(self.across, self.disputes)

    @property
    def right_share(self) -> float:
        """Share of disputes across a border at the right level; nan without any."""
        return ratio(self.right, self.across)


def bordering(records: Records) -> Bordering:
    """Return how matters across a border went."""
    cohort, matter = cohort_of(records), records.disputes.border
    across = cohort.voiced & (matter > BorderMatter.NONE)
    counts = np.bincount(matter[across], minlength=len(BorderMatter))
    right = level_classes(records) == CLASSES.index("right")
    return Bordering(
        disputes=cohort.disputes,
        by_matter={one.name.lower(): int(counts[one]) for one in BorderMatter if one != BorderMatter.NONE},
        right=int(np.count_nonzero(across & right)),
    )
