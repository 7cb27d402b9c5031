"""Who works at the forums, in the twin: every post is looked at every evening, one at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sim.names import DisputeFamily, Event, Phase, Purpose, StaffKind
from sim.world.posts import posts_of
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from tests.twin.dispute import Case, Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel


@dataclass(eq=False)
class Post:
    """A post for life, and what is known of whoever holds it now."""

    row: int
    key: int
    line: Line
    kind: StaffKind
    minutes: int
    spell: int = 0
    present: bool = False
    changes: int | None = None
    skill: list[float] = field(default_factory=list)
    practice: list[int] = field(default_factory=list)
    held: int = 0
    agreed: int = 0
    used: int = 0
    load: float = 0.0
    worked_on: int = 0

    def load_on(self, model: TwinModel, tick: int) -> float:
        """Load after the days without work since the last session."""
        load: float = rules.rested(self.load, tick - self.worked_on, model.p.fatigue_memory)
        return load

    def hold(self, model: TwinModel, tick: int) -> None:
        """Somebody new, from tomorrow."""
        p, luck = model.p, model.luck
        general = luck.normal(Purpose.SKILL, self.key, self.spell)
        self.skill = [
            p.staff_fit[self.kind][family]
            + rules.own_skill(p, general, luck.normal(Purpose.SKILL, self.key, self.spell, 1 + family))
            for family in DisputeFamily
        ]
        self.practice = [0] * len(DisputeFamily)
        least = next_free(self.line)
        self.used = least.used * self.minutes // least.minutes if least else 0
        self.held = self.agreed = 0
        self.load, self.worked_on = 0.0, tick
        self.present = True
        if p.on_turnover and not self.chooses(model):
            self.changes = tick + self._days(model)

    def chooses(self, model: TwinModel) -> bool:
        return bool(model.p.on_volunteers) and self.kind == StaffKind.VOLUNTEER

    def _days(self, model: TwinModel) -> int:
        p = model.p
        luck = model.luck.exponential(Purpose.TURNOVER, self.key, self.spell)
        if self.kind != StaffKind.CONTRACTED:
            held: int = rules.days_held(p.leave_rate[self.kind], luck)
            return held
        first = p.turnover_contract_days
        if self.spell == 0:
            first = 1 + int(first * model.luck.uniform(Purpose.TURNOVER, self.key, 0, 1))
        days: int = rules.days_contracted(first, p.turnover_contract_days, p.turnover_renewal, luck)
        return days

    def leave(self, model: TwinModel) -> None:
        self._tell(model, Event.POST_LEFT, self.held, self.agreed, self.load_on(model, model.tick))
        self.line.settle_idle(model)
        self.present = False
        self.spell += 1
        self.held = self.agreed = 0
        self.load = 0.0

    def take(self, model: TwinModel) -> None:
        self.line.settle_idle(model)
        self.hold(model, model.tick)
        shown = (DisputeFamily.KIN, DisputeFamily.MONEY, DisputeFamily.LAND)
        self._tell(model, Event.POST_TAKEN, *(self.skill[family] for family in shown))

    def _tell(self, model: TwinModel, event: Event, x: float, y: float, z: float) -> None:
        line = self.line
        model.history.note(
            model.tick, Phase.INSTITUTIONS, event, self.key, forum=line.forum, slot=line.slot, other=line.place.key,
            detail=self.kind | self.spell << 8, x=x, y=y, z=z,
        )  # fmt: skip


def staff_the_lines(model: TwinModel, scenario: Scenario, world: Any) -> None:
    """Who is there at tick 0."""
    posts = posts_of(scenario, world)
    for row, number in enumerate(posts.line.tolist()):
        line = model.lines[number]
        post = Post(row, int(posts.key[row]), line, StaffKind(posts.kind[row]), int(posts.minutes[row]))
        model.posts.append(post)
        line.posts.append(post)
    for post in model.posts:
        idle = rules.willing(model.p, 0, 0, 0.0)
        if not post.chooses(model) or model.luck.uniform(Purpose.VOLUNTEER, post.key, 0, 1) < idle:
            post.hold(model, -1)


def next_free(line: Line) -> Post | None:
    """Whoever has the least work behind him for his hours; the first of equals."""
    best: Post | None = None
    for post in line.posts:
        if post.present and (best is None or post.used * best.minutes < best.used * post.minutes):
            best = post
    return best


def give_to_somebody(model: TwinModel, case: Case) -> None:
    """The session goes to who has the case, while he is there, else to the next free."""
    line = case.line
    if case.server is None or not case.server.present:
        case.server = next_free(line)
    server = case.server
    if server is None:
        return
    hours = server.minutes * float(model.levers["capacity"][line.place.index, line.column])
    server.load = rules.worked(model.p, server.load_on(model, model.tick), case.work_minutes, hours)
    server.worked_on = model.tick
    server.used += case.work_minutes


def skill_of(model: TwinModel, case: Case, family: int) -> float:
    """What the skill of who serves adds to the logit."""
    p, server = model.p, case.server
    if server is None:
        return 0.0
    learned = rules.practice(server.practice[family], p.learning_gain, p.learning_sessions) if p.on_learning else 0.0
    logit: float = rules.skill_logit(p, server.skill[family] + learned)
    return logit


def strain_of(model: TwinModel, case: Case) -> float:
    """What the load of who serves leaves of the quality of a session."""
    if case.server is None or not model.p.on_fatigue:
        return 1.0
    factor: float = rules.strain_factor(model.p, case.server.load)
    return factor


def remember(model: TwinModel, dispute: Dispute, case: Case, *, agreed: bool) -> None:
    """A session held is practice, and perhaps a success, of who held it."""
    server = case.server
    if server is not None:
        server.practice[model.p.type_family[dispute.type]] += 1
        server.held += 1
        server.agreed += int(agreed)


def write_up(model: TwinModel, case: Case) -> None:
    """Booking a closed case takes time of its forum."""
    if model.p.on_paperwork and not case.line.at_court:
        case.line.credit -= model.p.paperwork_case_minutes


def report(model: TwinModel) -> None:
    """The reports of a review period."""
    if not model.p.on_paperwork:
        return
    for line in model.lines.values():
        minutes = line.minutes(model)
        if not line.at_court and minutes > 0:
            line.credit -= rules.report_minutes(model.p, minutes, int(model.p.appraisal_review_days))


def evening(model: TwinModel) -> None:
    """Holders whose day has come leave, successors come, and once a period volunteers think it over."""
    p = model.p
    for post in model.posts:
        if post.changes == model.tick:
            post.changes = None
            if not post.present:
                post.take(model)
            else:
                post.leave(model)
                if p.turnover_vacancy_days:
                    post.changes = model.tick + p.turnover_vacancy_days
                else:
                    post.take(model)
    if p.on_volunteers and (model.tick + 1) % p.appraisal_review_days == 0:
        for post in model.posts:
            if post.kind == StaffKind.VOLUNTEER:
                _think_over(model, post, model.tick // int(p.appraisal_review_days))


def _think_over(model: TwinModel, post: Post, month: int) -> None:
    wants = rules.willing(model.p, post.held, post.agreed, post.load_on(model, model.tick))
    chance = rules.chance_to_change(model.p, int(post.present), wants)
    if model.luck.uniform(Purpose.VOLUNTEER, post.key, month) < chance:
        if post.present:
            post.leave(model)
        else:
            post.take(model)
