"""Decides whether disputes were handled at the right level, since moving up can be right (`definitions` 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import cohort_of, ratio
from sim.names import Forum, Opponent, Way
from sim.records import Records, Tried

Array = npt.NDArray[Any]

CLASSES: Final = ("right", "held_below_competence", "lifted_needlessly", "lifted_after_fair_try", "never_heard")

CLASS_WORDS: Final[dict[str, tuple[str, str]]] = {
    "right": ("层级恰当", "right level"),
    "held_below_competence": ("压在无权层级（看得见管不了）", "held below competence"),
    "lifted_needlessly": ("无须上行而上行", "lifted needlessly"),
    "lifted_after_fair_try": ("本级试过而上行", "lifted after a fair try"),
    "never_heard": ("从未被听取", "never heard"),
}
"""(zh, en) of each class."""

_SETTLED: Final = (Way.CONSENT, Way.GRANTED)

_AT_COURT: Final = (Forum.COURT, Forum.PREFILING, Forum.ARBITRATION)
"""Where one goes to law: the court's own, the mediators whom it invites before filing, and labour arbitration."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RightLevel:
    """Voiced disputes of the cohort by class; `counts` sums to `disputes`.

    `needless_at_court`: of those lifted needlessly, the ones whose last case was in court (a right, not a failure).
    `talked_out`: of those never heard by a forum, the ones that the parties settled between themselves.
    """

    disputes: int
    counts: dict[str, int]
    needless_at_court: int
    talked_out: int

    def share(self, name: str) -> float:
        """Return the share of a class; nan without disputes."""
        return ratio(self.counts[name], self.disputes)


def right_level(records: Records) -> RightLevel:
    """Return the right-level measure over the cohort's voiced disputes."""
    cohort, ledger = cohort_of(records), records.disputes
    which = level_classes(records)
    counts = np.bincount(which[cohort.voiced], minlength=len(CLASSES))
    at_court = np.isin(last_forum(records), _AT_COURT)
    needless = which == CLASSES.index("lifted_needlessly")
    talked = (which == CLASSES.index("never_heard")) & (ledger.last_way == Way.CONSENT)
    return RightLevel(
        disputes=cohort.disputes,
        counts={name: int(counts[i]) for i, name in enumerate(CLASSES)},
        needless_at_court=int(np.count_nonzero(needless & at_court & cohort.voiced)),
        talked_out=int(np.count_nonzero(talked & cohort.voiced)),
    )


def level_classes(records: Records) -> Array:
    """Return the class of every grievance, int8[n], a position in `CLASSES` (meaningful for voiced ones).

    L is the level of the last end, or of the open case; an end between the parties counts as the lowest level, where
    two private parties can settle by consent. Whoever has an exclusive remedy is at the right level in the court, or
    labour tribunal, that holds it, and below competence as long as it was never reached.
    """
    ledger = records.disputes
    level = np.maximum(ledger.at_level.astype(np.int64), 0)
    power, home = ledger.power.astype(np.int64), ledger.home.astype(np.int64)
    exclusive = ledger.exclusive > 0
    reached = (ledger.tried & Tried.REACHED_REMEDY) > 0
    review = (ledger.opponent == Opponent.GOVERNMENT) & (level == ledger.review_level)  # lawful: never needless
    fair = fair_tries(records) | (review & ~np.isin(last_forum(records), _AT_COURT))
    holds_remedy = exclusive & reached & np.isin(last_forum(records), _AT_COURT)
    held = (level < power) | (exclusive & ~reached)
    heard = (ledger.tried & Tried.HEARD) > 0
    return np.select([~heard, holds_remedy, held, level <= home, ~fair], [4, 0, 1, 0, 2], default=3).astype(np.int8)


def fair_tries(records: Records) -> Array:
    """Whether a session failed at a level from `power` to home, bool[n]: any case heard there and not settled.

    What was signed under pressure is not settled: the paper is no answer to whoever then goes up.
    """
    cases, ledger = records.cases, records.disputes
    of = cases.dispute
    failed = (cases.sessions > 0) & ~np.isin(cases.way, _SETTLED)
    failed &= (cases.level >= ledger.power[of]) & (cases.level <= ledger.home[of])
    tried: Array = np.zeros(len(ledger), dtype=bool)
    tried[of[failed]] = True
    return tried


def last_forum(records: Records) -> Array:
    """Return the kind of forum where each grievance last ended or is open, uint8[n]; 0: between the parties."""
    level: Array = records.disputes.at_level
    forum: Array = np.zeros(len(level), dtype=np.uint8)
    forum[records.cases.dispute] = records.cases.forum  # cases stand in the order of acceptance: the last one stays
    forum[level < 0] = Forum.NONE
    forum[level >= records.society.n_levels] = Forum.OUTSIDE
    return forum
