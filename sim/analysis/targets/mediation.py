"""Targets 4, 6 to 10, 12, 13, 16: how much mediation does, of what types, for whom, and what its books say."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from sim.analysis.books import ENDED_WELL, FATES, fates
from sim.analysis.cohort import ratio
from sim.analysis.finding import NETWORK, finding, padded_entries
from sim.analysis.policing import policing
from sim.analysis.targets.figure import Figure, Measure, Waits, full_time_minutes, of_the_year, years
from sim.names import DisputeType, Forum
from sim.records import Paired, Records

BUSY: Final = 0.9
"""Share of town offices below the busy ones (definitions 8: top decile)."""

NO_POSTS: Final = Waits(
    zh="运行中没有岗位：进程 `staff` 已关闭，只有工时",
    en="no posts in a run: process `staff` is off, and there are hours only",
)
NO_CALLS: Final = Waits(
    zh="运行中没有报警：没有发生，或进程 `police` 已关闭",
    en="nobody called the police in a run: none did, or process `police` is off",
)


def cases_per_1000(records: Records) -> Figure:
    """Return the cases of committees and town offices per 1,000 residents a year."""
    found = int(np.count_nonzero(of_the_year(records, *NETWORK)))
    return ratio(1000.0 * found, records.society.residents * years(records))


def cases_per_mediator(records: Records) -> Figure:
    """Return those cases a year per mediator: per post of a committee or a town office, whoever holds it."""
    people = records.society.mediators
    found = int(np.count_nonzero(of_the_year(records, *NETWORK)))
    return ratio(found, people * years(records)) if people else NO_POSTS


def full_time_share(records: Records) -> Figure:
    """Return the share of full-time posts among those of mediators: what the scenario was given."""
    society = records.society
    return ratio(society.full_time_mediators, society.mediators) if society.mediators else NO_POSTS


def share_of_type(records: Records, kind: DisputeType) -> Figure:
    """Return the share of a type among those cases."""
    cases = of_the_year(records, *NETWORK)
    types = records.disputes.type[records.cases.dispute]
    return ratio(int(np.count_nonzero(cases & (types == kind))), int(np.count_nonzero(cases)))


def reported_success(records: Records) -> Figure:
    """Return the share of those entries booked as settled, beside the share of cases that truly held for a year."""
    cases, padded = of_the_year(records, *NETWORK), sum(padded_entries(records))
    return records.cases.booked_share(cases, padded=padded).beside(_mean(held(records), cases))


def opened_by(records: Records, who: str) -> Paired:
    """Return the share of those entries opened by `who`, beside the share of the cases: padding is the mediator's."""
    return finding(records).opened(who)


def settled_low(records: Records) -> Paired:
    """Return the share of all administrative cases booked as settled at or below the town, beside those that held."""
    cases = of_the_year(records, *NETWORK, Forum.PETITION)
    low = records.cases.level <= records.society.office
    padded = sum(padded_entries(records))  # all by committees and town offices
    return records.cases.booked_share(cases, low, padded).beside(_mean(held(records) & low, cases))


def busy_office(records: Records) -> Figure:
    """Return the cases per full-time year where the busiest tenth of town offices begins."""
    principals, society = records.principals, records.society
    town = principals.level == society.office
    minutes = np.zeros(int(principals.number[town].max(initial=0)) + 1)
    minutes[principals.number[town]] = principals.minutes[town]
    mine = of_the_year(records, Forum.OFFICE) & (records.cases.slot == society.office)
    numbers = records.cases.place_number[mine]
    numbers = numbers[numbers < len(minutes)]
    accepted = np.bincount(numbers, minlength=len(minutes))
    staffed = minutes > 0
    people = minutes[staffed] / full_time_minutes(records) * years(records)
    return float(np.quantile(accepted[staffed] / people, BUSY)) if np.any(staffed) else float("nan")


def police_success(records: Records) -> Figure:
    """Return the share of the calls that the police mediated booked as settled, beside the share that held a year.

    Without a single call there is no figure, and the row says why.
    """
    return policing(records).success if records.series["police_calls"].any() else NO_CALLS


MEASURES: Final[dict[str, Measure]] = {
    "4": cases_per_1000,
    "6.family": partial(share_of_type, kind=DisputeType.FAMILY),
    "6.neighbour": partial(share_of_type, kind=DisputeType.NEIGHBOUR),
    "6.housing": partial(share_of_type, kind=DisputeType.HOUSING),
    "6.damages": partial(share_of_type, kind=DisputeType.DAMAGES),
    "7": reported_success,
    "8.mediator": partial(opened_by, who="mediator"),
    "8.party": partial(opened_by, who="party"),
    "8.referral": partial(opened_by, who="referral"),
    "9": cases_per_mediator,
    "10": full_time_share,
    "12": busy_office,
    "16": police_success,
    "13.county": settled_low,
    "13.province": settled_low,
    "13.nation": settled_low,
}


def held(records: Records) -> np.ndarray:
    """Whether each case was settled freely, or lost and felt fair, and did not come back within a year, bool[n]."""
    return np.isin(fates(records), [FATES.index(name) for name in ENDED_WELL])


def _mean(which: np.ndarray, among: np.ndarray) -> float:
    return ratio(int(np.count_nonzero(which & among)), int(np.count_nonzero(among)))
