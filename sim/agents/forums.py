"""View of a forum at a place: its line, its cases, its hours. Who runs it is a mediator (or, at court, nobody yet)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.agents.columns import Array, Rows, listed, take
from sim.agents.disputes import Case, Dispute
from sim.agents.light import Light
from sim.agents.places import Place
from sim.engine.marks import NEVER
from sim.names import Forum

if TYPE_CHECKING:
    from typing import Any

    from sim.agents.view import View

MOST_LOAD = 3.0
"""The model reads no load above this (`docs/day.md`, phase 4)."""


class ForumAt(Light):
    """The forum of one slot at one place, by its line: place x (levels + 1) + slot, the court in the last slot.

    Behind all of these stand one line per place of the mediators whom its court invites before filing, and one of
    labour arbitration.
    """

    __slots__ = ()

    @property
    def place(self) -> Place:
        """The place that runs it."""
        return Place(self.model, int(places_of_lines(self.model, range(self.row, self.row + 1))[0]))

    @property
    def kind(self) -> Forum:
        """Committee, office, petition office or court."""
        return Forum(int(kinds_of_lines(self.model, range(self.row, self.row + 1))[0]))

    @property
    def hours(self) -> float:
        """Hours a day, today's levers applied."""
        return int(self.model.state.line_minutes[self.row]) / 60.0

    @property
    def workload(self) -> float:
        """Load as the coming day reads it: see `Mediator.workload`."""
        return float(loads_of_lines(self.model, range(self.row, self.row + 1))[0])

    @property
    def queue(self) -> tuple[Dispute, ...]:
        """The disputes in its line, who is heard next first."""
        state, waiting = self.model.state, []
        row = int(state.line_head[self.row])
        while row >= 0:
            waiting.append(Dispute(self.model, row))
            row = int(state.line_next[row])
        return tuple(waiting)

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases that it has handled: closed ones, in order of acceptance. Open ones stand in the queue."""
        closed = self.model.state.filing_closed
        rows = self.model.lookup.filings_of(self.model.state, self.row)
        return tuple(Case(self.model, row) for row in rows if closed[row] != NEVER)

    @property
    def mediator(self) -> View | None:
        """The mediator who runs it; None at court."""
        agent: View | None = self.model.census.mediator_of(self.model, self.row)
        return agent

    def __repr__(self) -> str:
        return f"<ForumAt {self.row}: {self.kind.name.lower()} of {self.place.name}>"


def kinds_of_lines(model: Any, lines: Rows) -> Array:
    """Kind of forum of each line (`sim.names.Forum`), int64."""
    width = model.world.n_levels + 1
    kinds = np.append(model.p.forum_of_slot, int(Forum.COURT))
    rows = np.asarray(listed(lines))
    behind = (rows - width * model.world.n_places) // model.world.n_places  # below 0: a slot or the court
    rest = np.array([Forum.PREFILING, Forum.ARBITRATION, Forum.RECONSIDERATION], dtype=np.int64)[np.maximum(behind, 0)]
    return np.asarray(np.where(behind < 0, kinds[rows % width], rest))


def places_of_lines(model: Any, lines: Rows) -> Array:
    """Row of the place that runs each line, int64."""
    width = model.world.n_levels + 1
    rows, first = np.asarray(listed(lines)), width * model.world.n_places
    return np.asarray(np.where(rows < first, rows // width, (rows - first) % model.world.n_places))


def loads_of_lines(model: Any, lines: Rows) -> Array:
    """Load of each line as the coming day reads it: its work over what its minutes can do in the clock, at most 3."""
    state, kinds = model.state, kinds_of_lines(model, lines)
    work = take(state.line_length, lines) * model.p.mean_minutes[kinds].astype(np.float64)
    can = take(state.line_minutes, lines).astype(np.float64) * model.p.clock_days[kinds]
    return np.where(can > 0.0, np.minimum(work / np.maximum(can, 1.0), MOST_LOAD), MOST_LOAD)
