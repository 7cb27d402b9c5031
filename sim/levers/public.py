"""What a policy may know of the society: the tree, its populations, who runs which forum, staff time. No true state.

Made once per book from the scenario and the world; read-only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from sim.names import Forum
from sim.world.once import once_per_world

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world import World

_FORUMS: Final = {"none": Forum.NONE, "committee": Forum.COMMITTEE, "office": Forum.OFFICE, "petition": Forum.PETITION}


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class PublicFacts:
    """Public facts of a scenario's world; one row per place, parents before children.

    `slot` is a rank of the tree (0 lowest); line column `n_levels` is the court. Arrays are read-only:
    `parent` int32[n] (-1 root), `rank` int8[n], `urban`, `leaf` bool[n] (leaf: holds residents; only leaves are urban
    or rural), `resident`, `registered` int64[n], `run` int32[n, n_levels] (the place that runs slot r for row p),
    `minutes`, `served_actual`, `served_registered` int64[n, n_levels + 1] (baseline minutes a day of each line, and the
    residents it serves). `median_stake` in yuan is the scenario's own, never a run's.
    """

    levels: tuple[str, ...]
    forums: tuple[Forum, ...]
    base: int
    codes: tuple[str, ...]
    parent: NDArray[np.int32]
    rank: NDArray[np.int8]
    urban: NDArray[np.bool_]
    leaf: NDArray[np.bool_]
    resident: NDArray[np.int64]
    registered: NDArray[np.int64]
    run: NDArray[np.int32]
    minutes: NDArray[np.int64]
    served_actual: NDArray[np.int64]
    served_registered: NDArray[np.int64]
    median_stake: float

    @property
    def n_places(self) -> int:
        """Number of places, the root included."""
        return len(self.codes)

    @property
    def n_levels(self) -> int:
        """Number of levels below `outside`."""
        return len(self.levels)

    @property
    def kinds(self) -> tuple[str, ...]:
        """`urban` or `rural` for a place that holds residents, else "" (a town or county is neither)."""
        pairs = zip(self.leaf, self.urban, strict=True)
        return tuple(("urban" if urban else "rural") if leaf else "" for leaf, urban in pairs)

    @property
    def level_of(self) -> tuple[str, ...]:
        """Level id of each place."""
        return tuple(self.levels[int(rank)] for rank in self.rank)

    @property
    def administers(self) -> NDArray[np.bool_]:
        """Places that run an administrative forum with staff time, bool[n]."""
        return np.asarray((self.minutes[:, : self.n_levels] > 0).any(axis=1))

    def below(self, code: str) -> NDArray[np.bool_] | None:
        """Return the mask of the place with that code and all below it, or None where no place has the code."""
        if code not in self.codes:
            return None
        inside = np.zeros(self.n_places, dtype=np.bool_)
        inside[self.codes.index(code)] = True
        for place in range(self.n_places):  # parents stand before children
            mother = int(self.parent[place])
            if mother >= 0 and inside[mother]:
                inside[place] = True
        return inside


@once_per_world
def public_facts(scenario: Scenario, world: World) -> PublicFacts:
    """Return the public facts of a built world; only its place and staff columns are read."""
    forums = tuple(_FORUMS[level.forum] for level in scenario.levels)
    return PublicFacts(
        levels=tuple(level.id for level in scenario.levels),
        forums=forums,
        base=next(slot for slot, forum in enumerate(forums) if forum != Forum.NONE),
        codes=tuple(world.code),
        parent=_frozen(world.place_parent, np.int32),
        rank=_frozen(world.place_rank, np.int8),
        urban=_frozen(world.place_urban, np.bool_),
        leaf=_frozen(world.place_leaf, np.bool_),
        resident=_frozen(world.place_resident, np.int64),
        registered=_frozen(world.place_registered, np.int64),
        run=_frozen(world.anc, np.int32),
        minutes=_frozen(world.minutes, np.int64),
        served_actual=_frozen(world.served_actual, np.int64),
        served_registered=_frozen(world.served_registered, np.int64),
        median_stake=float(scenario.median_stake),
    )


def _frozen(column: Any, dtype: Any) -> Any:
    """Copy a world column, so that no policy can write into a mapped world."""
    copy = np.array(column, dtype=dtype, order="C")
    copy.flags.writeable = False
    return copy
