"""Decides the rows of the tree: their order, ranks, keys, and which place runs the forum of each level for whom.

Reading and refusing tables is the scenario's; who lives in a place is in `population`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from sim.scenario import PlaceTable

URBAN_CLASSES: Final = range(100, 200)
"""Classes 1xx of the statistical bureau are urban, 2xx rural; an unknown class (0) counts as rural."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree:
    """The rows of a tree, depth first: a parent before its children, siblings by code, root in row 0.

    So the places below row p, and their households, are the contiguous rows p + 1 up to, not including, `end[p]`.

    Columns of n places: `parent` (-1 at the root), `rank` (0 = lowest level), `end`; `anc[p, r]` is the place that runs
    the forum of rank r for p: p itself for r up to its own rank, else its ancestor of rank r, and where that tier is
    missing the next ancestor up. `line` is the line of the table, for messages.
    """

    shown: str
    code: tuple[str, ...]
    name_zh: tuple[str, ...]
    name_en: tuple[str, ...]
    subtype: tuple[str, ...]
    line: tuple[int, ...]
    stated: tuple[int | None, ...]
    virtual: tuple[bool, ...]
    urban_class: tuple[int, ...]
    parent: tuple[int, ...]
    rank: tuple[int, ...]
    end: tuple[int, ...]
    n_levels: int

    def __len__(self) -> int:
        return len(self.code)

    def is_unit(self, row: int) -> bool:
        """Return whether nothing stands below this place: residents live in units only."""
        return self.end[row] == row + 1

    def is_urban(self, row: int) -> bool:
        """Return whether the class of this place is urban."""
        return self.urban_class[row] in URBAN_CLASSES

    def children(self, row: int) -> list[int]:
        """Return the rows directly below a place, in order."""
        rows, child = [], row + 1
        while child < self.end[row]:
            rows.append(child)
            child = self.end[child]
        return rows


def order_places(table: PlaceTable, level_ids: tuple[str, ...]) -> Tree:
    """Return the tree of a place table; `level_ids` lowest first."""
    below: dict[str, list[int]] = {}
    for row, parent in enumerate(table.parent):
        if table.code[row] != table.root:
            below.setdefault(parent, []).append(row)
    rows: list[int] = []
    parents: list[int] = []
    stack = [(table.code.index(table.root), -1)]
    while stack:
        row, parent_at = stack.pop()
        here = len(rows)
        rows.append(row)
        parents.append(parent_at)
        children = sorted(below.get(table.code[row], []), key=lambda child: table.code[child], reverse=True)
        stack.extend((child, here) for child in children)
    return Tree(
        shown=table.shown,
        code=tuple(table.code[row] for row in rows),
        name_zh=tuple(table.name_zh[row] for row in rows),
        name_en=tuple(table.name_en[row] for row in rows),
        subtype=tuple(table.subtype[row] for row in rows),
        line=tuple(table.lines[row] for row in rows),
        stated=tuple(table.population[row] for row in rows),
        virtual=tuple(table.virtual[row] for row in rows),
        urban_class=tuple(table.urban_class[row] for row in rows),
        parent=tuple(parents),
        rank=tuple(level_ids.index(table.level[row]) for row in rows),
        end=_ends(parents),
        n_levels=len(level_ids),
    )


def _ends(parents: list[int]) -> tuple[int, ...]:
    ends = list(range(1, len(parents) + 1))
    for row in range(len(parents) - 1, 0, -1):
        ends[parents[row]] = max(ends[parents[row]], ends[row])
    return tuple(ends)


def runners(tree: Tree) -> npt.NDArray[np.int32]:
    """Return `anc`, int32[n_places, n_levels]: the row of the place that runs the forum of each rank for each place."""
    anc = np.empty((len(tree), tree.n_levels), dtype=np.int32)
    for row in range(len(tree)):
        own = tree.rank[row]
        anc[row, : own + 1] = row
        for rank in range(own + 1, tree.n_levels):
            anc[row, rank] = anc[tree.parent[row], rank]  # the parent's own row where it stands at or above that rank
    return anc


def place_keys(tree: Tree) -> npt.NDArray[np.uint64]:
    """Return the 64-bit key of each place, from its code alone: the same in every scenario that holds the place."""
    from sim.draws import hash_text

    return np.array([hash_text(code) for code in tree.code], dtype=np.uint64)


def place_numbers(tree: Tree, keys: npt.NDArray[np.uint64], seed: int) -> npt.NDArray[np.int32]:
    """Return int32[n_places]: 1, 2, … within each level, in an order drawn by key, so that a number tells no code.

    Exports name a place below the county by its kind and this number (definitions section 11).
    """
    from sim.draws import key
    from sim.names import Purpose

    numbers = np.zeros(len(tree), dtype=np.int32)
    drawn = [(int(key(seed, int(Purpose.WORLD_WEIGHT), int(place), 1)), row) for row, place in enumerate(keys)]
    for rank in range(tree.n_levels):
        order = sorted(luck for luck in drawn if tree.rank[luck[1]] == rank)
        for number, (_, row) in enumerate(order, start=1):
            numbers[row] = number
    return numbers


def sums_upward(tree: Tree, units: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Return int64[n_places]: the value of each unit, and for every other place the sum over the units below it."""
    before = np.concatenate([[0], np.cumsum(units, dtype=np.int64)])
    ends = np.array(tree.end, dtype=np.int64)
    return before[ends] - before[:-1]
