"""Decides what kind of place each unit is: by its class and sort where they tell it, else by a draw keyed by its code.

Class 111 core, 112 fringe, 121 town centre, 122 town fringe, 123 special area, 210 township seat, 220 village; a
village committee that stands in the core is a village that the city has grown around. Which units of core and fringe
are resettlement estates, old estates or urban villages stands in no table: their shares are assumptions (`world`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from sim.names import PlaceKind

if TYPE_CHECKING:
    from sim.scenario.sections.staffing import WorldShape
    from sim.world.places import Tree

CENTRES: Final = (121, 210)
FRINGES: Final = (112, 122)
CORE: Final = 111
SPECIAL_AREA: Final = 123


def place_kinds(shape: WorldShape, tree: Tree, keys: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """Return the kind of each place, uint8[n_places], of :class:`sim.names.PlaceKind`; NONE above the units."""
    from sim.draws import uniform
    from sim.names import Purpose

    kinds = np.zeros(len(tree), dtype=np.uint8)
    for row in range(len(tree)):
        if tree.is_unit(row) and not tree.virtual[row]:
            luck = float(uniform(int(shape.seed), int(Purpose.WORLD_KIND), int(keys[row]), 0))
            kinds[row] = int(kind_of_unit(tree.urban_class[row], tree.subtype[row], luck, shape))
    return kinds


def kind_of_unit(urban_class: int, subtype: str, luck: float, shape: WorldShape) -> PlaceKind:
    """Return what a unit of this class and sort is; `luck` 0..1 decides where they leave it open."""
    if urban_class == SPECIAL_AREA or subtype == "special":
        return PlaceKind.SPECIAL
    if urban_class in CENTRES:
        return PlaceKind.TOWN_CENTRE
    village = subtype == "village"
    if urban_class == CORE:
        if village:
            return PlaceKind.URBAN_VILLAGE
        return _drawn(luck, float(shape.kind_resettlement), float(shape.kind_old_estate), PlaceKind.OLD_ESTATE)
    if urban_class in FRINGES:
        rest = PlaceKind.VILLAGE if village else PlaceKind.COMMUNITY
        share = float(shape.kind_urban_village)
        return _drawn(luck, float(shape.kind_resettlement), share, PlaceKind.URBAN_VILLAGE, rest)
    return PlaceKind.VILLAGE


def _drawn(
    luck: float, resettlement: float, share: float, other: PlaceKind, rest: PlaceKind = PlaceKind.COMMUNITY
) -> PlaceKind:
    """A resettlement estate, with `share` of what is no such estate `other`, else `rest`."""
    if luck < resettlement:
        return PlaceKind.RESETTLEMENT
    if luck < resettlement + share * (1.0 - resettlement):
        return other
    return rest
