"""Decides what a run cost: staff time on sessions, hours that had to be paid, and the price of the policies.

Policies and paid hours are counted over the days of the cohort, sessions over the cohort's own cases whenever heard.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.analysis.cohort import cohort_of, ratio
from sim.names import EndState
from sim.records import Records


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """Cost in staff-days (of the scenario's hours) and yuan.

    `own_staff_days`: sessions of the cohort's own disputes over the whole run, lost ones and wrong desks included;
    `department_staff_days`: departments that turned up for them; `paid_staff_days`: staff time of all
    forums on the days of the cohort, used or not, levers applied; `policy_*`: price of the arm's policies over the
    same days; `resolved`: the cohort's resolved disputes. Per true resolution: own sessions and the policies' price.
    """

    own_staff_days: float
    department_staff_days: float
    paid_staff_days: float
    policy_staff_days: float
    policy_yuan: float
    resolved: int
    yuan_per_staff_day: float

    @property
    def staff_days_per_resolution(self) -> float:
        """Staff-days of own sessions, departments and policies per resolved dispute; nan if none was."""
        return ratio(self.all_staff_days, self.resolved)

    @property
    def all_staff_days(self) -> float:
        """Staff-days of own sessions, of the departments called to them, and of policies."""
        return self.own_staff_days + self.department_staff_days + self.policy_staff_days

    @property
    def yuan_per_resolution(self) -> float:
        """The same in yuan, with the policies' other expenses."""
        return ratio(self.all_staff_days * self.yuan_per_staff_day + self.policy_yuan, self.resolved)


def cost(records: Records) -> Cost:
    """Return the cost of a run."""
    cohort, ledger, cases = cohort_of(records), records.disputes, records.cases
    society, manifest = records.society, records.manifest
    a_day = 60.0 * society.hours_per_staff_day
    own = cohort.members[cases.dispute] if len(cases) else np.zeros(0, dtype=bool)
    hearings = cases.sessions.astype(np.int64) + cases.misrouted
    minutes = int((hearings * cases.work)[own].sum())
    paid = sum(records.series.total(f"available_{kind}", 0, manifest.cohort) for kind, _, _ in society.line_kinds())
    return Cost(
        own_staff_days=minutes / a_day,
        department_staff_days=int(cases.joint[own].sum(dtype=np.int64)) / a_day,
        paid_staff_days=paid / a_day,
        policy_staff_days=manifest.policy_cost.staff_days,
        policy_yuan=manifest.policy_cost.yuan,
        resolved=int(
            np.count_nonzero(cohort.voiced & (ledger.end_state == EndState.RESOLVED))
            + np.count_nonzero(cohort.members & (ledger.end_state == EndState.PREVENTED))
        ),
        yuan_per_staff_day=society.yuan_per_staff_day,
    )
