"""Decides where each root family of the cohort ended, in exactly one cell, and what a change of spill was turned into.

`definitions` 3: minus the change of `spilled` is the sum of the changes of all other cells, so a fall in spill is
resolved, hidden or moved, and nothing else.

In this version `carried` is 0 by construction, and *moved* means to court. An institution moves a dispute in two cases
only: a gate that sent a claim down carries the failed try up to where the party had lodged it, and `outside` sends home
what the party had lodged there. Where that is above home, the lodging itself was spill (`definitions` 1: "whether
accepted, refused or sent back by a gate"), and `spilled` comes first. The cell fills when institutions pass on what
nobody lodged above: referral between departments, joint forums, whistles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from sim.analysis.cohort import cohort_of, per_family
from sim.names import EndState
from sim.records import Mark, Records

CELLS: Final = (
    "spilled", "court", "carried", "active", "suppressed", "lumped", "accepted", "resolved", "prevented", "unvoiced",
)  # fmt: skip
"""The cells, in the order in which the first that fits is taken."""

RESOLVED_CELLS: Final = ("prevented", "resolved", "accepted")
HIDDEN_CELLS: Final = ("lumped", "suppressed", "active", "unvoiced")
MOVED_CELLS: Final = ("court", "carried")

CELL_WORDS: Final[dict[str, tuple[str, str]]] = {
    "spilled": ("外溢", "spilled"),
    "court": ("到本应层级之上的法院", "at a court above home"),
    "carried": ("由机构移送上行", "carried up by an institution"),
    "active": ("未了", "still open"),
    "suppressed": ("被压下", "suppressed"),
    "lumped": ("忍了", "lumped"),
    "accepted": ("接受裁断", "accepted"),
    "resolved": ("实质化解", "resolved"),
    "prevented": ("预防", "prevented"),
    "unvoiced": ("未说出", "never voiced"),
}
"""(zh, en) of each cell."""

_WORST: Final = (
    EndState.RESOLVED,
    EndState.ACCEPTED,
    EndState.LUMPED,
    EndState.SUPPRESSED,
    EndState.ACTIVE,
    EndState.OUTSIDE_OPEN,
)
"""End states of voiced members from best to worst; an open petition outside is the worst of the active."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """Root families by cell. `cells` sums to `roots`; `spilled_by_end` splits `spilled` by its worst end state."""

    roots: int
    cells: Mapping[str, int]
    spilled_by_end: Mapping[str, int]
    outside_roots: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Shares:
    """What a change of spill was turned into. The three sum to 1; a share may be below 0 or above 1."""

    resolve: float
    hide: float
    moved: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """Change of each cell from one arm to another over the same roots; the changes sum to 0."""

    delta: Mapping[str, float]

    def shares(self) -> Shares | None:
        """Return the three shares, or None where spill did not change. Whether it can be told from 0: see `compare`."""
        return shares_of(self.delta)


def identity(records: Records) -> Identity:
    """Return the cells of the cohort's root families."""
    cohort = cohort_of(records)
    cell, worst = family_cells(records)
    counts = np.bincount(cell, minlength=len(CELLS))
    ends = np.bincount(worst[cell == 0], minlength=len(_WORST) + 1)[1:]
    return Identity(
        roots=len(cohort.roots),
        cells={name: int(counts[i]) for i, name in enumerate(CELLS)},
        spilled_by_end={state.name.lower(): int(ends[i]) for i, state in enumerate(_WORST)},
        outside_roots=cohort.outside_roots,
    )


def family_cells(records: Records) -> tuple[np.ndarray, np.ndarray]:
    """Return (cell, worst) of each paired root in the order of the ledger.

    `cell` int[roots], the position in `CELLS`; `worst` int[roots], 1 + the position of the worst end state of the
    voiced members (0: none was voiced).
    """
    cohort, ledger = cohort_of(records), records.disputes
    severity = np.zeros(len(EndState), dtype=np.int64)
    for place, state in enumerate(_WORST):
        severity[state] = place + 1
    own = severity[ledger.end_state]
    worst = per_family(records, cohort, own)
    marks = per_family(records, cohort, ledger.marks, bits=True)
    prevented = per_family(records, cohort, (ledger.end_state == EndState.PREVENTED).astype(np.uint8))
    by_state = np.array([9, 7, 6, 5, 4, 3, 3])  # never voiced, resolved … active, outside_open: positions in CELLS
    cell = by_state[worst]
    cell[(worst == 0) & (prevented > 0)] = CELLS.index("prevented")
    cell[(marks & Mark.CARRIED) > 0] = CELLS.index("carried")
    cell[(marks & Mark.COURT_ABOVE) > 0] = CELLS.index("court")
    cell[(marks & (Mark.ABOVE | Mark.BEYOND)) > 0] = CELLS.index("spilled")
    return cell, worst


def change(base: Identity, arm: Identity) -> Change:
    """Return how the cells changed from `base` to `arm`. Raises ValueError unless both are about the same roots."""
    if base.roots != arm.roots:
        raise ValueError(f"the arms are not paired: {base.roots} roots against {arm.roots}")
    return Change(delta={name: arm.cells[name] - base.cells[name] for name in CELLS})


def shares_of(delta: Mapping[str, float]) -> Shares | None:
    """Return resolve, hide and moved share of a change of cells; None where `spilled` did not change."""
    fall = -float(delta["spilled"])
    if fall == 0.0:
        return None
    return Shares(
        resolve=sum(delta[name] for name in RESOLVED_CELLS) / fall,
        hide=sum(delta[name] for name in HIDDEN_CELLS) / fall,
        moved=sum(delta[name] for name in MOVED_CELLS) / fall,
    )
