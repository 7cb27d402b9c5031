"""Windows with hours in the twin: callers are told apart one by one, in the order in which their places are read out.

A window's week is a budget of minutes. Who is answered is counted by running totals over the list of its places, the
same to the last caller as the engine's shares of counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sim.names import Event, Forum, Phase, Purpose
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.model import TwinModel
    from tests.twin.people import Place

A_WINDOW_SERVES = 50_000
"""Registered residents that the hours of a window are given for."""


@dataclass
class Window:
    """The hotline, or the desk of the centre, of one court's district."""

    kind: Forum
    place: Place
    minutes: int
    behind: int = 0
    claims: int = 0
    work: int = 0
    in_time: int = 0
    answered: int = 0
    read_out: dict[str, int] = field(default_factory=dict)

    def of(self, stream: str, count: int, part: int) -> int:
        """Of the next `count` of a stream on the list, those among the first `part` minutes of the week's work."""
        before = self.read_out.get(stream, 0)
        return int(rules.portion(before, count, part, self.work))


@dataclass
class Asked:
    """What a place asks in a week, and how far it got."""

    place: Place
    enquiries: int
    demands: int
    visits: int
    in_time: int = 0
    written: int = 0


def open_windows(model: TwinModel, world: Any) -> dict[tuple[int, Forum], Window]:
    """Both windows wherever a court stands."""
    p = model.p
    hours = {Forum.HOTLINE: p.desk_hotline_hours, Forum.ONE_STOP: p.desk_centre_hours}
    found = {}
    for court in {leaf.run[p.court_rank] for leaf in model.leaves}:
        registered = float(world.served_registered[court.index, p.n_levels])
        for kind, a_day in hours.items():
            minutes = max(1, int(60.0 * registered * (a_day / A_WINDOW_SERVES) + 0.5))
            found[court.index, kind] = Window(kind, court, minutes)
    return found


def window_for(model: TwinModel, place: Place, kind: Forum) -> Window:
    """The window that people of a place turn to."""
    return model.windows[place.run[model.p.court_rank].index, kind]


def wait_for(model: TwinModel, dispute: Dispute, kind: Forum) -> int | None:
    """Days until a window gets to this dispute; None where it takes nobody."""
    if not model.p.on_window_hours:
        return 0
    window = window_for(model, dispute.place, kind)
    if rules.is_jammed(window.behind, window.minutes * rules.WEEK):
        return None
    window.claims += 1
    return window.behind // window.minutes


def hear_the_week(model: TwinModel, week: list[Asked]) -> None:
    """The evening of a week in which windows have hours."""
    p = model.p
    for window in model.windows.values():
        window.work, window.read_out = 0, {}
    for one in week:
        hotline, centre = (window_for(model, one.place, kind) for kind in (Forum.HOTLINE, Forum.ONE_STOP))
        hotline.work += one.enquiries * p.desk_enquiry_minutes + one.demands * p.desk_demand_minutes
        centre.work += one.visits * p.desk_visit_minutes
    for window in model.windows.values():
        _answer(model, window)
    for one in week:
        window = window_for(model, one.place, Forum.HOTLINE)
        one.in_time = window.of("demands", one.demands, window.in_time)
        one.written = window.of("demands", one.demands, window.answered)
        window.read_out["demands"] = window.read_out.get("demands", 0) + one.demands
    sent: dict[int, int] = {}
    for one in week:
        town = one.place.run[p.office_slot].index
        sent[town] = sent.get(town, 0) + one.written
    told: dict[int, int] = {}
    for one in week:
        _treat(model, one, sent, told)


def _answer(model: TwinModel, window: Window) -> None:
    p, hours = model.p, window.minutes * rules.WEEK
    ahead = window.behind + window.claims * p.desk_claim_minutes
    claims, window.claims = window.claims, 0
    left = hours - min(hours, ahead)
    window.in_time = min(left, window.work)
    waiting = window.work - window.in_time
    stays = max(0, ahead - hours)
    late = min(waiting, max(0, hours - stays))
    window.answered = window.in_time + late
    window.behind = stays + late
    if ahead + window.work:
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.DESK, window.place.key, forum=window.kind, detail=claims,
            x=float(min(hours, ahead) + window.in_time), y=float(waiting - late), z=float(window.behind),
        )  # fmt: skip


def _treat(model: TwinModel, one: Asked, sent: dict[int, int], told: dict[int, int]) -> None:
    p, place, week = model.p, one.place, model.tick // rules.WEEK
    town = place.run[p.office_slot]
    line = model.lines.get(town.index * (p.n_levels + 1) + p.office_slot)
    minutes = line.minutes(model) if line is not None else 0
    heard = rules.demands_heard(p, sent[town.index], minutes, rules.WEEK)
    before = told.get(town.index, 0)
    attended = rules.portion(before, one.written, heard, sent[town.index])
    told[town.index] = before + one.written
    if line is not None:
        line.credit -= attended * p.contacts_minutes
    asked = model.asked.get(place.index, 1.0)
    within = 1.0 - rules.beyond_share(p, asked)
    false = rules.false_success_probability(p, 0, 2, model.principals[town.index].misreporting)
    astray = rules.misdirected_probability(p, Forum.HOTLINE, float(model.levers["misrouting"][town.index]))
    met = booked = grieved = responded = satisfied = on_time = 0
    for n in range(one.demands):

        def luck(purpose: Purpose, n: int = n) -> float:
            return model.luck.uniform(purpose, place.key, week, n)

        solved = n < attended and luck(Purpose.MET) < within
        in_time = n < attended and n < one.in_time
        lie = n < one.written and luck(Purpose.BOOKED_DEMAND) < false
        met += solved
        booked += solved or lie
        responded += in_time
        on_time += in_time or lie
        satisfied += in_time and luck(Purpose.DEMAND_ASTRAY) >= astray
        grieved += not solved and luck(Purpose.UNMET) < p.contacts_grievance
    model.asked[place.index] = rules.asked_next(p, met, one.demands, asked)
    model.unmet += [(place, n) for n in range(grieved)]
    model.written_down.append((model.tick, town, (one.written, on_time, booked, satisfied)))
    enquiries = one.enquiries + one.visits
    if enquiries + one.demands:
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.DEMANDS, place.key, forum=Forum.HOTLINE, other=town.key,
            detail=enquiries | one.demands << 16 | met << 32 | booked << 48, x=within, y=asked, z=float(grieved),
        )  # fmt: skip
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.TREATED, place.key, forum=Forum.HOTLINE, other=town.key,
            detail=one.in_time | one.written << 16 | responded << 32 | satisfied << 48, x=float(attended),
        )  # fmt: skip
