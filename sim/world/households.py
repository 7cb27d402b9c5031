"""Decides who lives with whom: how many households a place has, how large they are, and in which block they stand."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from sim.draws import uniform
from sim.jit import njit
from sim.names import Purpose

_SIZE = int(Purpose.WORLD_SIZE)


def household_starts(residents: npt.NDArray[np.int64], household_size: float) -> npt.NDArray[np.int32]:
    """Return `hh_start`, int32[n_places + 1], from the residents *living in* each place itself (0 above the units).

    A place with anybody has residents / `household_size` households, rounded, at least one.
    """
    counts = [max(1, int(n / household_size + 0.5)) if n > 0 else 0 for n in residents.tolist()]
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)


@njit
def draw_households(
    seed: int, block: int, place_key: Any, residents: Any, hh_start: Any, hh_place: Any, hh_block: Any, hh_first: Any
) -> None:
    """Fill place and block of each household, and `hh_first`: where its residents start.

    Each household has one resident; every further one joins a household drawn by key, so sizes are 1 + about a Poisson
    number and the people of a place add up exactly (assumption; the census has a few more one-person households).
    Blocks are runs of about `block` neighbouring households, numbered from 0 within the place.
    """
    for place in range(place_key.shape[0]):
        first = int(hh_start[place])
        n = int(hh_start[place + 1]) - first
        if n > 0:
            blocks = block_count(n, block)
            for i in range(n):
                hh_place[first + i] = place
                hh_block[first + i] = i * blocks // n
                hh_first[first + i + 1] = 1
            for extra in range(int(residents[place]) - n):
                i = int(uniform(seed, _SIZE, place_key[place], extra) * n)
                hh_first[first + i + 1] += 1
    for household in range(hh_place.shape[0]):
        hh_first[household + 1] += hh_first[household]


@njit
def block_count(households: int, block: int) -> int:
    """Return into how many blocks of about `block` households a place is cut: at least one."""
    return max(1, (households + block // 2) // block)
