"""An agreement of people's mediation that both parties take to the court, and the day on which it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose, State, Way
from tests.twin import ends
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel


def _judges(model: TwinModel, dispute: Dispute) -> Line:
    court = dispute.place.run[model.p.court_rank]
    return model.lines[court.index * (model.p.n_levels + 1) + model.p.n_levels]


def wanted(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> bool:
    """Whether both apply, and there is a court to hear them."""
    p = model.p
    if not p.on_confirmation or way != Way.CONSENT or case.forum not in (Forum.COMMITTEE, Forum.OFFICE):
        return False
    if _judges(model, dispute).minutes(model) == 0:
        return False
    chance = rules.ask_probability(p, rules.stake_score(dispute.stake, p.stake_median, p.stake_sigma), dispute.tie)
    return _u(model, Purpose.CONFIRM_ASKED, dispute, case) < chance


def lodge(model: TwinModel, dispute: Dispute, case: Case) -> None:
    """Wait for the court."""
    case.before_court = True
    dispute.applied = case
    dispute.state = State.CONFIRMING
    dispute.since = model.tick
    dispute.due = model.tick + int(model.p.confirm_days)


def decide(model: TwinModel, dispute: Dispute) -> None:
    """The court's answer; the agreement holds in any case."""
    p, case = model.p, dispute.applied
    assert case is not None
    dispute.applied = None
    case.before_court = False
    case.confirmed = _u(model, Purpose.CONFIRM, dispute, case) < p.confirm_granted
    judges, minutes = _judges(model, dispute), int(60.0 * p.confirm_hours)
    judges.credit -= minutes
    judges.minutes_used += minutes
    ends.hold_to(model, dispute, case)
    model.note(
        Phase.DUE, Event.CONFIRMATION, dispute, forum=case.forum, slot=case.line.slot, place=case.place,
        detail=int(case.confirmed), x=p.confirm_granted, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip


def _u(model: TwinModel, purpose: Purpose, dispute: Dispute, case: Case) -> float:
    return model.luck.uniform(purpose, dispute.id, case.forum, case.slot, case.visit)
