"""The attributes of an official: the people in charge of one place above the lowest forum, as one agent (`census`)."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.agents.columns import Array, Column, Rows, take
from sim.agents.places import Place, Principal
from sim.agents.posts import StaffMember, loads_of_posts, people_of_lines, skills_of_posts
from sim.agents.view import View


def _seats(model: Any, rows: Rows) -> Array:
    return take(model.census.seats, rows)


def _mean(model: Any, rows: Rows, values: Array) -> Array:
    """Mean of a value of posts over the forums of each official's place, by hours."""
    state = model.state
    weight = state.post_minutes * (state.post_in > 0)
    width, places = model.world.n_levels + 1, len(model.world.place_rank)
    total = np.bincount(state.post_line // width, weights=weight * values, minlength=places)
    hours = np.bincount(state.post_line // width, weights=weight, minlength=places)
    return np.asarray(total / np.maximum(hours, 1.0))[_seats(model, rows)]


class Official(View):
    """An official is the principal of its place and may decide within its power. Departments called are no agents."""

    __slots__ = ()

    place = Column(_seats, decode=Place, doc="the place")
    level = Column(
        lambda model, rows: model.world.place_rank[_seats(model, rows)],
        decode=lambda model, rank: model.world.level_ids[rank],
        doc="level of the place",
    )
    effort = Column(lambda model, rows: model.state.effort[_seats(model, rows)], doc="effort e", unit="0..1")
    suppression = Column(
        lambda model, rows: model.state.suppression[_seats(model, rows)], doc="suppression s", unit="chance a claim"
    )
    misreporting = Column(
        lambda model, rows: model.state.misreporting[_seats(model, rows)], doc="misreporting m", unit="chance a case"
    )

    skill = Column(
        lambda model, rows: _mean(model, rows, skills_of_posts(model)),
        doc="mean skill of the people of its forums over families of disputes, by hours; 0 without posts",
        unit="skill",
    )
    load = Column(
        lambda model, rows: _mean(model, rows, loads_of_posts(model)),
        doc="mean load of the people of its forums as of last night, by hours; 0 without posts",
        unit="1 = full hours",
    )

    @property
    def people(self) -> tuple[StaffMember, ...]:
        """The posts of all forums of its place, judges among them; none without the process."""
        return people_of_lines(self.model, [forum.row for forum in self.forums])

    @property
    def principal(self) -> Principal:
        """The same as `place.principal`: m, s, e."""
        return Principal(self.model, self.place.row)

    @property
    def forums(self) -> tuple[Any, ...]:
        """The forums of its place, the court included where it stands there."""
        forums: tuple[Any, ...] = self.place.forums
        return forums
