"""Which dispute illustrates a comparison: a quarrel of neighbours over a wall, found by a fixed rule. Never evidence.

Of the roots between neighbours, of type neighbour, born in the cohort, of a stake up to the scenario's median, that a
village can settle without any department, and that were voiced under every arm, the one

1. that is at rest in the end under every arm, so that its story has an end,
2. then with the most different end states over the arms,
3. then lodged above its home level under the baseline and not under every other arm,
4. then heard (a session) under the most arms,
5. then with a total of lodgings nearest to three an arm: enough to tell something, few enough to read,
6. then with the smallest id.

Where there is none, the type is given up, then the stake and the home level.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.errors import BadInput, complain
from sim.names import DisputeType, EndState, Opponent, Origin

if TYPE_CHECKING:
    from sim.records import Society, TrueLedger

LODGINGS: Final = 3
"""Lodgings an arm that make a career worth telling (count; a matter of taste)."""

Array = npt.NDArray[Any]


def choose_quarrel(ledgers: Sequence[TrueLedger], society: Society) -> int:
    """Return the id of the quarrel, by the rule above; `ledgers` one an arm, the first the baseline's.

    Raises BadInput where no dispute was voiced under every arm.
    """
    common = _common(ledgers)
    rows = [np.searchsorted(ledger.id, common, sorter=np.argsort(ledger.id, kind="stable")) for ledger in ledgers]
    rows = [np.argsort(ledger.id, kind="stable")[at] for ledger, at in zip(ledgers, rows, strict=True)]
    for among in _candidates(ledgers[0], rows[0], society):
        if among.any():
            chosen = [at[among] for at in rows]
            return int(common[among][_best(ledgers, chosen, common[among])])
    rule, repair = "a dispute must have been voiced under every arm", "Name one, or look at a larger scenario"
    raise BadInput(complain("explain", rule, "none", repair))


def _common(ledgers: Sequence[TrueLedger]) -> Array:
    """Return the ids, ascending, of the cohort's roots that were voiced under every arm."""
    common: Array | None = None
    for ledger in ledgers:
        mine = ledger.id[(ledger.cohort > 0) & (ledger.origin == Origin.ROOT) & (ledger.voiced >= 0)]
        common = np.unique(mine) if common is None else np.intersect1d(common, mine, assume_unique=True)
    return np.zeros(0, dtype=np.uint64) if common is None else common


def _candidates(ledger: TrueLedger, rows: Array, society: Society) -> tuple[Array, ...]:
    """Return masks of the candidates, strictest first."""
    near = ledger.opponent[rows] == Opponent.NEIGHBOUR
    small = (ledger.stake[rows] <= society.median_stake) & (ledger.home[rows] <= society.base)
    small &= ledger.departments[rows] == 0
    wall = near & (ledger.type[rows] == DisputeType.NEIGHBOUR)
    return (wall & small, near & small, near, np.ones(len(rows), dtype=bool))


def _best(ledgers: Sequence[TrueLedger], rows: list[Array], ids: Array) -> int:
    from sim.records import Mark, Tried

    pairs = list(zip(ledgers, rows, strict=True))
    ends = np.sort(np.stack([ledger.end_state[at] for ledger, at in pairs]), axis=0)
    restless = np.isin(ends, (EndState.ACTIVE, EndState.OUTSIDE_OPEN)).any(axis=0)
    different = (np.diff(ends, axis=0) != 0).sum(axis=0)
    above = np.stack([(ledger.marks[at] & Mark.ABOVE) > 0 for ledger, at in pairs])
    kept = above[0] & ~above.all(axis=0) if len(ledgers) > 1 else above[0]
    heard = np.stack([(ledger.tried[at] & Tried.HEARD) > 0 for ledger, at in pairs]).sum(axis=0)
    lodged = np.stack([ledger.visits[at][:, 1:].sum(axis=1, dtype=np.int64) for ledger, at in pairs]).sum(axis=0)
    order = np.lexsort((ids, np.abs(lodged - LODGINGS * len(ledgers)), -heard, ~kept, -different, restless))
    return int(order[0])
