"""View of a household: the node of the network. Residents inherit its ties."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from sim.agents.light import Light
from sim.agents.places import Place
from sim.agents.sets import ColumnAgentSet
from sim.names import TieKind

TIE_KINDS: Final = tuple(kind.name.lower() for kind in TieKind)
"""Names of `world.tie_kind`, by code."""


class Tie(NamedTuple):
    """A tie of a household: to whom, and of what kind."""

    household: Household
    kind: str


class Household(Light):
    """A household, by its row in `model.world`."""

    __slots__ = ()

    @property
    def place(self) -> Place:
        """The place where it lives."""
        return Place(self.model, int(self.model.world.hh_place[self.row]))

    @property
    def residents(self) -> ColumnAgentSet:
        """Its members, children included."""
        first = self.model.world.hh_first
        return ColumnAgentSet.of(self.model, range(int(first[self.row]), int(first[self.row + 1])))

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Its ties, by household row."""
        world = self.model.world
        span = slice(int(world.tie_start[self.row]), int(world.tie_start[self.row + 1]))
        pairs = zip(world.tie_to[span].tolist(), world.tie_kind[span].tolist(), strict=True)
        return tuple(Tie(Household(self.model, to), TIE_KINDS[kind]) for to, kind in pairs)

    def tied(self, kind: str | None = None) -> ColumnAgentSet:
        """Return the residents of the households tied to it, by one kind of tie or (None) any."""
        first = self.model.world.hh_first
        near = [tie.household.row for tie in self.ties if kind in (None, tie.kind)]
        rows = [np.arange(first[row], first[row + 1], dtype=np.int64) for row in near]
        return ColumnAgentSet.of(self.model, np.concatenate([np.zeros(0, dtype=np.int64), *rows]))
