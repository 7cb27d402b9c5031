"""The attributes of a mediator: the people who run one administrative forum of one place, as one agent (`census`)."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.agents.columns import Array, Column, Rows, take
from sim.agents.disputes import Case, Dispute
from sim.agents.forums import ForumAt, kinds_of_lines, loads_of_lines
from sim.agents.lookup import cases_per_line
from sim.agents.places import Place
from sim.agents.posts import StaffMember, loads_of_posts, mean_by_line, people_of_lines, skills_of_posts
from sim.agents.view import View
from sim.names import Forum


def _lines(model: Any, rows: Rows) -> Array:
    return take(model.census.lines, rows)


def _places(model: Any, rows: Rows) -> Array:
    return np.asarray(_lines(model, rows) // (model.world.n_levels + 1))


def _counted(model: Any, rows: Rows, *, closed: bool) -> Array:
    counts = cases_per_line(model.state, len(model.state.line_head), closed=closed)
    return np.asarray(counts[_lines(model, rows)])


class Mediator(View):
    """A mediator may settle by consent only; at the lowest forum it is the cadre, and so the principal too.

    At an office or petition office the same people also answer claims against the collective or a government.
    """

    __slots__ = ()

    forum = Column(_lines, decode=ForumAt, doc="the forum that it runs")
    kind = Column(
        lambda model, rows: kinds_of_lines(model, _lines(model, rows)),
        decode=lambda _, code: Forum(code),
        doc="kind of forum",
    )
    place = Column(_places, decode=Place, doc="the place that runs the forum")
    level = Column(
        lambda model, rows: model.world.place_rank[_places(model, rows)],
        decode=lambda model, rank: model.world.level_ids[rank],
        doc="level of that place",
    )
    hours = Column(
        lambda model, rows: model.state.line_minutes[_lines(model, rows)] / 60.0,
        doc="hours of the forum, today's levers applied",
        unit="hours a day",
    )
    waiting = Column(
        lambda model, rows: (model.state.line_length - model.state.line_docket)[_lines(model, rows)],
        doc="cases in its line",
        unit="cases",
    )
    workload = Column(
        lambda model, rows: loads_of_lines(model, _lines(model, rows)),
        doc="cases in line x mean session / what its hours can do within the clock; the model reads at most 3",
        unit="1 = just manageable",
    )
    skill = Column(
        lambda model, rows: mean_by_line(model, skills_of_posts(model))[_lines(model, rows)],
        doc="mean skill of its people over families of disputes, by hours; 0 without posts",
        unit="skill",
    )
    load = Column(
        lambda model, rows: mean_by_line(model, loads_of_posts(model))[_lines(model, rows)],
        doc="mean load of its people as of last night, by hours; 0 without posts",
        unit="1 = full hours",
    )
    accepted = Column(
        lambda model, rows: _counted(model, rows, closed=False), doc="cases accepted since tick 0", unit="cases"
    )
    handled = Column(
        lambda model, rows: _counted(model, rows, closed=True), doc="cases closed since tick 0", unit="cases"
    )

    @property
    def people(self) -> tuple[StaffMember, ...]:
        """The posts of its forum, with kind, skill by family and load of who holds them; none without the process."""
        return people_of_lines(self.model, [self.forum.row])

    @property
    def queue(self) -> tuple[Dispute, ...]:
        """The line of its forum, who is heard next first."""
        queue: tuple[Dispute, ...] = self.forum.queue
        return queue

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases that it has handled: closed ones, in order of acceptance."""
        cases: tuple[Case, ...] = self.forum.cases
        return cases
