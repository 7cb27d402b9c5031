"""What happens to a dispute on the day that it is due: voiced or faded, talk over, out of line, back, or forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import DisputeType, Event, Forum, Phase, Purpose, State, Way
from tests.twin import appeal, confirmation, petitioning, terms, unproved
from tests.twin import rulebook as rules
from tests.twin.career import ended
from tests.twin.choose import choose
from tests.twin.departments import comes_back
from tests.twin.ends import end_case, fail, hand_over, settle
from tests.twin.finding import is_found, take_up
from tests.twin.gatherings import go_together
from tests.twin.lodging import Lodging
from tests.twin.prefiling import file_suit
from tests.twin.trusting import feel, feel_broken_promise, feel_harm

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.model import TwinModel

TALK, FIRST_SLOT = 1, 2
DAY_OF_LAW = {
    State.PENDING: terms.due,
    State.ENFORCING: terms.enforced,
    State.APPEALED: appeal.decide,
    State.CONFIRMING: confirmation.decide,
}


def meet_the_day(model: TwinModel, dispute: Dispute) -> None:
    """Phase 2 for one dispute whose day has come."""
    state = dispute.state
    model.stirred.add(dispute.cause)
    if state == State.LATENT:
        _voice_or_fade(model, dispute)
    elif state == State.OPEN:
        _go_on(model, dispute)
    elif state == State.TALK:
        _end_talk(model, dispute)
    elif state == State.QUEUED:
        if not comes_back(model, dispute):
            _leave_line(model, dispute)
    elif state == State.AWAY:
        _arrive_outside(model, dispute)
    elif state in DAY_OF_LAW:
        DAY_OF_LAW[state](model, dispute)
    elif state in (State.LUMPED, State.SUPPRESSED):
        if dispute.return_day <= min(dispute.forget_day, dispute.limitation_day):
            _reopen(model, dispute)
        else:
            _finish(model, dispute, State.FORGOTTEN, Event.FORGOTTEN)
    elif state in (State.SETTLED, State.ACCEPTED):
        if dispute.return_day <= dispute.limitation_day:
            dispute.interest = max(dispute.interest, model.p.returns_interest)
            dispute.came_back += 1
            _reopen(model, dispute)
        else:
            _finish(model, dispute, State.FINAL, Event.FINAL)


def _go_on(model: TwinModel, dispute: Dispute) -> None:
    """Moved by an institution, or on the claimant's own choice."""
    if dispute.to_trial:
        file_suit(model, dispute)
    elif dispute.transfer is None:
        choose(model, dispute)
    elif dispute.speaks:
        go_together(model, dispute, dispute.transfer)
    else:
        _forward(model, dispute, dispute.transfer)


def heat_by_waiting(model: TwinModel, dispute: Dispute) -> None:
    """Hostility of the days in line since it was last looked at."""
    if model.p.on_wait_heat:
        days = model.tick - dispute.since
        dispute.hostility = rules.heated_by_waiting(dispute.hostility, days, model.p.heat_wait)
    dispute.since = model.tick


def _voice_or_fade(model: TwinModel, dispute: Dispute) -> None:
    if model.tick < dispute.voice and is_found(dispute) and (take_up(model, dispute) or model.tick < dispute.fade):
        return
    if dispute.voice > dispute.fade:
        _finish(model, dispute, State.FADED, Event.FADED)
        return
    dispute.voiced = model.tick
    dispute.state = State.OPEN
    feel_harm(model, dispute)
    called = unproved.was_called(dispute)
    model.note(Phase.DUE, Event.VOICED, dispute, detail=int(called), x=dispute.hostility, y=dispute.interest)
    _raise_others(model, dispute)
    choose(model, dispute)


def _raise_others(model: TwinModel, dispute: Dispute) -> None:
    """What is out in the open may divide the same household over other matters, tomorrow."""
    for other in DisputeType:
        chance = model.p.type_coupled[dispute.type][other]
        if chance > 0.0 and model.luck.uniform(Purpose.COUPLING, dispute.id, other) < chance:
            model.scheduled_coupled.append((dispute, other))


def _finish(model: TwinModel, dispute: Dispute, state: State, event: Event) -> None:
    dispute.state = state
    model.note(Phase.DUE, event, dispute, x=dispute.hostility, y=dispute.interest)


def _reopen(model: TwinModel, dispute: Dispute) -> None:
    """Back from rest, cooler than before."""
    before = dispute.state
    if before == State.SUPPRESSED:
        feel_broken_promise(model, dispute)
    dispute.hostility = rules.cooled(dispute.hostility, model.tick - dispute.since, model.p.press_decay)
    unproved.cool_respondent(model, dispute, model.tick - dispute.since)
    dispute.state = State.OPEN
    detail = int(before)
    if dispute.voiced is None:  # it was prevented
        dispute.voiced = model.tick
        feel_harm(model, dispute)
        detail |= 1 << 8
    detail |= int(unproved.was_called(dispute)) << 9
    model.note(Phase.DUE, Event.REOPENED, dispute, detail=detail, x=dispute.hostility, y=dispute.interest)
    choose(model, dispute)


def _forward(model: TwinModel, dispute: Dispute, channel: int) -> None:
    """The institution lodges the matter where it was handed over to."""
    line = model.need_line(dispute, channel)
    visit = dispute.visits[channel]
    dispute.visits[channel] += 1
    dispute.carried = dispute.carried or line.level > dispute.home
    dispute.transfer = None
    information = model.p.settle_info_carried if dispute.transfer_by_gate else 0.0
    model.note(
        Phase.DUE, Event.FORWARDED, dispute, forum=line.forum, slot=line.slot, place=line.place,
        detail=int(information > 0.0), x=dispute.hostility, y=dispute.interest,
    )  # fmt: skip
    model.lodgements.append(Lodging(dispute, line, channel, visit, information=information, referred=True))


def _end_talk(model: TwinModel, dispute: Dispute) -> None:
    p = model.p
    visit = dispute.visits[TALK] - 1
    chance = rules.talk_probability(p, dispute.tie, dispute.hostility, dispute.gap)
    if model.luck.uniform(Purpose.SETTLE, dispute.id, Forum.BILATERAL, 0, visit) < chance:
        ended(dispute, Way.CONSENT, model.tick)
        settle(model, dispute, model.tick, calmed=True)
    else:
        unproved.answer_each_other(model, dispute)
        dispute.hostility = rules.heated(dispute.hostility, p.talk_heat)
        fail(model, dispute, TALK, Way.REJECTED)
    model.note(
        Phase.DUE, Event.TALK, dispute, forum=Forum.BILATERAL, detail=dispute.way,
        x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip


def _leave_line(model: TwinModel, dispute: Dispute) -> None:
    """Patience or the clock has run out."""
    case = dispute.case
    assert case is not None
    heat_by_waiting(model, dispute)
    way = Way.WITHDRAWN if case.patience_day <= case.clock_day else Way.TIMED_OUT
    end_case(model, dispute, way, Phase.DUE)


def _arrive_outside(model: TwinModel, dispute: Dispute) -> None:
    """Registered beyond the tree: a hit on every principal on the path, rarely an order, else sent home."""
    p, place = model.p, dispute.place
    on_path = list(dict.fromkeys(place.run[slot] for slot in range(p.base, p.n_levels)))
    model.arrivals.append((model.tick, on_path))
    for above in on_path:
        model.principals[above.index].see_passed_upward()
    visit = dispute.visits[model.outside] - 1
    if model.luck.uniform(Purpose.OUTSIDE, dispute.id, Forum.OUTSIDE, p.n_levels, visit) < p.outside_p_out:
        ended(dispute, Way.GRANTED, model.tick)
        settle(model, dispute, model.tick, calmed=False, forum=Forum.OUTSIDE)
    else:
        fail(model, dispute, model.outside, Way.SENT_BACK)
        _send_home(model, dispute)
    feel(model, dispute, Forum.OUTSIDE, p.n_levels, dispute.way)
    model.note(
        Phase.DUE, Event.REGISTERED, dispute, forum=Forum.OUTSIDE, slot=p.n_levels, detail=dispute.way,
        x=dispute.hostility, y=dispute.interest,
    )  # fmt: skip


def _send_home(model: TwinModel, dispute: Dispute) -> None:
    """Back to the lowest forum at or above the home level, if there is one that may still be visited."""
    p = model.p
    if dispute.home == p.n_levels or petitioning.closed(dispute):
        return
    for slot in range(max(dispute.home, p.base), p.n_levels):
        if p.forum_of_slot[slot] != Forum.NONE:
            if dispute.visits[FIRST_SLOT + slot] < p.claim_max_visits:
                hand_over(model, dispute, FIRST_SLOT + slot, by_gate=False)
            return
