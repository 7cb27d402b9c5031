"""A line before a forum of a place: a plain list of cases, and the minutes saved up for them. Who serves: `servers`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sim.names import Forum
from tests.twin import surges

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.model import TwinModel
    from tests.twin.people import Place
    from tests.twin.servers import Mediator, Official
    from tests.twin.staff import Post

TRIBUNALS = (Forum.ARBITRATION, Forum.RECONSIDERATION)
"""They reconcile or decide, in one hearing; after them there is the court."""


@dataclass(eq=False)
class Line:
    """Disputes waiting before one forum of one place, first come first; `length_at_dawn` is what others know of it."""

    place: Place
    slot: int
    column: int
    forum: Forum
    base_minutes: int
    mean_minutes: int
    clock_days: int
    mediator: Mediator
    official: Official
    waiting: list[Dispute] = field(default_factory=list, repr=False)
    credit: int = 0
    served: int = -1
    length_at_dawn: int = 0
    minutes_used: int = 0
    posts: list[Post] = field(default_factory=list, repr=False)

    @property
    def level(self) -> int:
        """The level of the forum is that of the place that runs it."""
        return self.place.level

    @property
    def is_court(self) -> bool:
        return self.forum == Forum.COURT

    def has_desks(self, model: TwinModel) -> bool:
        """Offices and petition offices above the lowest forum: there a claim can be heard at the wrong desk."""
        return self.slot > model.p.base and self.forum in (Forum.OFFICE, Forum.PETITION)

    @property
    def at_court(self) -> bool:
        """Where one goes to law: the court's own, of the mediators whom it invites, or a tribunal's."""
        return self.forum in (Forum.COURT, Forum.PREFILING, *TRIBUNALS)

    @property
    def calls_nobody(self) -> bool:
        """Mediators who can call no department: a committee's, and the court's."""
        return self.forum in (Forum.COMMITTEE, Forum.PREFILING)

    def minutes(self, model: TwinModel) -> int:
        """Minutes a day under today's levers."""
        if self.forum in (Forum.PREFILING, *TRIBUNALS):
            return self.base_minutes  # no lever moves the hours of the court's mediators, nor of tribunals
        share = float(model.levers["capacity"][self.place.index, self.column])
        factor = 1.0 if self.is_court else surges.hours(model.principals[self.place.index], self.forum)
        there = self.base_minutes
        if model.p.on_staff:
            there = sum(post.minutes for post in self.posts if post.present)
        return max(0, int(there * share * factor))

    def settle_idle(self, model: TwinModel) -> None:
        """Before the minutes of a line change in the evening: idle minutes of an empty one, this day's included."""
        if not self.waiting:
            idle = max(0, model.tick - self.served)
            self.credit = min(self.mean_minutes, self.credit + self.minutes(model) * idle)
            self.served = max(self.served, model.tick)

    def wait_days(self, model: TwinModel) -> float:
        """The wait that a claimant expects from yesterday's line; the line must have minutes."""
        return min(3650.0, self.length_at_dawn * self.mean_minutes / self.minutes(model))

    def load(self, model: TwinModel) -> float:
        """Work in yesterday's line over what the line can do within the forum's clock, at most 3."""
        if not model.p.on_load:
            return 0.0
        within_clock = self.minutes(model) * self.clock_days
        if within_clock == 0:
            return 3.0
        return min(3.0, self.length_at_dawn * self.mean_minutes / within_clock)

    def append(self, model: TwinModel, dispute: Dispute) -> None:
        """Join the tail; a line that stood empty first gets its idle minutes, at most one mean session."""
        if not self.waiting:
            idle = max(0, model.tick - self.served - 1)
            self.credit = min(self.mean_minutes, self.credit + self.minutes(model) * idle)
        self.waiting.append(dispute)
