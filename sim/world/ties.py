"""Decides which households know each other: rings and blocks inside a unit, and far ties that thin out with distance.

Rural unit: a small world (Watts, Strogatz 1998) in each block, joined by few ties to other blocks. Urban unit: sparser
neighbours in the block, kin and workmates on shuffled rings through the whole unit. Numbers and sources: `mean_ties`.
Everything inside a unit is keyed by the place and the index of a household in it, so it is the same in every scenario.
Ties come out as a list with each once or more; `adjacency` sorts them and removes repetitions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.draws import uniform
from sim.jit import njit
from sim.names import Purpose, TieKind
from sim.world.households import block_count

if TYPE_CHECKING:
    from sim.scenario import Scenario

_TIE, _REWIRE, _FAR = int(Purpose.WORLD_TIE), int(Purpose.WORLD_REWIRE), int(Purpose.WORLD_FAR)
_ONLINE = int(Purpose.WORLD_ONLINE)

NEIGHBOUR, KIN, OTHER_BLOCK, WORK, FAR_TIE, ONLINE_TIE = (int(kind) for kind in TieKind)
"""Kinds of tie, as stored in `tie_kind`."""

LARGEST_LINEAGE: Final = 0.56
SECOND_LINEAGE: Final = 0.19
"""Share of a villager group's households in its largest and second lineage: neighbours of one lineage are kin.
Means over eight groups of one village (Huang Tu, 1989; grade A); so about 35 % of rural block ties join kin."""

SCOPE_STAY: Final = 0.7
"""Chance that a far tie ends in the nearest place above that holds anybody else (its town), else it tries the next one
up, and so on: town 70 %, county 21 %, city 9 %. Assumption: marriage ties thin out with distance."""

_SALT_RING, _SALT_KIN, _SALT_WORK, _SALT_OTHER = 0, 1, 2, 3
_FRACTION = 15
_LINEAGE = 14


def mean_ties(scenario: Scenario) -> npt.NDArray[np.float64]:
    """Return float64[7], mean ties of a household.

    Rural block, other blocks, far, urban neighbours, kin, workmates, online.

    Defaults: fitted to aggregates of 173 natural villages (Cai, de Janvry, Sadoulet 2015): degree 6.0, clustering 0.31
    within a natural village, 0.285 within an administrative one; urban figures by judgement.
    """
    shape = scenario.world
    rural = (shape.rural_k, shape.other_block_ties)
    return np.array(
        [*rural, shape.far_ties, shape.urban_neighbour, shape.urban_kin, shape.urban_work, scenario.ties.online],
        dtype=np.float64,
    )


def room_for_ties(
    degrees: npt.NDArray[np.float64], households: npt.NDArray[np.int32], urban: npt.NDArray[np.uint8]
) -> int:
    """Return how long a list must be to hold any draw of ties: of each kind half the mean, rounded up."""
    half = np.floor(0.5 * degrees) + 1.0
    rural, town = half[0] + half[1] + half[2] + half[6], half[2] + half[3] + half[4] + half[5] + half[6]
    in_town = int(households[urban == 1].sum())
    return int(town) * in_town + int(rural) * (int(households.sum()) - in_town)


_LIST: Final = "int32[::1], int32[::1], uint8[::1], int64"
_RING: Final = (
    "int64(int64, uint64, int64, int32[::1], int64, int64, float64, float64, int64, int64, int8[::1], " + _LIST + ")"
)
_OTHER_BLOCKS: Final = "int64(int64, uint64, int64, int64, int64, float64, " + _LIST + ")"


@njit(signature="int64(int64, int64, int64)")  # a signature: else Numba compiles it anew for every literal
def _counter(index: int, salt: int, draw: int) -> int:
    """Counter of a draw of household `index` of its place: four salts of sixteen draws (0 shuffles, 1..9 mates)."""
    return index * 64 + salt * 16 + draw


@njit(signature="int64(int64, uint64, int64, int64, float64)")
def _whole(seed: int, key: int, index: int, salt: int, expected: float) -> int:
    """A whole number with this mean: the floor, or one more by a keyed draw."""
    count = int(expected)
    rest = expected - count
    if rest > 0.0 and uniform(seed, _TIE, key, _counter(index, salt, _FRACTION)) < rest:
        count += 1
    return count


@njit(signature=_RING)
def _ring(
    seed: int, key: int, first: int, order: Any, low: int, size: int, degree: float, rewire: float, salt: int,
    kind: int, lineage: Any, one: Any, other: Any, kinds: Any, at: int,
) -> int:  # fmt: skip
    """Tie each household of order[low : low + size] to its next degree / 2 on a ring; a share ends elsewhere on it."""
    for i in range(size):
        index = int(order[low + i])
        reach = min(_whole(seed, key, index, salt, 0.5 * degree), size - 1)
        spare = size - 2 * reach - 1
        for j in range(1, reach + 1):
            step = j
            if spare > 0 and rewire > 0.0 and uniform(seed, _REWIRE, key, _counter(index, salt, j)) < rewire:
                step = reach + 1 + int(uniform(seed, _TIE, key, _counter(index, salt, j)) * spare)
            mate = int(order[low + (i + step) % size])
            one[at] = first + index
            other[at] = first + mate
            kinds[at] = kind
            if int(lineage[index]) >= 0 and int(lineage[index]) == int(lineage[mate]):
                kinds[at] = KIN
            at += 1
    return at


@njit(signature="void(int64, uint64, int64, int32[::1], int64)")
def _shuffle(seed: int, key: int, salt: int, order: Any, size: int) -> None:
    """Put the indices 0 .. size - 1 into a keyed random order (Fisher and Yates)."""
    for i in range(size):
        order[i] = i
    for i in range(size - 1, 0, -1):
        j = int(uniform(seed, _TIE, key, _counter(i, salt, 0)) * (i + 1))
        swapped = order[i]
        order[i] = order[j]
        order[j] = swapped


@njit(signature="int64(int64, int64, uint64, int64, int64, int64, int64, int64)")
def _outside(seed: int, purpose: int, key: int, counter: int, low: int, high: int, own_low: int, own_high: int) -> int:
    """A household of the rows [low, high) that is not in [own_low, own_high); the caller knows that there is one."""
    pool = (high - low) - (own_high - own_low)
    picked = low + int(uniform(seed, purpose, key, counter) * pool)
    return picked + (own_high - own_low) if picked >= own_low else picked


@njit(signature=_OTHER_BLOCKS)
def _other_blocks(
    seed: int, key: int, first: int, size: int, blocks: int, degree: float, one: Any, other: Any, kinds: Any, at: int
) -> int:
    """Ties to other blocks of the unit; an expected number per household, whatever the size of the unit."""
    if blocks < 2:
        return at
    for index in range(size):
        own = index * blocks // size
        low, high = -(-own * size // blocks), -(-(own + 1) * size // blocks)
        for n in range(_whole(seed, key, index, _SALT_OTHER, 0.5 * degree)):
            counter = _counter(index, _SALT_OTHER, n)
            one[at] = first + index
            other[at] = first + _outside(seed, _TIE, key, counter, 0, size, low, high)
            kinds[at] = OTHER_BLOCK
            at += 1
    return at


@njit
def _far_ties(
    seed: int, place: int, parent: Any, end: Any, hh_start: Any, place_key: Any, degree: float, one: Any, other: Any,
    kinds: Any, at: int,
) -> int:  # fmt: skip
    """Ties beyond the unit: up the tree to a place that holds other households, then any of those."""
    key = place_key[place]
    first = int(hh_start[place])
    for index in range(int(hh_start[place + 1]) - first):
        count = int(0.5 * degree)
        if uniform(seed, _FAR, key, _counter(index, _SALT_OTHER, _FRACTION)) < 0.5 * degree - count:
            count += 1
        for n in range(count):
            luck = uniform(seed, _FAR, key, _counter(index, 0, n))
            found, inside = -1, place
            here, above = place, int(parent[place])
            while above >= 0:
                all_here = int(hh_start[int(end[here])]) - int(hh_start[here])
                if int(hh_start[int(end[above])]) - int(hh_start[above]) > all_here:
                    found, inside = above, here
                    if luck < SCOPE_STAY:
                        break
                    luck = (luck - SCOPE_STAY) / (1.0 - SCOPE_STAY)
                here, above = above, int(parent[above])
            if found >= 0:
                one[at] = first + index
                other[at] = _outside(
                    seed, _FAR, key, _counter(index, 1, n), int(hh_start[found]), int(hh_start[int(end[found])]),
                    int(hh_start[inside]), int(hh_start[int(end[inside])]),
                )  # fmt: skip
                kinds[at] = FAR_TIE
                at += 1
    return at


@njit
def _online_ties(
    seed: int, place: int, hh_start: Any, place_key: Any, degree: float, one: Any, other: Any, kinds: Any, at: int
) -> int:
    """Ties to households of other units, whichever: online nobody is nearer than another (assumption)."""
    key = place_key[place]
    first, end = int(hh_start[place]), int(hh_start[place + 1])
    everyone = int(hh_start[place_key.shape[0]])
    if everyone == end - first:
        return at
    for index in range(end - first):
        count = int(0.5 * degree)
        if uniform(seed, _ONLINE, key, _counter(index, _SALT_OTHER, _FRACTION)) < 0.5 * degree - count:
            count += 1
        for n in range(count):
            one[at] = first + index
            other[at] = _outside(seed, _ONLINE, key, _counter(index, 0, n), 0, everyone, first, end)
            kinds[at] = ONLINE_TIE
            at += 1
    return at


@njit
def _draw_lineages(seed: int, key: int, size: int, lineage: Any) -> None:
    """Lineage of each household: 0 the largest of its block, 1 the second, -1 another (nobody's kin in the block)."""
    for index in range(size):
        luck = uniform(seed, _TIE, key, _counter(index, _SALT_RING, _LINEAGE))
        lineage[index] = 0 if luck < LARGEST_LINEAGE else 1 if luck < LARGEST_LINEAGE + SECOND_LINEAGE else -1


@njit
def draw_ties(
    seed: int, block: int, rewire: float, degrees: Any, parent: Any, end: Any, urban: Any, place_key: Any,
    hh_start: Any, order: Any, lineage: Any, one: Any, other: Any, kinds: Any,
) -> int:  # fmt: skip
    """Fill the list of ties (households `one`, `other`, and the kind); returns its length.

    `degrees`: mean ties of a household, as of `mean_ties`. `order` and
    `lineage` are scratch, as long as the largest unit.
    """
    at = 0
    for place in range(place_key.shape[0]):
        first = int(hh_start[place])
        size = int(hh_start[place + 1]) - first
        if size == 0:
            continue
        key = place_key[place]
        blocks = block_count(size, block)
        in_town = int(urban[place]) == 1
        for index in range(size):
            order[index] = index
            lineage[index] = -1
        if not in_town:
            _draw_lineages(seed, key, size, lineage)
        degree = float(degrees[3]) if in_town else float(degrees[0])
        for b in range(blocks):
            low, high = -(-b * size // blocks), -(-(b + 1) * size // blocks)
            at = _ring(
                seed, key, first, order, low, high - low, degree, rewire, _SALT_RING, NEIGHBOUR, lineage, one, other,
                kinds, at,
            )  # fmt: skip
        if in_town:
            for salt in range(_SALT_KIN, _SALT_WORK + 1):
                _shuffle(seed, key, salt, order, size)
                kind = KIN if salt == _SALT_KIN else WORK
                degree = float(degrees[3 + salt])
                at = _ring(
                    seed, key, first, order, 0, size, degree, 0.0, salt, kind, lineage, one, other, kinds, at
                )  # fmt: skip
        else:
            at = _other_blocks(seed, key, first, size, blocks, float(degrees[1]), one, other, kinds, at)
        at = _far_ties(seed, place, parent, end, hh_start, place_key, float(degrees[2]), one, other, kinds, at)
        at = _online_ties(seed, place, hh_start, place_key, float(degrees[6]), one, other, kinds, at)
    return at
