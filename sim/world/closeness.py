"""Decides how close each resident is to the cadres: partly by standing, for the rest by luck of the household."""

from __future__ import annotations

from typing import Any

from sim.draws import uniform
from sim.jit import njit
from sim.names import Purpose

_CLOSENESS = int(Purpose.WORLD_CLOSENESS)


@njit
def draw_closeness(
    seed: int, share: float, place_key: Any, hh_start: Any, hh_first: Any, res_standing: Any, res_closeness: Any
) -> None:
    """Fill `res_closeness`, 0..255 for 0..1 with mean 0.5, keyed by place and index of the household.

    `share` of it is the person's standing; the rest is uniform and the household's own, since whoever has a cadre among
    kin shares it with those at home (assumption).
    """
    for place in range(place_key.shape[0]):
        start = int(hh_start[place])
        for household in range(start, int(hh_start[place + 1])):
            luck = uniform(seed, _CLOSENESS, place_key[place], household - start)
            for row in range(int(hh_first[household]), int(hh_first[household + 1])):
                standing = float(res_standing[row]) / 255.0
                res_closeness[row] = int(255.0 * (share * standing + (1.0 - share) * luck) + 0.5)
