"""Decides how far two arms of one seed are the same society: roots matched, and roots with the same career to the bit.

Single careers illustrate; they are never evidence (`definitions` 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import cohort_of, ratio
from sim.analysis.identity import family_cells
from sim.records import Records

Array = npt.NDArray[Any]

CAREER: Final = (
    "voiced", "state", "visits", "episode", "blocks", "reach", "marks", "tried", "last_way", "last_end", "last_level",
    "came_back", "interest", "hostility", "returns",
)  # fmt: skip
"""Columns that tell a root's career; two careers are the same if all of them are equal to the bit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """Roots of one arm beside the baseline of the same seed. Shares are of all roots found in either (nan: none).

    `moved`: among matched roots, how many families went from cell to cell (both as in `identity.CELLS`).
    """

    arm: str
    seed: int
    roots: int
    matched: float
    identical: float
    moved: tuple[tuple[int, ...], ...]


def match(base: Records, arm: Records) -> Match:
    """Return how the roots of an arm match those of the baseline. Raises ValueError for two seeds or scenarios."""
    one, two = base.manifest, arm.manifest
    if (one.fingerprint, one.seed) != (two.fingerprint, two.seed):
        raise ValueError("only two arms of one scenario and seed can be matched")
    rows_one, rows_two, roots = matched_rows(base, arm)
    same = np.ones(len(rows_one), dtype=bool)
    for name in CAREER:
        equal = getattr(base.disputes, name)[rows_one] == getattr(arm.disputes, name)[rows_two]
        same &= equal if equal.ndim == 1 else equal.all(axis=1)
    return Match(
        arm=two.arm,
        seed=two.seed,
        roots=roots,
        matched=ratio(len(rows_one), roots),
        identical=ratio(int(np.count_nonzero(same)), roots),
        moved=_moves(base, arm, rows_one, rows_two),
    )


def matched_rows(base: Records, arm: Records) -> tuple[Array, Array, int]:
    """Return the rows of the paired roots that both have, in either ledger, and the number of roots in one or both."""
    one, two = cohort_of(base).roots, cohort_of(arm).roots
    _, at_one, at_two = np.intersect1d(
        base.disputes.id[one], arm.disputes.id[two], assume_unique=True, return_indices=True
    )
    return one[at_one], two[at_two], len(one) + len(two) - len(at_one)


def _moves(base: Records, arm: Records, rows_one: Array, rows_two: Array) -> tuple[tuple[int, ...], ...]:
    """Count matched families by (cell in the baseline, cell in the arm)."""
    from sim.analysis.identity import CELLS

    of_base, of_arm = family_cells(base)[0], family_cells(arm)[0]
    at_one = np.searchsorted(cohort_of(base).roots, rows_one)
    at_two = np.searchsorted(cohort_of(arm).roots, rows_two)
    pairs = of_base[at_one] * len(CELLS) + of_arm[at_two]
    table = np.bincount(pairs, minlength=len(CELLS) ** 2).reshape(len(CELLS), len(CELLS))
    return tuple(tuple(int(count) for count in row) for row in table)
