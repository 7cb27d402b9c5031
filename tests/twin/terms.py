"""What was promised on paper: the wait for its day, performance, enforcement, and what a broken word leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose, State, Terms, Way
from tests.twin import rulebook as rules
from tests.twin.choose import choose
from tests.twin.ends import come_to_rest
from tests.twin.trusting import feel_harm

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.model import TwinModel


def due(model: TwinModel, dispute: Dispute) -> None:
    """The day of the terms."""
    p, case = model.p, _owed(dispute)
    by_court = case.forum == Forum.COURT or (case.forum == Forum.ARBITRATION and not case.confirmed)
    share = rules.promised_share(p, int(by_court), int(case.confirmed))
    chance = rules.perform_probability(p, share, dispute.tie, dispute.hostility, dispute.respondent.standing)
    if _u(model, Purpose.PERFORM, dispute, case) < chance:
        _satisfy(model, dispute, case, Terms.KEPT)
        _note(model, Event.KEPT, dispute, case, chance)
        return
    dispute.hostility = rules.heated(dispute.hostility, p.perform_heat)
    dispute.since = model.tick
    known = int(dispute.voiced is None) << 8  # agreed before it was voiced, and not kept
    if known:
        dispute.voiced = model.tick
        feel_harm(model, dispute)
    enforceable = by_court or case.confirmed
    if enforceable and _u(model, Purpose.ENFORCE_ASKED, dispute, case) < p.perform_ask:
        dispute.state = State.ENFORCING
        dispute.due = model.tick + int(p.perform_enforce_days)
        _note(model, Event.BROKEN, dispute, case, chance, detail=1 | known)
    elif enforceable or not p.on_return_:
        _lay_down(model, dispute, case, Terms.BROKEN)
        _note(model, Event.BROKEN, dispute, case, chance, detail=2 | known)
    else:
        _come_back(model, dispute, case)
        _note(model, Event.BROKEN, dispute, case, chance, detail=known)
        choose(model, dispute)


def enforced(model: TwinModel, dispute: Dispute) -> None:
    """The end of enforcement."""
    case = _owed(dispute)
    chance = rules.enforce_probability(model.p, dispute.respondent.standing)
    success = _u(model, Purpose.ENFORCE, dispute, case) < chance
    if success:
        _satisfy(model, dispute, case, Terms.ENFORCED)
    else:
        _lay_down(model, dispute, case, Terms.UNENFORCED)
    _note(model, Event.ENFORCEMENT, dispute, case, chance, detail=int(success))


def _owed(dispute: Dispute) -> Case:
    assert dispute.owed is not None
    return dispute.owed


def _u(model: TwinModel, purpose: Purpose, dispute: Dispute, case: Case) -> float:
    return model.luck.uniform(purpose, dispute.id, case.forum, case.slot, case.visit)


def _note(model: TwinModel, event: Event, dispute: Dispute, case: Case, chance: float, detail: int = 0) -> None:
    model.note(
        Phase.DUE, event, dispute, forum=case.forum, slot=case.slot, place=case.place, detail=detail,
        x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip


def _satisfy(model: TwinModel, dispute: Dispute, case: Case, terms: Terms) -> None:
    """The claimant has what is owed."""
    p = model.p
    dispute.interest = 0.0
    rate = rules.return_rate(p, dispute.hostility, 0.0) if p.on_return_ else 0.0
    come_to_rest(
        model, dispute, model.tick, State.SETTLED, rate * (p.returns_confirmed if case.confirmed else 1.0), None
    )
    case.terms, dispute.owed = terms, None


def _lay_down(model: TwinModel, dispute: Dispute, case: Case, terms: Terms) -> None:
    """A paper that nobody honours, and nothing more to do about it for now."""
    dispute.way = Way.BROKEN
    rate = rules.return_rate(model.p, dispute.hostility, 1.0)
    come_to_rest(model, dispute, model.tick, State.LUMPED, rate, model.p.lump_forget)
    case.terms, dispute.owed = terms, None


def _come_back(model: TwinModel, dispute: Dispute, case: Case) -> None:
    """Nobody can enforce a mere agreement."""
    dispute.way = Way.BROKEN
    dispute.episode += 1
    dispute.came_back += 1
    dispute.interest = max(dispute.interest, model.p.returns_interest)
    dispute.state = State.OPEN
    case.terms, dispute.owed = Terms.BROKEN, None
