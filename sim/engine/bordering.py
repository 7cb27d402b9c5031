"""Which places border on each other: siblings of one rank that follow one another, from the town up. An assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from sim.world import World

Array = npt.NDArray[Any]


def bordering_on(world: World, office: int, below: Array) -> list[list[int]]:
    """Return the places that each place borders on: the sibling before and the sibling after it, of the same rank.

    From the rank of the town office up, and among those where people live (`below`, households below each place).
    """
    found: list[list[int]] = [[] for _ in world.code]
    last: dict[int, int] = {}
    for row, parent in enumerate(world.place_parent.tolist()):
        if parent < 0 or world.place_rank[row] < office or below[row] == 0:
            continue
        before = last.get(parent)
        if before is not None and world.place_rank[before] == world.place_rank[row]:
            found[before].append(row)
            found[row].append(before)
        last[parent] = row
    return found


def borders_of(world: World, p: Any, below: Array) -> dict[str, Array]:
    """Return the borders of each place as columns, none where the process is off."""
    found = bordering_on(world, int(p.office_slot), below) if p.on_borders == 1 else [[] for _ in world.code]
    return {
        "border_start": np.cumsum([0, *(len(row) for row in found)], dtype=np.int64).astype(np.int32),
        "border_to": np.array([other for row in found for other in row], dtype=np.int32),
    }
