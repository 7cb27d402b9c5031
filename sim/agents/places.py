"""Views of places and of the people at their head. Below the county a place has a kind and a number, never a name.

What happened in the model at a named village is no finding about that village (`definitions` 11); who wants the names
of the tree reads `model.world`, which holds structure only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.agents.light import Light
from sim.agents.sets import ColumnAgentSet

if TYPE_CHECKING:
    from sim.agents.view import View


class Place(Light):
    """A place of the tree, by its row in `model.world`."""

    __slots__ = ()

    @property
    def level(self) -> str:
        """Id of its level, as the scenario names it."""
        name: str = self.model.world.level_ids[self.rank]
        return name

    @property
    def rank(self) -> int:
        """Rank of its level, 0 the lowest."""
        return int(self.model.world.place_rank[self.row])

    @property
    def urban(self) -> bool:
        """Whether its class is urban (1xx)."""
        return bool(self.model.world.place_urban[self.row])

    @property
    def kind(self) -> str:
        """What may be said of it below the county: "rural village", or the level alone where nobody lives directly."""
        if not self.model.world.place_leaf[self.row]:
            return self.level
        return f"{'urban' if self.urban else 'rural'} {self.level}"

    @property
    def number(self) -> int:
        """Its number in this scenario: 1, 2, … within the level, in a drawn order that tells no code."""
        return int(self.model.world.place_number[self.row])

    @property
    def name(self) -> str:
        """Chinese name at the level of the county (where the court stands) and above; below it kind and number."""
        world = self.model.world
        if self.rank < world.court_rank:
            return f"{self.kind} {self.number}"
        name: str = world.name_zh[self.row]
        return name

    @property
    def parent(self) -> Place | None:
        """The place directly above, None at the root."""
        above = int(self.model.world.place_parent[self.row])
        return None if above < 0 else Place(self.model, above)

    @property
    def children(self) -> tuple[Place, ...]:
        """The places directly below."""
        return tuple(Place(self.model, int(row)) for row in np.flatnonzero(self.model.world.place_parent == self.row))

    @property
    def residents(self) -> ColumnAgentSet:
        """All who live in it or below it."""
        world = self.model.world
        first = world.hh_start[self.row]
        end = world.hh_start[int(world.place_end[self.row])]
        rows = range(int(world.hh_first[first]), int(world.hh_first[end]))
        return ColumnAgentSet.of(self.model, rows)  # a resident's number is its row: residents come first

    @property
    def forums(self) -> tuple[Light, ...]:
        """The forums that it runs for somebody (`sim.agents.ForumAt`), lowest slot first.

        The court stands last, before it the mediators whom it invites, labour arbitration, and reconsideration.
        """
        world = self.model.world
        slots = np.flatnonzero(world.served_actual[self.row] > 0)
        width = world.n_levels + 1
        lines = [self.row * width + int(slot) for slot in slots]
        if self.model.p.on_prefiling and world.n_levels in slots:
            lines.insert(-1, world.n_places * width + self.row)  # the mediators whom the court invites
        if self.model.p.on_arbitration and world.n_levels in slots:
            lines.insert(-1, world.n_places * (width + 1) + self.row)  # labour arbitration
        if (
            self.model.p.on_reconsideration
            and self.model.state.line_minutes[world.n_places * (width + 2) + self.row] > 0
        ):
            lines.append(world.n_places * (width + 2) + self.row)
            if world.n_levels in slots:
                lines[-2], lines[-1] = lines[-1], lines[-2]  # before the court
        return tuple(self.model.forum(line) for line in lines)

    @property
    def principal(self) -> Principal:
        """Who answers the appraisal for it: the village included, every place has one."""
        return Principal(self.model, self.row)

    @property
    def official(self) -> View | None:
        """Its official; None at the lowest forum's level, where the cadre mediates, and where nobody is served."""
        agent: View | None = self.model.census.official_at(self.model, self.row)
        return agent

    def __repr__(self) -> str:
        return f"<Place {self.row}: {self.name}>"


class Principal(Light):
    """The principal of a place: what he puts into misreporting (m), suppression (s) and effort (e).

    Closed-form answers to the appraisal, renewed at each review (`sim.rules.appraise`): m and s are chances per case,
    e multiplies the quality of sessions.
    """

    __slots__ = ()

    @property
    def m(self) -> float:
        """Misreporting: chance that a case that did not settle is booked as if it had, beyond the usual."""
        return float(self.model.state.misreporting[self.row])

    @property
    def s(self) -> float:
        """Suppression: chance that a claim past the place is intercepted."""
        return float(self.model.state.suppression[self.row])

    @property
    def e(self) -> float:
        """Effort put into resolving."""
        return float(self.model.state.effort[self.row])

    @property
    def place(self) -> Place:
        """The place."""
        return Place(self.model, self.row)

    @property
    def agent(self) -> View | None:
        """Who it is: the official, or at the lowest forum the mediator; None where nobody is served."""
        agent: View | None = self.model.census.principal_at(self.model, self.row)
        return agent

    def __repr__(self) -> str:
        return f"<Principal of {self.place.name}: m={self.m:.3f} s={self.s:.3f} e={self.e:.3f}>"
