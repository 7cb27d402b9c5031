"""Decides how the sizes of a world's places are told: by kind of place, never by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from sim.names import PlaceKind

if TYPE_CHECKING:
    from sim.world.columns import World

KINDS: Final = (*(kind.name.lower() for kind in PlaceKind if kind != PlaceKind.NONE), "empty", "above")
"""Units by kind of place; units that hold nobody; places above units."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KindOfPlace:
    """Places of one level and kind: how many, and residents per place (persons)."""

    level: str
    kind: str
    places: int
    residents: int
    registered: int
    smallest: int
    median: float
    mean: float
    largest: int
    households: int


def unit_summary(world: World) -> tuple[KindOfPlace, ...]:
    """Return one row per level and kind of place that occurs, lowest level first."""
    unit = world.place_end == np.arange(1, world.n_places + 1)
    last = len(KINDS) - 1
    kind = np.select([~unit, world.place_leaf == 0], [last, last - 1], default=world.place_kind.astype(np.int64) - 1)
    households = world.hh_start[world.place_end] - world.hh_start[:-1]
    rows = []
    for rank, level in enumerate(world.level_ids):
        for code, name in enumerate(KINDS):
            chosen = (world.place_rank == rank) & (kind == code)
            if chosen.any():
                sizes = world.place_resident[chosen]
                rows.append(
                    KindOfPlace(
                        level=level,
                        kind=name,
                        places=len(sizes),
                        residents=int(sizes.sum()),
                        registered=int(world.place_registered[chosen].sum()),
                        smallest=int(sizes.min()),
                        median=float(np.median(sizes)),
                        mean=float(sizes.mean()),
                        largest=int(sizes.max()),
                        households=int(households[chosen].sum()),
                    )
                )
    return tuple(rows)
