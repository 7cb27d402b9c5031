"""Remembers what was worked out from a scenario and a world, for as long as that world lives. What it is: the caller's.

A small run takes a millisecond; working out its parameters and public facts anew would take as long. A world remembers
for its last scenario only, so that a sweep over parameters keeps nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world.columns import World

T = TypeVar("T")


def once_per_world(work: Callable[[Scenario, World], T]) -> Callable[[Scenario, World], T]:
    """Let `work(scenario, world)` be done once for the same two objects; its result is shared, hence not to be changed.

    The result must not hold the world itself (its arrays it may), or no world would ever be let go.
    """
    kept: WeakKeyDictionary[World, tuple[Scenario, T]] = WeakKeyDictionary()

    @functools.wraps(work)
    def remembered(scenario: Scenario, world: World) -> T:
        known = kept.get(world)
        if known is not None and known[0] is scenario:
            return known[1]
        found = work(scenario, world)
        kept[world] = (scenario, found)
        return found

    return remembered
