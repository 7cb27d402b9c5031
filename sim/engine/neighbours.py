"""Which places border on each other, and how often the people of each lowest place meet a matter across a border."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sim.rules.arise import CHUNK_MEAN
from sim.rules.borders import border_rate

if TYPE_CHECKING:
    from sim.world import World

Array = npt.NDArray[Any]


def neighbours_of(world: World, office: int, below: Array) -> list[list[int]]:
    """Return the places that each place borders on: the sibling before and after it, of the same rank.

    From the rank of the town office up, and where people live (`below`, households below each place). An assumption.
    """
    found: list[list[int]] = [[] for _ in world.code]
    for parent in range(world.n_places):
        children = np.flatnonzero(world.place_parent == parent).tolist()
        living = [row for row in children if below[row] > 0 and world.place_rank[row] >= office]
        for one, other in itertools.pairwise(living):
            if world.place_rank[one] == world.place_rank[other]:
                found[one].append(other)
                found[other].append(one)
    return found


def borders_of(world: World, p: Any, values: dict[str, Array]) -> dict[str, Array]:
    """Return the borders as columns, and mean and pieces of each lowest place whose people have one; none if off."""
    found = neighbours_of(world, int(p.office_slot), values["below_end"] - values["below_start"])
    if p.on_borders == 0:
        found = [[] for _ in world.code]
    everything = border_rate(p.border_water, p.border_forest, p.border_minerals, p.border_commuting)
    rate = float(everything) / 1000.0 / 365.0 * p.incidence_majorant / p.voice_share
    places, means, pieces = [], [], []
    first = world.hh_first[world.hh_start]
    for place in np.flatnonzero(world.hh_start[1:] > world.hh_start[:-1]).tolist():
        mean = rate * int(np.count_nonzero(world.res_adult[first[place] : first[place + 1]]))
        path = [(r, int(world.anc[place, r])) for r in range(int(p.office_slot), int(p.top))]
        if mean > 0.0 and any(found[here] and world.place_rank[here] == r for r, here in path):
            number = max(1, math.ceil(mean / CHUNK_MEAN))
            places.append(place)
            means.append(mean / number)
            pieces.append(number)
    return {
        "border_start": np.cumsum([0, *(len(row) for row in found)], dtype=np.int64).astype(np.int32),
        "border_to": np.array([other for row in found for other in row], dtype=np.int32),
        "border_place": np.array(places, dtype=np.int32),
        "border_mean": np.array(means, dtype=np.float64),
        "border_pieces": np.array(pieces, dtype=np.int32),
    }
