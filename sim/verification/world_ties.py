"""Decides what checks see of a world's ties: how many, how closed, and how far they reach."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.verification.check import Curve, Looked, Part
from sim.verification.theory_networks import ring_closure, ring_closure_limit, ring_degrees
from sim.verification.weigh import counts, exact, mean
from sim.verification.worlds import TOWN, made, pairs, town

if TYPE_CHECKING:
    from sim.world import World

VILLAGES: Final = 0.31
"""Mean local clustering in 173 natural villages (Cai, de Janvry, Sadoulet 2015); 0.27 to 0.35 counts as met, as in
`scenario check`: what was surveyed are nominations, capped at five."""

NEAR: Final = 0.7
"""Share of the far ties that end in the own town, where it has other units."""


def degrees(size: int) -> Looked:
    """Look at the ties inside rural blocks of `size` worlds beside the exact law of a finite ring."""
    seen, chances, n = np.zeros(16, dtype=np.int64), np.zeros(16), 0
    for seed in range(1, size + 1):
        world = town(seed)
        for block, ties in _blocks(world):
            seen += np.bincount(np.minimum(ties.sum(axis=1), 15).astype(np.int64), minlength=16)
            law = ring_degrees(block, 0.25)
            chances[:15] += block * law[:15]
            chances[15] += block * law[15:].sum()
            n += block
    law = chances / chances.sum()
    kept = law * n >= 1.0
    shown, told = (np.append(column[kept], column[~kept].sum()) for column in (seen, law))
    of_seen, of_law = float(seen @ np.arange(16)) / n, float(law @ np.arange(16))
    error = float(np.sqrt((law @ np.arange(16) ** 2 - of_law**2) / n))
    parts = (
        Part(what="degrees", seen=float(n), expected=float(n), weight=counts(shown.tolist(), told.tolist())),
        Part(what="mean degree", seen=of_seen, expected=of_law, weight=mean(of_seen, of_law, error, 0.1), unit="ties"),
    )
    axis = tuple(float(k) for k in range(16))
    curve = Curve(
        what="ties of a household inside its block", x_label="ties", y_label="share of households", x=axis,
        seen=tuple((seen / n).tolist()), expected=tuple(law.tolist()),
        error=tuple(np.sqrt(law * (1.0 - law) / n).tolist()),
    )  # fmt: skip
    return Looked(size=size, parts=parts, curves=(curve,))


def closure(size: int) -> Looked:
    """Look at how often two mates know each other in rural blocks: as rewired in the library, not at all, and always.

    Each share has worlds of its own, so that one luck does not speak for all of them.
    """
    first, shares, seen, law = 1, (0.0, 0.25, 1.0), [], []
    parts: list[Part] = []
    for rewire, worlds in zip(shares, (1, size, size // 2), strict=True):
        found, due, error = _closure(range(first, first + worlds), rewire)
        first += worlds
        seen.append(found)
        law.append(due)
        weight = exact(found, due, 1e-9) if rewire == 0.0 else mean(found, due, error, 0.02)
        parts.append(Part(what=f"closed pairs, rewiring {rewire:g}", seen=found, expected=due, weight=weight))
    parts.append(_fitted())
    curves = tuple(
        Curve(
            what=f"closed pairs of mates, {words}", x_label="share rewired", y_label="share of pairs", x=shares,
            seen=tuple(seen), expected=tuple(line),
        )
        for words, line in (("finite ring", law), ("endless ring", [ring_closure_limit(p) for p in shares]))
    )  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=curves)


def far(size: int) -> Looked:
    """Look at where the far ties of `size` worlds of Pinggu end: 70 of 100 in the own town, the rest in the county."""
    near, n = 0, 0
    for seed in range(1, size + 1):
        world = made("pinggu", {"seed": seed})
        one, other = pairs(world, kind=4)
        # a tie is listed at both ends, and either end has the same town or not
        towns = world.anc[world.hh_place, 1]
        several = _several_units(world)[towns[one]] & _several_units(world)[towns[other]]
        near += int((towns[one] == towns[other])[several].sum()) // 2
        n += int(several.sum()) // 2
    # a tie up to the county never falls back into the town that it left
    part = Part(
        what="far ties within the town",
        seen=near / n,
        expected=NEAR,
        weight=counts([near, n - near], [NEAR, 1.0 - NEAR]),
    )
    return Looked(size=size, parts=(part,))


_law = functools.cache(ring_closure)


def _closure(seeds: Iterable[int], rewire: float) -> tuple[float, float, float]:
    """Return the share of closed pairs over blocks of some worlds, what theory says, and its standard error."""
    closed, of, law = [], [], []
    for seed in seeds:
        world = made(TOWN, {"seed": seed, "rewire": rewire})
        for households, ties in _blocks(world):
            around = ties.sum(axis=1).astype(np.float64)
            closed.append(float((ties @ ties * ties).sum()))
            of.append(float((around * (around - 1.0)).sum()))
            law.append(_law(households, rewire) * of[-1])
    total = float(np.sum(of))
    share = float(np.sum(closed)) / total
    rest = np.array(closed) - share * np.array(of)
    error = float(np.sqrt((rest**2).sum())) / total
    return share, float(np.sum(law)) / total, error


def _fitted() -> Part:
    """Return the mean local clustering of the library's rural blocks beside the villages that it is fitted to."""
    from sim.world.measure import clustering, households_of

    world = town(1)
    found = clustering(world, households_of(world, urban=False), block=True)
    return Part(what="fit to the villages", seen=found, expected=VILLAGES, weight=exact(found, VILLAGES, 0.04))


def _several_units(world: World) -> Any:
    """Whether a place (a town) holds the households of more than one unit; bool[n_places]."""
    held = np.zeros(world.n_places, dtype=np.int64)
    np.add.at(held, world.anc[np.flatnonzero(world.place_leaf == 1), 1], 1)
    return held > 1


def _blocks(world: World) -> Iterator[tuple[int, Any]]:
    """Yield, of each rural block, its number of households and its matrix of ties, float32[n, n] of 0 and 1."""
    one, other = pairs(world)
    inside = (world.hh_place[one] == world.hh_place[other]) & (world.hh_block[one] == world.hh_block[other])
    one, other = one[inside], other[inside]
    label = world.hh_place.astype(np.int64) * 100_000 + world.hh_block
    for name in np.unique(label[world.place_urban[world.hh_place] == 0]):
        low, high = np.searchsorted(label, (name, name + 1))  # households stand in the order of places and blocks
        mine = (one >= low) & (one < high)
        ties = np.zeros((high - low, high - low), dtype=np.float32)
        ties[one[mine] - low, other[mine] - low] = 1.0
        yield int(high - low), ties
