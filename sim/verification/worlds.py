"""Decides how checks of worlds make one: a scenario of the library with some numbers of its shape changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from sim.world import World

TOWN: Final = "fengqiao_town"


def made(name: str, shape: Mapping[str, float]) -> World:
    """Return a new world of a scenario of the library with some numbers of its shape changed."""
    from sim.verification.societies import changed, library
    from sim.world import build_world

    return build_world(changed(library(name)[0], world=shape), cache=False)


def town(seed: int) -> World:
    """Return the town of the library as another seed draws it."""
    return made(TOWN, {"seed": seed})


def pairs(world: World, kind: int | None = None) -> tuple[Any, Any]:
    """Return both ends of every entry of the list of ties, int64; each tie stands in it twice."""
    one = np.repeat(np.arange(world.n_households), np.diff(world.tie_start))
    other = world.tie_to.astype(np.int64)
    if kind is None:
        return one, other
    chosen = world.tie_kind == kind
    return one[chosen], other[chosen]
