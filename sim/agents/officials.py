"""The attributes of an official: the people in charge of one place above the lowest forum, as one agent (`census`)."""

from __future__ import annotations

from typing import Any

from sim.agents.columns import Array, Column, Rows, take
from sim.agents.places import Place, Principal
from sim.agents.view import View


def _seats(model: Any, rows: Rows) -> Array:
    return take(model.census.seats, rows)


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

    @property
    def principal(self) -> Principal:
        """The same as `place.principal`: m, s, e."""
        return Principal(self.model, self.place.row)

    @property
    def forums(self) -> tuple[Any, ...]:
        """The forums of its place, the court included where it stands there."""
        forums: tuple[Any, ...] = self.place.forums
        return forums
