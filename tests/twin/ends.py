"""How a case or an attempt ends: what it leaves in the dispute, in the books, and when the dispute comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose, State, Terms, Way
from tests.twin import appeal, arbitration, confirmation, petitioning, reconsideration, staff, unproved
from tests.twin import rulebook as rules
from tests.twin.career import ended
from tests.twin.dispute import NEVER
from tests.twin.prefiling import confirms, give_back
from tests.twin.trusting import feel, feel_harm

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.model import TwinModel

FAR_AHEAD = 30_000
FAILURES = frozenset({Way.REJECTED, Way.TIMED_OUT, Way.REFUSED, Way.NOT_FILED, Way.SENT_BACK})
DECIDES = (Forum.COURT, Forum.ARBITRATION)
TRIBUNALS = (Forum.ARBITRATION, Forum.RECONSIDERATION)
GOES_ON = {Forum.PREFILING: (Way.REJECTED, Way.TIMED_OUT), **dict.fromkeys(TRIBUNALS, (Way.TIMED_OUT,))}
"""Ends before a court after which the suit goes on by itself."""
SUCCESS_ON_PAPER = frozenset({Way.CONSENT, Way.PRESSED, Way.GRANTED})


def pause(model: TwinModel, dispute: Dispute) -> None:
    """Think it over for some days, then choose again."""
    dispute.episode += 1
    dispute.state = State.OPEN
    dispute.since = model.tick
    thought = model.luck.exponential(Purpose.DECIDE, dispute.id, dispute.episode)
    dispute.due = model.tick + rules.whole_days(thought, 1.0 / model.p.claim_decide_days, FAR_AHEAD)


def fail(model: TwinModel, dispute: Dispute, channel: int, way: Way) -> None:
    """A failure at a channel: belief falls, hostility rises, others hear of it tonight."""
    p = model.p
    dispute.fails[channel] += 1
    ended(dispute, way, model.tick)
    dispute.hostility = rules.heated(dispute.hostility, p.heat_refused if way == Way.REFUSED else p.heat_failure)
    model.hurt_today.append(dispute)
    pause(model, dispute)


def hand_over(model: TwinModel, dispute: Dispute, channel: int, *, by_gate: bool) -> None:
    """An institution takes the matter to another channel tomorrow; there is no pause."""
    dispute.transfer = channel
    dispute.transfer_by_gate = by_gate
    dispute.due = model.tick + 1


def come_to_rest(model: TwinModel, dispute: Dispute, day: int, state: State, rate: float, forget: float | None) -> None:
    """Draw when the dispute comes back, when it is forgotten and when the limitation period ends."""
    luck = model.luck
    dispute.episode += 1
    dispute.state = state
    dispute.since = day
    dispute.return_day = dispute.forget_day = NEVER
    if rate > 0.0:
        waited = luck.exponential(Purpose.RETURN, dispute.id, dispute.episode)
        dispute.return_day = day + rules.whole_days(waited, rate / 365.0, FAR_AHEAD)
    if forget is not None:
        kept = luck.exponential(Purpose.FORGET, dispute.id, dispute.episode)
        dispute.forget_day = day + rules.whole_days(kept, forget / 365.0, FAR_AHEAD)
    dispute.limitation_day = day + int(365.0 * model.p.lump_limitation_years)
    dispute.due = min(dispute.return_day, dispute.forget_day, dispute.limitation_day)


def lay_down(model: TwinModel, dispute: Dispute, day: int, rate: float) -> None:
    """Given up for now."""
    come_to_rest(model, dispute, day, State.LUMPED, rate, model.p.lump_forget)


def suppress(model: TwinModel, dispute: Dispute, day: int, rate: float) -> None:
    """Blocked, pressed, or shelved with a promise."""
    come_to_rest(model, dispute, day, State.SUPPRESSED, rate, model.p.suppress_forget)


def settle(
    model: TwinModel, dispute: Dispute, day: int, *, calmed: bool, held: float = 1.0, forum: Forum = Forum.NONE
) -> float:
    """Interest is gone; a settlement by consent also calms, and one confirmed is `held`. Returns the return rate."""
    if calmed:
        dispute.hostility = dispute.hostility * model.p.returns_calm
        unproved.calm_respondent(model, dispute)
    dispute.interest = 0.0
    return _close(model, dispute, day, State.SETTLED, held, forum, Way.CONSENT if calmed else Way.GRANTED)


def _close(
    model: TwinModel,
    dispute: Dispute,
    day: int,
    state: State,
    held: float = 1.0,
    forum: Forum = Forum.NONE,
    way: Way = Way.NONE,
) -> float:
    rate = rules.return_rate(model.p, dispute.hostility, 0.0) * held if model.p.on_return_ else 0.0
    rate = unproved.rate_after(model, dispute, forum, way, rate)
    come_to_rest(model, dispute, day, state, rate, None)
    return rate


def end_case(model: TwinModel, dispute: Dispute, way: Way, phase: Phase, *, felt_fair: bool = False) -> None:
    """Close the filing, tell the books and the principal, and let the dispute go where this end leads."""
    case = dispute.case
    assert case is not None
    if case.back_on is None:
        case.line.waiting.remove(dispute)
    ended(dispute, way, model.tick)
    booked = _booked_as_success(model, dispute, case, way)
    case.closed, case.way, case.booked = model.tick, way, booked
    staff.write_up(model, case)
    if not case.line.at_court:
        settled = way in (Way.CONSENT, Way.GRANTED) or felt_fair
        model.principals[case.place.index].see_case(settled=settled)
    becomes_known = dispute.voiced is None and way not in (Way.CONSENT, Way.GRANTED)
    if becomes_known:
        dispute.voiced = model.tick
        feel_harm(model, dispute)
    _seal(model, dispute, case, way)
    forwarded = to_trial = way in GOES_ON.get(case.forum, ())
    awarded = not felt_fair and arbitration.taken_to_court(model, dispute, case, way)
    refused = not felt_fair and reconsideration.taken_to_court(model, dispute, case, way)
    sued = awarded or refused
    appealed = False
    if to_trial or sued:
        rate = 0.0
        window = model.p.reconsideration_window if refused else model.p.arbitration_window
        give_back(model, dispute, int(window) if sued else 1)
        reconsideration.go_on_to_court(model, dispute, case)
    elif not felt_fair and appeal.wanted(model, dispute, case, way):
        rate = 0.0
        appealed = True
    elif felt_fair:
        case.felt_fair = True
        rate = _close(model, dispute, model.tick, State.ACCEPTED)
    elif way in FAILURES:
        rate = 0.0
        forwarded = _fail_case(model, dispute, case, way)
    elif _is_not_over(model, dispute, case, way):
        rate = 0.0
    else:
        held = model.p.returns_confirmed if case.confirmed else 1.0
        rate = _rest_after(model, dispute, case.forum, way, held)
    if not (appealed or sued or to_trial):
        feel(model, dispute, case.forum, case.place.level, way, felt_fair=felt_fair)
    dispute.case = None
    dispute.compulsion = 0.0
    dispute.gate_target = None
    detail = way | int(booked) << 8 | int(forwarded) << 16 | int(felt_fair) << 24 | int(case.confirmed) << 25
    detail |= int(case.terms == Terms.PENDING) << 26 | int(appealed) << 27 | int(case.before_court) << 28
    detail |= int(sued) << 29 | int(becomes_known) << 32
    model.note(
        phase, Event.ENDED, dispute, forum=case.forum, slot=case.slot, place=case.place, detail=detail,
        x=dispute.hostility, y=dispute.interest, z=rate if phase == Phase.OUTCOME else 0.0,
    )  # fmt: skip
    if appealed:
        appeal.lodge(model, dispute, case, way, phase)
    reconsideration.close(dispute, case, way)
    petitioning.count(model, dispute, case, way)


def _seal(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> None:
    """An agreement before the court's mediators may be confirmed; one that a tribunal takes down always is."""
    if case.forum == Forum.PREFILING and way in SUCCESS_ON_PAPER:
        case.confirmed = confirms(model, dispute, case)
    elif case.forum in TRIBUNALS and way == Way.CONSENT:
        case.confirmed = True


def _is_not_over(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> bool:
    """What was agreed or won, and waits now for the court that both asked, or for its performance."""
    if confirmation.wanted(model, dispute, case, way):
        dispute.hostility = dispute.hostility * model.p.returns_calm
        unproved.calm_respondent(model, dispute)
        confirmation.lodge(model, dispute, case)
        return True
    if model.p.on_performance and (way == Way.CONSENT or (way == Way.GRANTED and case.forum in DECIDES)):
        _await_terms(model, dispute, case, way)
        return True
    return False


def win(model: TwinModel, dispute: Dispute, case: Case) -> None:
    """A judgment for the claimant is final after an appeal."""
    if model.p.on_performance:
        _await_terms(model, dispute, case, Way.GRANTED)
    else:
        settle(model, dispute, model.tick, calmed=False)


def lose(model: TwinModel, dispute: Dispute, case: Case, *, felt_fair: bool) -> None:
    """A judgment against the claimant is final after an appeal."""
    case.felt_fair = felt_fair
    if felt_fair:
        _close(model, dispute, model.tick, State.ACCEPTED)
    else:
        fail(model, dispute, model.court, Way.REJECTED)


def hold_to(model: TwinModel, dispute: Dispute, case: Case) -> None:
    """The court has answered: what was agreed, and has calmed the parties already, is performed, or rests."""
    if model.p.on_performance:
        _await_terms(model, dispute, case, Way.NONE)
    else:
        settle(model, dispute, model.tick, calmed=False, held=model.p.returns_confirmed if case.confirmed else 1.0)


def _await_terms(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> None:
    """Signed or won; consent calms, but nothing is settled before it is performed."""
    if way == Way.CONSENT:
        dispute.hostility = dispute.hostility * model.p.returns_calm
        unproved.calm_respondent(model, dispute)
    case.terms, dispute.owed = Terms.PENDING, case
    dispute.state = State.PENDING
    dispute.since = model.tick
    dispute.due = model.tick + int(model.p.perform_days)


def _rest_after(model: TwinModel, dispute: Dispute, forum: Forum, way: Way, held: float) -> float:
    """Every end that is neither a failure nor a fair loss; returns the yearly return rate."""
    p, today = model.p, model.tick
    if way in (Way.CONSENT, Way.GRANTED):
        return settle(model, dispute, today, calmed=way == Way.CONSENT, held=held, forum=forum)
    if way == Way.WITHDRAWN:
        lay_down(model, dispute, today, p.lump_reopen)
        return float(p.lump_reopen)
    assert way in (Way.PRESSED, Way.PROMISE)
    if way == Way.PRESSED:
        dispute.hostility = rules.heated(dispute.hostility, p.press_hostility)
        dispute.interest = min(dispute.interest, p.press_interest)
    rate = unproved.rate_after(model, dispute, forum, way, rules.return_rate(p, dispute.hostility, 1.0)) * held
    suppress(model, dispute, today, rate)
    return rate


def _fail_case(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> bool:
    """A case that failed; true if it is forwarded to where the gate sent it down from."""
    fail(model, dispute, case.channel, way)
    if case.line.at_court:
        return False
    dispute.failed_at = case.place
    target = dispute.gate_target
    if dispute.compulsion <= 0.0 or target is None or dispute.visits[target] >= model.p.claim_max_visits:
        return False
    share = model.levers["gate_forward"][dispute.place.index, case.slot]
    if model.luck.uniform(Purpose.REFERRAL, dispute.id, case.forum, case.slot, case.visit) >= share:
        return False
    hand_over(model, dispute, target, by_gate=True)
    return True


def _booked_as_success(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> bool:
    """What the books say of a case that is closed today."""
    if case.forum in (Forum.COURT, *TRIBUNALS) or way in SUCCESS_ON_PAPER:
        return True
    share = model.principals[case.place.index].misreporting
    rank = {Forum.PETITION: 1, Forum.PREFILING: 3}.get(case.forum, 0)
    chance = rules.false_success_probability(model.p, 0, rank, share)
    return model.luck.uniform(Purpose.MISREPORT, dispute.id, case.forum, case.slot, case.visit) < chance
