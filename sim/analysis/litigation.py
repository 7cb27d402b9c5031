"""Decides the figures of the legal chain: mediation before filing, appeals, and whether what was promised is performed.

Cases are those accepted on the days of the cohort, whoever's; terms that are not due yet are in no denominator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import ratio
from sim.names import Forum, Terms, Way
from sim.records import Records

Array = npt.NDArray[Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Litigation:
    """Shares 0..1 and days; nan without a denominator.

    `sent`: of suits at the court's door, those mediated before filing (both parties came). `prefiling_days`: mean days
    from acceptance to an agreement or its failure there. `judgments` of first instance, of which `no_appeal` were
    accepted by both sides and `changed` on appeal. `kept`, `enforced`, `broken`: of agreements and judgments for the
    claimant whose terms fell due; `mediated_enforced`: of agreements, those for which enforcement was asked.
    `confirmed`: of agreements by consent before committees and town offices, those that the court confirmed.
    `arbitrated`: cases of labour arbitration; `arbitration_days`: mean days of those closed; `agreed_there`: of those
    heard to the end, settled by agreement; `contested`: of awards, those that a party took to court.
    `breaches`: of suits whose clock has run out or that are closed, those that outlasted it: counted, it ends no case.
    `late_mediation`, `late_petition`: of cases closed, those that ended because their clock had run out.
    """

    sent: float
    prefiling_days: float
    judgments: int
    no_appeal: float
    changed: float
    kept: float
    enforced: float
    broken: float
    mediated_enforced: float
    confirmed: float
    arbitrated: int
    arbitration_days: float
    agreed_there: float
    contested: float
    breaches: float
    late_mediation: float
    late_petition: float


def litigation(records: Records) -> Litigation:
    """Return the figures of the legal chain in one run."""
    cases = records.cases
    mine = (cases.opened >= 0) & (cases.opened < records.manifest.cohort)
    before, court = mine & (cases.forum == Forum.PREFILING), mine & (cases.forum == Forum.COURT)
    done = before & (cases.closed >= 0) & (cases.way != Way.WITHDRAWN)
    judged = court & np.isin(cases.way, (Way.GRANTED, Way.REJECTED))
    appealed = judged & (cases.appeal > 0)
    due = mine & (cases.terms > Terms.PENDING)
    asked = np.isin(cases.terms, (Terms.ENFORCED, Terms.UNENFORCED))
    mediated = due & (cases.way == Way.CONSENT)
    labour = mine & (cases.forum == Forum.ARBITRATION)
    heard = labour & np.isin(cases.way, (Way.CONSENT, Way.GRANTED, Way.REJECTED))
    over = labour & (cases.closed >= 0)
    awards = heard & (cases.way != Way.CONSENT)
    agreed = mine & np.isin(cases.forum, (Forum.COMMITTEE, Forum.OFFICE)) & (cases.way == Way.CONSENT)
    return Litigation(
        sent=ratio(_count(before), _count(before) + _count(court & ~_went_on(records))),
        prefiling_days=float((cases.closed - cases.opened)[done].mean()) if done.any() else float("nan"),
        judgments=_count(judged),
        no_appeal=ratio(_count(judged & ~appealed), _count(judged)),
        changed=ratio(_count(appealed & ((cases.appeal & 4) > 0)), _count(appealed)),
        kept=ratio(_count(due & (cases.terms == Terms.KEPT)), _count(due)),
        enforced=ratio(_count(due & (cases.terms == Terms.ENFORCED)), _count(due)),
        broken=ratio(_count(due & np.isin(cases.terms, (Terms.BROKEN, Terms.UNENFORCED))), _count(due)),
        mediated_enforced=ratio(_count(mediated & asked), _count(mediated)),
        confirmed=ratio(_count(agreed & (cases.confirmed == 1)), _count(agreed)),
        arbitrated=_count(labour),
        arbitration_days=float((cases.closed - cases.opened)[over].mean()) if over.any() else float("nan"),
        agreed_there=ratio(_count(heard & (cases.way == Way.CONSENT)), _count(heard)),
        contested=ratio(_count(awards & (cases.appeal > 0)), _count(awards)),
        breaches=_breaches(records, court),
        late_mediation=_late(records, mine & np.isin(cases.forum, (Forum.COMMITTEE, Forum.OFFICE))),
        late_petition=_late(records, mine & (cases.forum == Forum.PETITION)),
    )


def _breaches(records: Records, court: Array) -> float:
    cases, clock, last = records.cases, records.society.court_clock, records.manifest.last_day
    closed = cases.closed >= 0
    days = np.where(closed, cases.closed, last) - cases.opened
    return ratio(_count(court & (days > clock)), _count(court & (closed | (days > clock))))


def _late(records: Records, mine: Array) -> float:
    cases = records.cases
    return ratio(_count(mine & (cases.way == Way.TIMED_OUT)), _count(mine & (cases.closed >= 0)))


def _went_on(records: Records) -> Array:
    """Whether a case at court is a suit that was mediated before filing, bool[cases]: same dispute, same visit."""
    cases = records.cases
    key = cases.dispute.astype(np.int64) * 256 + cases.visit
    found: Array = np.isin(key, key[cases.forum == Forum.PREFILING]) & (cases.forum == Forum.COURT)
    return found


def _count(which: Array) -> int:
    return int(np.count_nonzero(which))
