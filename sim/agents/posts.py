"""Who works at a forum, post by post, as views; and what a mediator or official is made of where there are posts.

Without the process (`processes.staff`) there are none; a mediator has skill and load 0 then, as the model reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from sim.agents.columns import Array
from sim.agents.light import Light
from sim.engine.marks import TICK
from sim.names import DisputeFamily, StaffKind
from sim.rules.skill import practice
from sim.rules.strain import rested

if TYPE_CHECKING:
    from sim.agents.forums import ForumAt


class StaffMember(Light):
    """A post of a forum and who holds it now, by its row among the posts."""

    __slots__ = ()

    @property
    def kind(self) -> StaffKind:
        """Full-time or part-time mediator, volunteer, grid worker, industry or contracted mediator, clerk, judge."""
        return StaffKind(int(self.model.state.post_kind[self.row]))

    @property
    def forum(self) -> ForumAt:
        """The forum that it works at."""
        forum: ForumAt = self.model.forum(int(self.model.state.post_line[self.row]))
        return forum

    @property
    def present(self) -> bool:
        """Whether somebody holds the post."""
        return bool(self.model.state.post_in[self.row])

    @property
    def hours(self) -> float:
        """Hours a day of the post, before levers."""
        return int(self.model.state.post_minutes[self.row]) / 60.0

    @property
    def predecessors(self) -> int:
        """How many held it before."""
        return int(self.model.state.post_spell[self.row])

    @property
    def skill(self) -> dict[DisputeFamily, float]:
        """Skill by family of disputes, practice included, a full-time mediator of the usual kind at 0."""
        state, p = self.model.state, self.model.p
        learnt = [
            practice(int(n), p.learning_gain, p.learning_sessions) if p.on_learning else 0.0
            for n in state.post_practice[self.row]
        ]
        return {family: float(state.post_skill[self.row, family]) + learnt[family] for family in DisputeFamily}

    @property
    def load(self) -> float:
        """Work over hours, remembered, as of last night: 1 is a full day every day."""
        return float(loads_of_posts(self.model)[self.row])

    @property
    def sessions(self) -> int:
        """Sessions that the holder has held."""
        return int(self.model.state.post_held[self.row])

    @property
    def agreed(self) -> int:
        """Sessions of his that ended in an agreement or a grant."""
        return int(self.model.state.post_agreed[self.row])

    def __repr__(self) -> str:
        return f"<StaffMember {self.row}: {self.kind.name.lower()}>"


def people_of_lines(model: Any, lines: Any) -> tuple[StaffMember, ...]:
    """Return the posts of some lines, in order."""
    return tuple(StaffMember(model, int(row)) for row in np.flatnonzero(np.isin(model.state.post_line, lines)))


def loads_of_posts(model: Any) -> Array:
    """Load of every post as of last night, float64[posts]; 0 where nobody is."""
    state, night = model.state, int(model.state.count[TICK]) - 1
    loads = [
        rested(float(load), night - int(day), model.p.fatigue_memory) if there else 0.0
        for load, day, there in zip(state.post_load, state.post_rested, state.post_in, strict=True)
    ]
    return np.array(loads, dtype=np.float64)


def mean_by_line(model: Any, values: Array) -> Array:
    """Mean of a value of posts over who is there, by hours, for every line; 0 where there is nobody."""
    state = model.state
    weight = state.post_minutes * (state.post_in > 0)
    total = np.bincount(state.post_line, weights=weight * values, minlength=len(state.line_head))
    hours = np.bincount(state.post_line, weights=weight, minlength=len(state.line_head))
    return np.asarray(total / np.maximum(hours, 1.0))


def skills_of_posts(model: Any) -> Array:
    """Mean skill of every post over families of disputes, practice apart, float64[posts]."""
    return np.asarray(model.state.post_skill.mean(axis=1))
