"""Enquiries and demands in the twin: on the last evening of a week every place is asked what it wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose
from tests.twin import desks
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from tests.twin.line import Line
    from tests.twin.model import TwinModel
    from tests.twin.people import Place


def hear_the_week(model: TwinModel) -> None:
    """Count contacts, see which demands were met, and remember who has a grievance now."""
    if (model.tick + 1) % rules.WEEK:
        return
    if model.p.on_window_hours:
        desks.hear_the_week(model, [_ask(model, place) for place in model.leaves] if model.p.on_contacts else [])
    elif model.p.on_contacts:
        for place in model.leaves:
            _hear(model, _ask(model, place))


def _count(model: TwinModel, place: Place, stream: int, mean: float) -> int:
    week = model.tick // rules.WEEK
    pieces = int(mean * rules.MOST_ASKED / rules.CHUNK_MEAN) + 1
    each = mean / pieces * model.asked.get(place.index, 1.0)
    total = 0
    for piece in range(pieces):
        u = model.luck.uniform(Purpose.CONTACTS, place.key, week, stream, piece)
        total += rules.poisson_count(u, each, rules.zero_probability(each))
    return total


def _ask(model: TwinModel, place: Place) -> desks.Asked:
    p, residents = model.p, len(place.residents)
    calls = rules.contact_mean(p.contacts_hotline, residents)
    return desks.Asked(
        place,
        enquiries=_count(model, place, 0, calls * (1.0 - p.contacts_demands)),
        demands=_count(model, place, 1, calls * p.contacts_demands),
        visits=_count(model, place, 2, rules.contact_mean(p.contacts_centre, residents)),
    )


def _hear(model: TwinModel, week_of: desks.Asked) -> None:
    p, week, place = model.p, model.tick // rules.WEEK, week_of.place
    enquiries, demands = week_of.enquiries + week_of.visits, week_of.demands
    town = place.run[p.office_slot]
    line = model.lines.get(town.index * (p.n_levels + 1) + p.office_slot)
    chance = _chance(model, line)
    false = rules.false_success_probability(p, 0, 2, model.principals[town.index].misreporting)
    met = booked = grieved = 0
    for n in range(demands):
        if model.luck.uniform(Purpose.MET, place.key, week, n) < chance:
            met += 1
            continue
        booked += model.luck.uniform(Purpose.BOOKED_DEMAND, place.key, week, n) < false
        grieved += model.luck.uniform(Purpose.UNMET, place.key, week, n) < p.contacts_grievance
    booked += met
    if line is not None and chance > 0.0:
        line.credit -= demands * p.contacts_minutes
    asked = model.asked.get(place.index, 1.0)
    model.asked[place.index] = rules.asked_next(p, met, demands, asked)
    model.unmet += [(place, n) for n in range(grieved)]
    if enquiries + demands:
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.DEMANDS, place.key, forum=Forum.HOTLINE, other=town.key,
            detail=enquiries | demands << 16 | met << 32 | booked << 48, x=chance, y=asked, z=float(grieved),
        )  # fmt: skip


def _chance(model: TwinModel, line: Line | None) -> float:
    if line is None or line.minutes(model) == 0:
        return 0.0
    load = rules.office_load(line.length_at_dawn, line.mean_minutes, line.minutes(model), line.clock_days)
    return float(rules.met_probability(model.p, load))
