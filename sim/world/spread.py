"""Decides how a known total becomes whole persons in units: by weight, raked to nested totals and to urban and rural.

Knows nothing of where totals or weights come from. Plain Python floats in row order: the same figures on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sim.errors import PlacesError, complain
from sim.world.places import Tree

RAKING_ROUNDS: Final = 500
"""Rounds of raking before the urban and rural totals are held to contradict the nested ones (count)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spread:
    """`persons` per unit by row; `raked`: rows whose urban total was met; `not_raked`: rows where not, and why."""

    persons: dict[int, int]
    raked: tuple[int, ...]
    not_raked: dict[int, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """Credible mean size of a rural unit, in persons."""

    low: float
    high: float


def largest_remainder(weights: Sequence[float], total: int) -> list[int]:
    """Return whole numbers in proportion to `weights` (not all 0) that sum to `total`; of equal fractions the first."""
    scale = 0.0
    for weight in weights:
        scale += weight
    shares = [total * weight / scale for weight in weights]
    whole = [int(share) for share in shares]
    by_fraction = sorted(range(len(shares)), key=lambda i: (whole[i] - shares[i], i))
    for i in by_fraction[: total - sum(whole)]:
        whole[i] += 1
    return whole


def spread(
    tree: Tree, weights: Mapping[int, float], total: Mapping[int, int], urban: Mapping[int, int], bounds: Bounds | None
) -> Spread:
    """Return persons for every unit in `weights` (row -> weight >= 0).

    `total` holds to the person wherever it is known, in nested places as well; so does `urban` (persons in urban units
    of a place with a known total), unless a class has no unit, the mean rural unit would leave `bounds`, or nested
    totals contradict it: then the place's total alone counts. A unit below no known total gets its weight, rounded.
    Raises PlacesError where totals contradict each other.
    """
    owner, left = _groups(tree, weights, total)
    persons: dict[int, int] = {}
    raked: list[int] = []
    not_raked: dict[int, str] = {}
    for row in sorted(urban, reverse=True):
        below = [unit for unit in weights if row <= unit < tree.end[row]]
        reason = _cannot_rake(tree, below, total[row] - urban[row], bounds)
        if not reason and not _rake(tree, weights, below, urban[row], owner, left, persons):
            reason = "totals below it contradict its urban total"
        if reason:
            not_raked[row] = reason
        else:
            raked.append(row)
        _by_weight(weights, below, owner, left, persons)
    _by_weight(weights, list(weights), owner, left, persons)
    return Spread(persons=persons, raked=tuple(sorted(raked)), not_raked=not_raked)


def _groups(
    tree: Tree, weights: Mapping[int, float], total: Mapping[int, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """For each unit the nearest place with a known total (itself or above; -1: none), and what each has left."""
    nearest = [-1] * len(tree)
    left = dict(total)
    for row in range(len(tree)):
        above = -1 if row == 0 else nearest[tree.parent[row]]
        if row in total:
            nearest[row] = row
            if above >= 0:
                left[above] -= total[row]
        else:
            nearest[row] = above
    owner = {unit: nearest[unit] for unit in weights}
    weight_of = dict.fromkeys(total, 0.0)
    for unit, place in owner.items():
        if place >= 0:
            weight_of[place] += weights[unit]
    for place, rest in left.items():
        if rest < 0 or (rest > 0 and weight_of[place] == 0.0 and place not in owner):
            where = f"{tree.shown}:{tree.line[place]}"
            rule = f"the residents of {tree.code[place]} must be those of the places below it"
            got = f"{total[place]} against {total[place] - rest}"
            repair = "Correct one of the populations, or leave some of them empty so that they are filled"
            raise PlacesError(complain(where, rule, got, repair))
    return owner, left


def _cannot_rake(tree: Tree, units: list[int], rural: int, bounds: Bounds | None) -> str:
    peopled = [unit for unit in units if not tree.virtual[unit]]
    rural_units = sum(not tree.is_urban(unit) for unit in peopled)
    if rural_units in (0, len(peopled)):
        return f"no {'rural' if rural_units == 0 else 'urban'} unit"
    mean = rural / rural_units
    if bounds is not None and not bounds.low <= mean <= bounds.high:
        return f"mean rural unit would be {mean:.0f}"
    return ""


def _rake(
    tree: Tree, weights: Mapping[int, float], below: list[int], urban: int, owner: Mapping[int, int],
    left: Mapping[int, int], persons: dict[int, int],
) -> bool:  # fmt: skip
    """Fill the open units of `below` so that nested totals and the urban total both hold; False if they cannot."""
    for unit in below:
        if unit not in persons and owner[unit] == unit:
            persons[unit] = left[unit]
    open_units = [unit for unit in below if unit not in persons]
    groups = sorted({owner[unit] for unit in open_units}, reverse=True)  # the place itself comes last and absorbs
    target = urban - sum(persons[unit] for unit in below if unit in persons and tree.is_urban(unit))
    cells = [[0.0, 0.0] for _ in groups]
    for unit in open_units:
        cells[groups.index(owner[unit])][tree.is_urban(unit)] += weights[unit]
    rows = [left[place] for place in groups]
    whole = _fit(cells, rows, target)
    if whole is None:
        return False
    for group, place in enumerate(groups):
        for side in (0, 1):
            members = [unit for unit in open_units if owner[unit] == place and tree.is_urban(unit) == bool(side)]
            if cells[group][side] > 0.0:
                shares = largest_remainder([weights[unit] for unit in members], whole[group][side])
                persons.update(zip(members, shares, strict=True))
            else:
                persons.update(dict.fromkeys(members, 0))
    return True


def _fit(cells: list[list[float]], rows: list[int], urban: int) -> list[list[int]] | None:
    """Scale cells (group x rural, urban) to their row totals and to `urban`; whole persons, or None if impossible."""
    columns = (sum(rows) - urban, urban)
    if min(columns) < 0:
        return None
    fitted = [list(cell) for cell in cells]
    for _ in range(RAKING_ROUNDS):
        for side in (0, 1):
            have = sum(cell[side] for cell in fitted)
            if have == 0.0 and columns[side] > 0:
                return None
            for cell in fitted:
                cell[side] = cell[side] * columns[side] / have if have > 0.0 else 0.0
        worst = 0.0
        for cell, row_total in zip(fitted, rows, strict=True):
            have = cell[0] + cell[1]
            if have == 0.0:
                if row_total > 0:
                    return None
                continue
            worst = max(worst, abs(have - row_total))
            cell[0], cell[1] = cell[0] * row_total / have, cell[1] * row_total / have
        if worst < 1e-6:
            break
    whole = [[row_total - int(cell[1] + 0.5), int(cell[1] + 0.5)] for cell, row_total in zip(fitted, rows, strict=True)]
    urban_last = urban - sum(cell[1] for cell in whole[:-1])
    if whole:
        if abs(urban_last - whole[-1][1]) > len(whole):
            return None
        whole[-1] = [rows[-1] - urban_last, urban_last]
    fits = all(
        n >= 0 and (n == 0 or w > 0.0)
        for cell, raw in zip(whole, cells, strict=True)
        for n, w in zip(cell, raw, strict=True)
    )
    return whole if fits and (whole or urban == 0) else None


def _by_weight(
    weights: Mapping[int, float], units: list[int], owner: Mapping[int, int], left: Mapping[int, int],
    persons: dict[int, int],
) -> None:  # fmt: skip
    """Fill the units that are still open, group by group."""
    groups: dict[int, list[int]] = {}
    for unit in units:
        if unit not in persons:
            groups.setdefault(owner[unit], []).append(unit)
    for place, members in groups.items():
        if place < 0:
            persons.update({unit: int(weights[unit] + 0.5) for unit in members})
        elif members == [place]:
            persons[place] = left[place]
        elif left[place] == 0:
            persons.update(dict.fromkeys(members, 0))
        else:
            shares = largest_remainder([weights[unit] for unit in members], left[place])
            persons.update(zip(members, shares, strict=True))
