"""Measures of the ties of a world on an even sample of households: degree, clustering, path length. Judges nothing."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from sim.world.columns import World

SAMPLE: Final = 2_000
"""Households whose clustering is measured (count): standard error below 0.005."""

SOURCES: Final = 20
"""Households from which path lengths inside the unit are measured (count)."""

Rows = npt.NDArray[np.int64]


def households_of(world: World, *, urban: bool) -> Rows:
    """Return the household rows of all urban, or all rural, units."""
    return np.flatnonzero(world.place_urban[world.hh_place] == int(urban))


def even_sample(rows: Rows, size: int) -> Rows:
    """Return at most `size` of `rows`, evenly spaced: the same on every call, without any draw."""
    if len(rows) <= size:
        return rows
    return rows[np.arange(size) * len(rows) // size]


def mean_degree(world: World, rows: Rows, kinds: tuple[int, ...]) -> float:
    """Return the mean number of ties of these kinds, over these households; nan without households."""
    wanted = np.zeros(256, dtype=np.uint8)
    wanted[list(kinds)] = 1
    counted = np.concatenate([[0], np.cumsum(wanted[world.tie_kind], dtype=np.int32)])
    per_household = counted[world.tie_start[1:]] - counted[world.tie_start[:-1]]
    return float(per_household[rows].mean()) if len(rows) else float("nan")


def neighbours(world: World, household: int, *, block: bool = False) -> list[int]:
    """Return the households tied to one in its own unit, or with `block` in its own block."""
    mates = world.tie_to[world.tie_start[household] : world.tie_start[household + 1]]
    near = world.hh_place[mates] == world.hh_place[household]
    if block:
        near &= world.hh_block[mates] == world.hh_block[household]
    return [int(mate) for mate in mates[near]]


def clustering(world: World, rows: Rows, *, block: bool = False) -> float:
    """Return the mean local clustering (Watts, Strogatz 1998) inside the unit, or block; below two ties 0."""
    total, size = 0.0, 0
    for household in even_sample(rows, SAMPLE).tolist():
        mates = neighbours(world, household, block=block)
        size += 1
        if len(mates) > 1:
            circle = set(mates)
            closed = sum(len(circle.intersection(neighbours(world, mate, block=block))) for mate in mates)
            total += closed / (len(mates) * (len(mates) - 1))
    return total / size if size else float("nan")


def path_length(world: World, rows: Rows, *, block: bool = False) -> float:
    """Return the mean number of steps to every household reachable inside the unit, or block; nan if there is none."""
    steps, reached = 0, 0
    for household in even_sample(rows, SOURCES).tolist():
        distance = {household: 0}
        queue = deque([household])
        while queue:
            here = queue.popleft()
            for mate in neighbours(world, here, block=block):
                if mate not in distance:
                    distance[mate] = distance[here] + 1
                    queue.append(mate)
        steps += sum(distance.values())
        reached += len(distance) - 1
    return steps / reached if reached else float("nan")
