"""Decides the flow matrix: home level × level where a dispute ended × way it ended, over the cohort's voiced disputes.

*Ended above* is another quantity than spill: an institution may have carried a dispute up, and a lodging above may have
been sent back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import cohort_of
from sim.names import EndState, State, Way
from sim.records import Records

_OPEN = (
    State.OPEN, State.TALK, State.QUEUED, State.AWAY, State.PENDING, State.ENFORCING, State.APPEALED, State.CONFIRMING,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Flow:
    """Counts of disputes. `by_way` int64[n_levels, n_levels + 2, ways]; `by_end` the same with end states last.

    First axis: home level. Second: where it ended, 0 between the parties, then the levels, last `outside`. Third: the
    `Way` of the last end (0: still being pursued), or the `EndState`.
    """

    by_way: npt.NDArray[np.int64]
    by_end: npt.NDArray[np.int64]

    @property
    def disputes(self) -> int:
        """Number of disputes."""
        return int(self.by_way.sum())

    @property
    def ended_above(self) -> int:
        """Disputes whose last end, or open case, is above their home level."""
        where = np.arange(self.by_way.shape[1]) - 1
        home = np.arange(self.by_way.shape[0])
        return int(self.by_way.sum(axis=2)[where[None, :] > home[:, None]].sum())

    def to_json(self) -> dict[str, Any]:
        """Return it as nested lists."""
        return {"by_way": self.by_way.tolist(), "by_end": self.by_end.tolist()}


def flow(records: Records) -> Flow:
    """Return the flow matrix of the cohort."""
    cohort, ledger = cohort_of(records), records.disputes
    rows = np.flatnonzero(cohort.voiced)
    n = records.society.n_levels
    way = np.where(np.isin(ledger.state[rows], _OPEN), int(Way.NONE), ledger.last_way[rows])
    where = ledger.at_level[rows].astype(np.int64) + 1
    home = ledger.home[rows].astype(np.int64)
    return Flow(
        by_way=_count((home, where, way.astype(np.int64)), (n, n + 2, len(Way))),
        by_end=_count((home, where, ledger.end_state[rows].astype(np.int64)), (n, n + 2, len(EndState))),
    )


def _count(axes: tuple[Any, ...], shape: tuple[int, ...]) -> npt.NDArray[np.int64]:
    cells = np.ravel_multi_index(axes, shape)
    return np.bincount(cells, minlength=int(np.prod(shape))).reshape(shape).astype(np.int64)
