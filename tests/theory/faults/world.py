"""Faults planted in worlds: each makes its check fail."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from sim.world import adjacency as made_adjacency
from sim.world import households, population, staff, ties

_POPULATE, _DRAW, _TIES = population.populate, households.draw_households, ties.draw_ties
_ADJACENCY, _STAFF = made_adjacency.adjacency, staff.staff_forums


def one_too_many(*given: Any) -> Any:
    """A unit gets one resident more; the places above do not know."""
    found = _POPULATE(*given)
    resident = found.resident.copy()
    resident[-1] += 1
    return dataclasses.replace(found, resident=resident)


def rounded(weights: Any, total: int) -> list[int]:
    """Whole persons by rounding each for itself."""
    return [round(total * weight / sum(weights)) for weight in weights]


def evenly(*given: Any) -> None:
    """Everybody is spread evenly over the households."""
    _DRAW(*given)
    residents, hh_start, hh_first = given[3], given[4], given[7]
    first = 0
    for place in range(len(residents)):
        low, high = int(hh_start[place]), int(hh_start[place + 1])
        for i in range(low, high + (high > low)):
            hh_first[i] = first + (i - low) * int(residents[place]) // max(1, high - low)
        first += int(residents[place]) if high > low else 0


def one_way(*given: Any) -> Any:
    """The last tie is known at one end only."""
    start, to, kind = _ADJACENCY(*given)
    to[-1] = 0 if to[-1] != 0 else 1
    return start, to, kind


def actual_residents(scenario: Any, tree: Any, anc: Any, resident: Any, registered: Any) -> Any:
    """Hours follow who lives there."""
    return _STAFF(scenario, tree, anc, resident, resident)


def rewired(factor: float) -> Any:
    """Ties are rewired by another share than the scenario says."""

    def faulty(seed: int, block: int, rewire: float, *given: Any) -> Any:
        return _TIES(seed, block, min(1.0, factor * rewire), *given)

    return faulty


def all_near(*given: Any) -> Any:
    """Every far tie that left the town is lost."""
    n = _TIES(*given)
    one, other, kinds, hh_start, parent = given[11], given[12], given[13], given[8], given[4]
    towns = np.asarray(parent)[np.searchsorted(hh_start, np.arange(int(hh_start[-1])), side="right") - 1]
    kept = np.flatnonzero((kinds[:n] != 4) | (towns[one[:n]] == towns[other[:n]]))
    for column in (one, other, kinds):
        column[: len(kept)] = column[kept]
    return len(kept)


FAULTS: list[dict[str, Any]] = [
    {
        "check": "world.conserved",
        "target": "sim.world.population:populate",
        "by": one_too_many,
        "why": "a resident too many",
    },
    {"check": "world.conserved", "target": "sim.world.spread:largest_remainder", "by": rounded, "why": "rounded"},
    {"check": "world.whole", "target": "sim.world.adjacency:adjacency", "by": one_way, "why": "a tie one way"},
    {
        "check": "world.staffed",
        "target": "sim.world.build:staff_forums",
        "by": actual_residents,
        "why": "hours by actual residents",
    },
    {"check": "world.degrees", "target": "sim.world.ties:draw_ties", "by": rewired(1.5), "why": "more rewired"},
    {"check": "world.closure", "target": "sim.world.ties:draw_ties", "by": rewired(0.8), "why": "fewer rewired"},
    {"check": "world.sizes", "target": "sim.world.households:draw_households", "by": evenly, "why": "all alike"},
    {"check": "world.far", "target": "sim.world.ties:draw_ties", "by": all_near, "why": "none leaves the town"},
]
