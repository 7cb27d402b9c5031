"""Targets 5, 19, 20 and 22: what comes to the court's door from residents and from organisations together.

Organisations' suits are counted by day, never kept by case (decision 66); without process `docket` the rows have no
figure. A suit that mediation before filing settles is none of the suits filed.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from sim.analysis.cohort import ratio
from sim.analysis.targets.figure import Figure, Measure, Waits, full_time_minutes, of_the_year, years
from sim.analysis.targets.mediation import cases_per_1000
from sim.names import Forum
from sim.records import Records

NO_DOCKET: Final = Waits(
    zh="运行中没有单位案件：进程 `docket` 已关闭",
    en="no suit of an organisation in a run: process `docket` is off",
)


def filed_per_1000(records: Records) -> Figure:
    """Return the suits filed in the year, residents' and organisations', per 1,000 residents a year."""
    return _per_1000(records, _filed(records)) if _has_suits(records) else NO_DOCKET


def sent_per_1000(records: Records) -> Figure:
    """Return the disputes and suits sent to mediation before filing per 1,000 residents a year."""
    return _per_1000(records, _sent(records)) if _has_suits(records) else NO_DOCKET


def mediated_or_referred(records: Records) -> Figure:
    """Return the mediation network's cases and what courts send to mediation, per 1,000 residents a year.

    An upper reading: here everything that is sent goes to the court's own mediators, whom the ministry's count takes
    in where they are of a people's mediation committee.
    """
    network = cases_per_1000(records)
    if not _has_suits(records) or not isinstance(network, float):
        return NO_DOCKET
    return network + _per_1000(records, _sent(records))


def cases_per_judge(records: Records) -> Figure:
    """Return suits filed per full-time year of the hours that courts have for them; with `docket` off residents'."""
    available = records.series.total("available_court", 0, records.manifest.cohort)
    return ratio(_filed(records), available / (full_time_minutes(records) * 365.0))


def _has_suits(records: Records) -> bool:
    return bool(records.series["suits"].any())


def _sent(records: Records) -> int:
    sent = records.series.total("suits_sent", 0, records.manifest.cohort)
    return sent + int(np.count_nonzero(of_the_year(records, Forum.PREFILING)))


def _filed(records: Records) -> int:
    came = records.series.total("suits", 0, records.manifest.cohort)
    settled = records.series.total("suits_settled", 0, records.manifest.cohort)
    return came - settled + int(np.count_nonzero(of_the_year(records, Forum.COURT)))


def _per_1000(records: Records, number: int) -> float:
    return ratio(1000.0 * number, records.society.residents * years(records))


MEASURES: Final[dict[str, Measure]] = {
    "5": mediated_or_referred,
    "19": sent_per_1000,
    "20": filed_per_1000,
    "22": cases_per_judge,
}
