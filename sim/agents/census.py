"""Who the agents of a model are, one for one, and what number each has. The world decides; nothing is built here.

In this version there is one kind of mediator and one kind of official. A mediator stands for the people who run one
administrative forum of one place (committee, office or petition office), an official for the people in charge of one
place above the lowest forum. Judges are no agents yet: the court is a forum without one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.agents.columns import Array, Rows
from sim.agents.view import View

if TYPE_CHECKING:
    from sim.world import World


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Census:
    """`kinds` of agents in the order of their numbers, and how many of each.

    An agent's number is its unique_id - 1. `lines` int64[mediators] is the line that each mediator runs, `seats`
    int64[officials] the place of each official; both ascend. A line is place x (levels + 1) + slot.
    """

    kinds: tuple[type[View], ...]
    counts: tuple[int, ...]
    lines: Array
    seats: Array

    @property
    def total(self) -> int:
        """Number of agents of all kinds."""
        return sum(self.counts)

    @property
    def spans(self) -> Iterator[tuple[type[View], int, int]]:
        """Each kind with its first number and one past its last."""
        ends = list(accumulate(self.counts))
        return zip(self.kinds, (0, *ends[:-1]), ends, strict=True)

    def first(self, kind: type[Any]) -> int:
        """Number of the first agent of a kind."""
        return sum(self.counts[: self.kinds.index(kind)])

    def count(self, kind: type[Any]) -> int:
        """Number of agents of a kind."""
        return self.counts[self.kinds.index(kind)]

    def numbers(self, kind: type[Any]) -> range:
        """Numbers of all agents of a kind."""
        return range(self.first(kind), self.first(kind) + self.count(kind))

    def agent(self, model: Any, number: int) -> View:
        """Return the agent of a number."""
        for kind, start, end in self.spans:
            if number < end:
                return kind.at(model, number - start)
        raise IndexError(number)

    def official_at(self, model: Any, place: int) -> View | None:
        """Return the official of a place, None where there is none."""
        return self._found(model, 2, self.seats, place)

    def mediator_of(self, model: Any, line: int) -> View | None:
        """Return the mediator who runs a line, None where there is none."""
        return self._found(model, 1, self.lines, line)

    def principal_at(self, model: Any, place: int) -> View | None:
        """Return who is the principal of a place: the official, else the mediator of its lowest forum."""
        width = model.world.n_levels + 1
        at = int(np.searchsorted(self.lines, place * width))
        here = at < len(self.lines) and int(self.lines[at]) // width == place
        return self.official_at(model, place) or (self.kinds[1].at(model, at) if here else None)

    def _found(self, model: Any, kind: int, sorted_rows: Array, row: int) -> View | None:
        at = int(np.searchsorted(sorted_rows, row))
        return self.kinds[kind].at(model, at) if at < len(sorted_rows) and int(sorted_rows[at]) == row else None

    def agents(self, model: Any, numbers: Rows) -> Iterator[View]:
        """Yield the agents of many numbers, in their order."""
        listed = numbers if isinstance(numbers, range) else numbers.tolist()
        spans = list(self.spans)
        first_kind, _, first_end = spans[0]
        for number in listed:
            if number < first_end:  # nearly all are residents
                yield first_kind.at(model, number)
            else:
                kind, start = next((kind, start) for kind, start, end in spans if number < end)
                yield kind.at(model, number - start)


def take_census(world: World, base: int, kinds: tuple[type[View], type[View], type[View]]) -> Census:
    """Count residents, mediators and officials of a world; `base` is the lowest level with a forum."""
    serves = np.asarray(world.served_actual) > 0
    forums = serves.copy()
    forums[:, -1] = False  # the last column is the court
    above = serves.any(axis=1) & (np.asarray(world.place_rank) > base)
    lines, seats = np.flatnonzero(forums), np.flatnonzero(above)
    return Census(kinds=kinds, counts=(world.n_residents, len(lines), len(seats)), lines=lines, seats=seats)
