"""Decides what forums' books hold beside what became of their cases: paper agreement, booked success, resolved.

The three are always shown together (`definitions` 1). Cases are those accepted on the days of the cohort, whoever's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.finding import padded_entries
from sim.names import Terms, Way
from sim.records import NEVER, Paired, Records
from sim.records.ending import returns_soon

Array = npt.NDArray[Any]

FATES: Final = ("held", "accepted", "came_back", "pressed", "withdrawn", "shelved", "failed", "open")
"""What truly became of a case: settled and held a year, lost and felt fair for a year, either and came back or was not
performed, pressed, withdrawn, shelved with a promise, failed in the open, or still open, terms to be performed too."""

ENDED_WELL: Final = ("held", "accepted")

FATE_WORDS: Final[dict[str, tuple[str, str]]] = {
    "held": ("一年内未回流", "settled, and it held a year"),
    "accepted": ("未获支持但接受", "lost, and felt fair"),
    "came_back": ("回流或未履行", "ended well, and came back or was not kept"),
    "pressed": ("压力下达成", "settled under pressure"),
    "withdrawn": ("撤回", "withdrawn"),
    "shelved": ("许诺后搁置", "shelved with a promise"),
    "failed": ("未成", "failed in the open"),
    "open": ("在办", "still open"),
}
"""(zh, en) of each fate."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """The books of one kind of line: `slot` and `forum` of `sim.names.Forum`; `level` its rank.

    `accepted`: cases accepted in the cohort's days; `padded`: entries that the books hold beside them, without a
    dispute, as accepted and settled; `paper`: share that ended in an agreement or a grant, signed under
    pressure or not; `success`: share booked as settled, beside the share that was settled freely (or lost and felt
    fair) and did not come back within 365 days. `by_fate`: per true fate, cases booked as settled beside all cases.
    """

    slot: int
    forum: int
    level: int
    accepted: int
    padded: int
    paper: float
    success: Paired
    by_fate: dict[str, Paired]


def books(records: Records) -> tuple[Book, ...]:
    """Return the books of every kind of line, lowest first, the court last."""
    cases = records.cases
    in_year = (cases.opened >= 0) & (cases.opened < records.manifest.cohort)
    fate = fates(records)
    kinds = records.society.line_kinds()
    return tuple(_book(records, in_year & (cases.slot == slot), fate, slot, forum) for _, forum, slot in kinds)


def fates(records: Records) -> Array:
    """Return the true fate of every case, int8[n], a position in `FATES`."""
    cases = records.cases
    changed = (cases.appeal & 4) > 0
    granted = (cases.way == Way.GRANTED) ^ (changed & np.isin(cases.way, (Way.GRANTED, Way.REJECTED)))
    freely, fair = (cases.way == Way.CONSENT) | granted, cases.fair > 0
    # no limitation period shorter than a year is allowed, so a return drawn within the year does come
    back = (freely | fair) & returns_soon(cases.closed, cases.returns, np.full(len(cases), np.iinfo(np.int32).max))
    broken = np.isin(cases.terms, (Terms.BROKEN, Terms.UNENFORCED))
    pending = (cases.terms == Terms.PENDING) | (cases.confirmed > 1)
    other = (cases.way == way for way in (Way.PRESSED, Way.WITHDRAWN, Way.PROMISE))
    return np.select(
        [(cases.closed == NEVER) | pending, back | broken, freely, fair, *other], [7, 2, 0, 1, 3, 4, 5], default=6
    ).astype(np.int8)


def _book(records: Records, mine: Array, fate: Array, slot: int, forum: int) -> Book:
    cases, society = records.cases, records.society
    whole = int(np.count_nonzero(mine))
    paper = int(np.count_nonzero(mine & np.isin(cases.way, (Way.CONSENT, Way.PRESSED, Way.GRANTED))))
    counts = np.bincount(fate[mine], minlength=len(FATES))
    booked = cases.booked_counts(np.where(mine, fate, -1), len(FATES))
    padded = padded_entries(records)[slot] if slot < society.n_levels else 0
    well = sum(int(counts[FATES.index(name)]) for name in ENDED_WELL)
    return Book(
        slot=slot,
        forum=forum,
        level=society.court_rank if slot >= society.n_levels else slot,
        accepted=whole,
        padded=padded,
        paper=paper / whole if whole else float("nan"),
        success=cases.booked_share(mine, padded=padded).beside(well / whole if whole else float("nan")),
        by_fate={name: booked[i].beside(int(counts[i])) for i, name in enumerate(FATES)},
    )
