"""Targets 17, 18, 21 and the clocks of 23: the court's door, its judgments, and how long each forum takes.

Clocks are inputs: the longest time stands beside the limit as a check. The court's own ends no case; what outlasts it
is counted (`court_breaches`). Where a process is off there is no such case, and the row says so.
"""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import ratio
from sim.analysis.finding import NETWORK
from sim.analysis.litigation import litigation
from sim.analysis.targets.figure import Figure, Measure, Waits, of_the_year
from sim.analysis.targets.mediation import held
from sim.names import Forum, Opponent, Way
from sim.records import NEVER, Paired, Records

Array = npt.NDArray[np.bool_]

_OFFICES: Final = (Forum.OFFICE, Forum.PETITION)


def _no_case(switch: str, zh: str, en: str) -> Waits:
    return Waits(
        zh=f"运行中没有{zh}：没有发生，或进程 `{switch}` 已关闭",
        en=f"no {en} in a run: none came, or process `{switch}` is off",
    )


NO_MEDIATION: Final = _no_case("prefiling", "诉前调解", "mediation before filing")
NO_AWARD: Final = _no_case("arbitration", "劳动仲裁", "labour arbitration")
NO_REVIEW: Final = _no_case("petition_steps", "复查、复核", "review of a petition")
NO_APPEAL: Final = _no_case("appeal", "上诉", "appeal")


def before_filing(records: Records) -> Figure:
    """Return the share of cases before filing that the books call settled, beside the share that held for a year."""
    mine = of_the_year(records, Forum.PREFILING)
    if not np.any(mine):
        return NO_MEDIATION
    return records.cases.booked_share(mine).beside(ratio(_count(mine & held(records)), _count(mine)))


def days_before_filing(records: Records) -> Figure:
    """Return the mean days of mediation before filing; dates are not misreported, so both halves are one."""
    days = litigation(records).prefiling_days
    return NO_MEDIATION if np.isnan(days) else Paired(reported=days, true=days)


def accepted(records: Records) -> Figure:
    """Return the share of judgments of the year followed by neither an appeal nor a petition of the same dispute."""
    cases = records.cases
    judged = of_the_year(records, Forum.COURT) & np.isin(cases.way, (Way.GRANTED, Way.REJECTED))
    if not np.any(cases.appeal[cases.forum == Forum.COURT] > 0):
        return NO_APPEAL
    last = np.full(len(records.disputes), -1, dtype=np.int64)
    petitions = cases.forum == Forum.PETITION
    np.maximum.at(last, cases.dispute[petitions], cases.opened[petitions].astype(np.int64))
    complained = (cases.appeal > 0) | (last[cases.dispute] >= cases.closed)
    return ratio(_count(judged & ~complained), _count(judged))


def longest(records: Records, which: Array, nothing: Waits | None = None) -> Figure:
    """Return the longest time from acceptance to closing of cases of the year, days; `nothing` where there is none."""
    cases = records.cases
    closed = of_the_year(records) & which & (cases.closed != NEVER)
    if not np.any(closed):
        return nothing if nothing is not None else float("nan")
    return float((cases.closed - cases.opened)[closed].max())


def longest_at(records: Records, forums: tuple[Forum, ...], nothing: Waits | None = None) -> Figure:
    """Return the same of all cases of some forums."""
    return longest(records, np.isin(records.cases.forum, forums), nothing)


def longest_handling(records: Records) -> Figure:
    """Return the same of petitions that are no review."""
    return longest(records, (records.cases.forum == Forum.PETITION) & ~reviews(records))


def longest_review(records: Records) -> Figure:
    """Return the same of reviews: offices asked again after one of them has answered."""
    return longest(records, reviews(records), NO_REVIEW)


def reviews(records: Records) -> Array:
    """Whether each case is a review of an office's answer to a complaint against a government, bool[n]."""
    cases, found = records.cases, np.zeros(len(records.cases), dtype=np.bool_)
    if not records.society.petition_steps:
        return found
    against = (records.disputes.opponent == Opponent.GOVERNMENT)[cases.dispute] & np.isin(cases.forum, _OFFICES)
    answered: set[int] = set()
    for row in np.flatnonzero(against).tolist():  # in the order of acceptance
        dispute, way = int(cases.dispute[row]), int(cases.way[row])
        found[row] = dispute in answered
        if way in (Way.REJECTED, Way.PROMISE):
            answered.add(dispute)
        elif way == Way.GRANTED:
            answered.discard(dispute)
    return found


def longest_appeal(records: Records) -> Figure:
    """Return days from judgment to the decision above: every appeal takes what the scenario gives it, none longer."""
    cases = records.cases
    if not np.any(of_the_year(records, Forum.COURT) & (cases.appeal > 0)):
        return NO_APPEAL
    return float(records.society.appeal_days)


def _count(which: npt.NDArray[np.bool_]) -> int:
    return int(np.count_nonzero(which))


MEASURES: Final[dict[str, Measure]] = {
    "17": before_filing,
    "18": days_before_filing,
    "21": accepted,
    "23.mediation": partial(longest_at, forums=NETWORK),
    "23.petition": longest_handling,
    "23.prefiling": partial(longest_at, forums=(Forum.PREFILING,), nothing=NO_MEDIATION),
    "23.review": longest_review,
    "23.trial": partial(longest_at, forums=(Forum.COURT,)),
    "23.appeal": longest_appeal,
    "23.labour": partial(longest_at, forums=(Forum.ARBITRATION,), nothing=NO_AWARD),
}
