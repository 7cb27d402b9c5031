"""Which cells (place, type) can bring candidate roots, and how many of them a day: nothing here depends on a seed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sim.rules.arise import CHUNK_MEAN, kind_share, zero_probability
from sim.rules.borders import ACROSS, border_rate

if TYPE_CHECKING:
    from sim.world import World

Array = npt.NDArray[Any]


def candidate_cells(world: World, p: Any, border_start: Array) -> dict[str, Array]:
    """Cells (place, type) that can bring candidates, with mean a day per piece, its chance of none, and the pieces.

    Behind the `typed_cells`, with `ACROSS` for a type, come those of what arises across borders.
    """
    adults = adults_of_places(world)
    places = np.flatnonzero(adults > 0)
    rate = p.type_rate * p.incidence_majorant / p.voice_share / 365.0
    by_place = adults[places, None] * rate[None, :] * kind_shares(world, p, adults)[world.place_kind[places]]
    here, rates = _across(world, p, adults, border_start)
    mean = np.concatenate([by_place.ravel(), rates])
    keep = mean > 0.0
    pieces = np.ceil(mean[keep] / CHUNK_MEAN).astype(np.int32)
    piece_mean = mean[keep] / pieces
    zero = [zero_probability(float(m)) for m in piece_mean]
    types = np.tile(np.arange(len(rate)), len(places))
    return {
        "cell_mean": piece_mean,
        "cell_zero": np.array(zero, dtype=np.float64),
        # of more pieces than one the first draw alone says nothing
        "cell_none": np.where(pieces == 1, np.array([_none_below(one) for one in zero], dtype=np.uint64), np.uint64(0)),
        "cell_place": np.concatenate([np.repeat(places, len(rate)), here])[keep].astype(np.int32),
        "cell_type": np.concatenate([types, np.full(len(here), ACROSS)])[keep].astype(np.int32),
        "cell_pieces": pieces,
        "typed_cells": np.array([np.count_nonzero(by_place > 0.0)], dtype=np.int32),
        "cell_coupled": np.concatenate([_coupled(by_place, p).ravel(), np.zeros(len(here))])[keep],
    }


def kind_shares(world: World, p: Any, adults: Array) -> Array:
    """Incidence of each kind of place and type over the society's, float64[kinds, types]; its mean over adults is 1."""
    kinds, types = p.kind_incidence.shape
    living = [float(adults[world.place_kind == kind].sum()) for kind in range(kinds)]  # house ok: whole numbers
    shares = np.ones((kinds, types), dtype=np.float64)
    for kind_of_dispute in range(types):
        weighed, everyone = 0.0, 0.0
        for kind in range(kinds):
            weighed += living[kind] * float(p.kind_incidence[kind, kind_of_dispute])
            everyone += living[kind]
        for kind in range(kinds):
            factor = float(p.kind_incidence[kind, kind_of_dispute])
            shares[kind, kind_of_dispute] = kind_share(factor, weighed / everyone)
    return shares


def _coupled(mean: Array, p: Any) -> Array:
    """Grievances of a type that disputes of others raise, over those that arise by themselves; shape as `mean`."""
    raised = np.zeros_like(mean)
    for source in range(mean.shape[1]):
        raised += p.voice_share * mean[:, source, None] * p.type_coupled[source][None, :]
    shares: Array = np.divide(raised, mean, out=np.zeros_like(mean), where=mean > 0.0)
    return shares


def _none_below(chance: float) -> int:
    """Random bits below which the uniform they stand for (`draws.unit`) lies below `chance`; exact, at most 2**64 - 1.

    Comparing bits spares most cells of most days a floating number.
    """
    steps = math.ceil(chance * float(1 << 52) - 0.5)
    return min(steps << 12, (1 << 64) - 1)


def _across(world: World, p: Any, adults: Array, border_start: Array) -> tuple[Array, Array]:
    """Lowest places whose people live at a border (`border_start` of its place has some), and the mean a day of each.

    Shocks leave them alone, and the past has none: `shock_reach`, `past`.
    """
    bordering = border_start[1:] > border_start[:-1]
    at_one = np.zeros(world.n_places, dtype=np.bool_)
    for r in range(int(p.office_slot), int(p.top)):
        at_one |= bordering[world.anc[:, r]]
    places = np.flatnonzero(at_one & (adults > 0))
    everything = float(border_rate(p.border_water, p.border_forest, p.border_minerals, p.border_commuting))
    means: Array = everything / 1000.0 / 365.0 * p.incidence_majorant / p.voice_share * adults[places]
    return places, means


def adults_of_places(world: World) -> Array:
    """Adults living in each place, float64[n_places]."""
    total = np.concatenate([[0], np.cumsum(world.res_adult, dtype=np.int64)])
    first = world.hh_first[world.hh_start]
    counts: Array = (total[first[1:]] - total[first[:-1]]).astype(np.float64)
    return counts
