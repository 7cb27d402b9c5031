"""Decides which known totals hold: what the table states, else the facts about a place of the nearest year.

How totals are spread over units is in `spread`; where the facts are from is told in scenarios/places/ORIGIN.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.world.places import Tree
from sim.world.spread import largest_remainder

if TYPE_CHECKING:
    from sim.scenario import Scenario

_Facts = dict[tuple[str, str], float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """Totals by row of the tree, in persons. `urban` is how many of a known total live in units of urban class."""

    total: dict[int, int]
    urban: dict[int, int]


def known_residents(scenario: Scenario, tree: Tree) -> Known:
    """Return the known totals of actual residents.

    A population that the table states wins: facts about that place, about places below it, and about places above it
    that leave nobody to be filled, are then not used. A place without a census figure whose parent's total is known
    shares it with its like by residents of another year (Shaoxing: the rest of 5,270,977 by 2023 residents).
    """
    facts = _facts_by_place(scenario)
    total = {row: stated for row, stated in enumerate(tree.stated) if stated is not None}
    settled = _settled(tree, total)
    usable = [row for row in range(len(tree)) if row not in settled]
    for row in usable:
        census = facts.get((tree.code[row], "census_resident"))
        if census is not None:
            total[row] = int(census)
    _share_by_sizes(tree, facts, total, frozenset(usable))
    urban: dict[int, int] = {}
    for row in usable:
        persons, rate = facts.get((tree.code[row], "census_urban")), facts.get((tree.code[row], "urban_rate"))
        if row in total and persons is not None:
            urban[row] = int(persons)
        elif row in total and rate is not None:
            urban[row] = int(rate * total[row] + 0.5)
    return Known(total=total, urban=urban)


def known_registered(scenario: Scenario, tree: Tree) -> Known:
    """Return the known totals of registered residents; `urban` is the total less the registered rural ones."""
    facts = _facts_by_place(scenario)
    total, urban = {}, {}
    for row, code in enumerate(tree.code):
        hukou, rural = facts.get((code, "registered_hukou")), facts.get((code, "registered_hukou_rural"))
        if hukou is None or tree.stated[row] is not None:
            continue
        total[row] = int(hukou)
        if rural is not None and rural <= hukou:
            urban[row] = int(hukou) - int(rural)
    return Known(total=total, urban=urban)


def _facts_by_place(scenario: Scenario) -> _Facts:
    """The value of each (code, measure), of the year nearest `population.year`; of two equally near the later."""
    year = scenario.population.year
    chosen: dict[tuple[str, str], tuple[tuple[int, int], float]] = {}
    for fact in scenario.population.totals:
        rank = (abs(fact.year - year), -fact.year)
        at = (fact.code, fact.measure)
        if at not in chosen or rank < chosen[at][0]:
            chosen[at] = (rank, fact.value)
    return {at: value for at, (_, value) in chosen.items()}


def _settled(tree: Tree, stated: dict[int, int]) -> set[int]:
    """Rows that the table settles: stated ones, all below them, and those above without a unit left to be filled."""
    rows = {below for row in stated for below in range(row, tree.end[row])}
    for row in range(len(tree) - 1, -1, -1):
        units = [unit for unit in range(row, tree.end[row]) if tree.is_unit(unit) and not tree.virtual[unit]]
        if units and rows.issuperset(units):
            rows.add(row)
    return rows


def _share_by_sizes(tree: Tree, facts: _Facts, total: dict[int, int], usable: frozenset[int]) -> None:
    """Give places without a total the rest of their parent's by their relative size; without one above, that size."""
    for row in range(len(tree)):
        size = facts.get((tree.code[row], "resident"))
        if size is not None and row in usable and row not in total and not _known_above(tree, total, row):
            total[row] = int(size)
        if row not in total:
            continue
        children = tree.children(row)
        rest = [child for child in children if child not in total and not _nobody(tree, child)]
        sizes = [facts.get((tree.code[child], "resident")) for child in rest if child in usable]
        known = [size for size in sizes if size is not None]
        left = total[row] - sum(total[child] for child in children if child in total)
        if rest and len(known) == len(rest) and left > 0:
            total.update(zip(rest, largest_remainder(known, left), strict=True))


def _known_above(tree: Tree, total: dict[int, int], row: int) -> bool:
    up = tree.parent[row]
    while up >= 0:
        if up in total:
            return True
        up = tree.parent[up]
    return False


def _nobody(tree: Tree, row: int) -> bool:
    return all(tree.virtual[unit] for unit in range(row, tree.end[row]) if tree.is_unit(unit))
