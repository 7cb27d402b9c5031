"""Calls to the police in the twin: a station is a forum without a line, with minutes that do not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Opponent, Phase, Purpose, State, Way
from tests.twin import career
from tests.twin import rulebook as rules
from tests.twin.dispute import Case
from tests.twin.ends import fail, settle, suppress

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel


def calls(model: TwinModel, dispute: Dispute) -> bool:
    """Whether the claimant calls 110 today, before weighing anything; if so, with all that follows today."""
    p = model.p
    if not p.on_police or dispute.respondent.kind > Opponent.ORGANISATION:
        return False
    if dispute.visits[model.police] >= p.claim_max_visits:
        return False
    chance = rules.call_probability(p, dispute.hostility)
    if model.luck.uniform(Purpose.CALL, dispute.id, dispute.episode) >= chance:
        return False
    station = _station(model, dispute)
    career.claimed(model, dispute, station.level, career.ADMINISTRATIVE)
    career.passed_upward(model, dispute, station.level)
    dispute.visits[model.police] += 1
    career.lodged(model, dispute, station.level, career.ADMINISTRATIVE)
    dispute.called_on = model.tick
    dispute.state = State.CALLED
    dispute.due = model.tick + 1
    model.note(
        Phase.DUE, Event.CALLED, dispute, forum=Forum.POLICE, slot=station.slot, place=station.place,
        x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip
    return True


def _station(model: TwinModel, dispute: Dispute) -> Line:
    return model.stations[dispute.place.run[model.p.office_slot].index]


def come(model: TwinModel, dispute: Dispute) -> None:
    """The day after: what the police can do on the spot."""
    p, station = model.p, _station(model, dispute)
    way, chance, booked = _on_the_spot(model, dispute, station)
    if way == Way.CONSENT:
        career.ended(dispute, way, model.tick)
        settle(model, dispute, model.tick, calmed=True)
    elif way == Way.PRESSED:
        career.ended(dispute, way, model.tick)
        dispute.hostility = rules.heated(dispute.hostility, p.press_hostility)
        dispute.interest = min(dispute.interest, p.press_interest)
        suppress(model, dispute, model.tick, rules.return_rate(p, dispute.hostility, 1.0))
    else:
        fail(model, dispute, model.police, way)
    model.note(
        Phase.DUE, Event.ATTENDED, dispute, forum=Forum.POLICE, slot=station.slot, place=station.place,
        detail=way | int(booked) << 8, x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip


def _on_the_spot(model: TwinModel, dispute: Dispute, station: Line) -> tuple[Way, float, bool]:
    """(how it went, the odds of what decided it, whether the books call it settled)."""
    p = model.p
    days, station.served = model.tick - station.served, model.tick
    station.credit = rules.minutes_kept(station.credit, station.base_minutes, days, p.police_minutes)
    if station.credit < p.police_minutes:
        return Way.NO_OFFICER, 0.0, False
    station.credit -= p.police_minutes
    station.minutes_used += p.police_minutes
    score = rules.stake_score(dispute.stake, p.stake_median, p.stake_sigma)
    stays = rules.stays_probability(p, dispute.tie, score, dispute.respondent.standing)
    if p.on_respondent_answer and _luck(model, dispute, Purpose.CONSENT, 1) >= stays:
        return Way.REFUSED, stays, False
    chance = _chance(model, dispute, station)
    way = Way.REJECTED
    if _luck(model, dispute, Purpose.SETTLE) < chance:
        pressed = p.on_pressing and _luck(model, dispute, Purpose.PRESS) < rules.spot_pressed(p, dispute.gap)
        way = Way.PRESSED if pressed else Way.CONSENT
    booked = way != Way.REJECTED or _luck(model, dispute, Purpose.MISREPORT) < rules.police_false_success(p)
    dispute.heard = True
    model.filings.append((dispute, _entry(model, dispute, station, way, booked=booked)))
    return way, chance, booked


def _luck(model: TwinModel, dispute: Dispute, purpose: Purpose, last: int = 0) -> float:
    visit = dispute.visits[model.police] - 1
    return model.luck.uniform(purpose, dispute.id, Forum.POLICE, model.p.office_slot, visit, last)


def _chance(model: TwinModel, dispute: Dispute, station: Line) -> float:
    p, level = model.p, station.level
    knowledge = rules.knowledge_at(p, level, dispute.place.run[p.base].level, dispute.place.urban, 0.0)
    intercept = p.settle_mu[p.type_family[dispute.type]]
    logit = rules.session_logit(p, intercept, dispute.tie, dispute.hostility, dispute.gap, knowledge)
    logit += rules.burden_logit(p, 0.0, p.police_presence, int(level < dispute.ancestor))
    lacking = level < dispute.respondent.power or dispute.exclusive
    return float(rules.spot_probability(p, logit, int(lacking)))


def _entry(model: TwinModel, dispute: Dispute, station: Line, way: Way, *, booked: bool) -> Case:
    assert dispute.called_on is not None
    return Case(
        line=station,
        channel=model.police,
        visit=dispute.visits[model.police] - 1,
        opened=dispute.called_on,
        joined=dispute.called_on,
        work_minutes=model.p.police_minutes,
        clock_day=model.tick,
        patience_day=model.tick,
        sessions=1,
        closed=model.tick,
        way=way,
        booked=booked,
    )
