"""Decides the true outcomes of the cohort: end states, how long resolution took, what came back, what is left."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.analysis.cohort import cohort_of, ratio
from sim.names import EndState, State
from sim.records import NEVER, Records

_RESTING = (State.SETTLED, State.ACCEPTED, State.FINAL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ends:
    """True outcomes. `states` counts the cohort's voiced disputes by end state, `unvoiced` its grievances never voiced.

    `days_to_resolution`: median and mean days from voicing to the last end, over resolved disputes. `return_rate`:
    share of settled or accepted ends that come back within 365 days. `backlog`: voiced disputes being pursued on the
    last day, everybody's; `lumped_stock`, `suppressed_stock` likewise; `legacy` by end state: grievances open on day 0.
    """

    disputes: int
    grievances: int
    unvoiced: int
    states: dict[str, int]
    days_median: float
    days_mean: float
    return_rate: float
    backlog: int
    lumped_stock: int
    suppressed_stock: int
    legacy: dict[str, int]
    children: int
    roots: int

    def share(self, state: str) -> float:
        """Return the share of the voiced disputes that ended in a state; nan without disputes."""
        return ratio(self.states[state], self.disputes)


def ends(records: Records) -> Ends:
    """Return the true outcomes of the cohort."""
    cohort, ledger, series = cohort_of(records), records.disputes, records.series
    resolved = cohort.voiced & (ledger.end_state == EndState.RESOLVED)
    days = (ledger.last_end - ledger.voiced)[resolved]
    last = records.manifest.last_day
    left = {
        name: int(series.between(name, last, last + 1).sum())
        for name in ("active_stock", "lumped_stock", "suppressed_stock")
    }
    members = int(np.count_nonzero(cohort.members))
    return Ends(
        disputes=cohort.disputes,
        grievances=members,
        unvoiced=int(np.count_nonzero(cohort.members & (ledger.voiced == NEVER))),
        states=_counts(ledger.end_state[cohort.voiced]),
        days_median=float(np.median(days)) if len(days) else float("nan"),
        days_mean=float(days.mean()) if len(days) else float("nan"),
        return_rate=_return_rate(records, cohort.voiced),
        backlog=left["active_stock"],
        lumped_stock=left["lumped_stock"],
        suppressed_stock=left["suppressed_stock"],
        legacy=_counts(ledger.end_state[ledger.legacy > 0]),
        children=members - len(cohort.roots),
        roots=len(cohort.roots),
    )


def _return_rate(records: Records, among: np.ndarray) -> float:
    """Returns within 365 days over all settled or accepted ends: those that came back, and those that rest now."""
    ledger = records.disputes
    resting = among & np.isin(ledger.state, _RESTING)
    to_come = int(np.count_nonzero(resting & (ledger.end_state == EndState.ACTIVE)))
    soon = int(ledger.back_soon[among].sum(dtype=np.int64)) + to_come
    return ratio(soon, int(ledger.came_back[among].sum(dtype=np.int64)) + int(np.count_nonzero(resting)))


def _counts(states: np.ndarray) -> dict[str, int]:
    found = np.bincount(states, minlength=len(EndState))
    return {state.name.lower(): int(found[state]) for state in EndState}
