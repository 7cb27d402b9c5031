"""Decides which households are registered elsewhere: by key, as many of each kind of place as the scenario says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.draws import uniform
from sim.jit import njit
from sim.names import PlaceKind, Purpose

if TYPE_CHECKING:
    from sim.scenario.sections.migrating import Migrants

_MIGRANT = int(Purpose.WORLD_MIGRANT)


def migrant_shares(migrants: Migrants) -> tuple[float, ...]:
    """Return the share of migrants in each kind of place, in the order of :class:`sim.names.PlaceKind`."""
    of_kind = {
        PlaceKind.NONE: 0.0,
        PlaceKind.VILLAGE: migrants.village,
        PlaceKind.COMMUNITY: migrants.community,
        PlaceKind.URBAN_VILLAGE: migrants.urban_village,
        PlaceKind.RESETTLEMENT: migrants.resettlement,
        PlaceKind.OLD_ESTATE: migrants.old_estate,
        PlaceKind.TOWN_CENTRE: migrants.town_centre,
        PlaceKind.SPECIAL: migrants.special,
    }
    return tuple(float(of_kind[kind]) for kind in PlaceKind)


@njit
def draw_migrants(seed: int, place_key: Any, share: Any, hh_start: Any, hh_first: Any, res_migrant: Any) -> None:
    """Fill `res_migrant`, all 0 before: whole households move (assumption), keyed by place and index of the household.

    `share` float64[n_places]. More people in one place change nobody else.
    """
    for place in range(place_key.shape[0]):
        start = int(hh_start[place])
        for household in range(start, int(hh_start[place + 1])):
            if uniform(seed, _MIGRANT, place_key[place], household - start) < float(share[place]):
                for row in range(int(hh_first[household]), int(hh_first[household + 1])):
                    res_migrant[row] = 1
