"""The three steps of a complaint against a government, counted one answer at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Opponent, Phase, Way
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel

OFFICES = (Forum.OFFICE, Forum.PETITION)


def may_go_to(model: TwinModel, dispute: Dispute, line: Line) -> bool:
    """Whether this line is among the steps left."""
    if not dispute.steps or line.forum not in OFFICES:
        return True
    p = model.p
    above = [
        place.level
        for slot, place in enumerate(dispute.place.run[: p.n_levels])
        if slot >= p.base and p.forum_of_slot[slot] in OFFICES and place.level > dispute.answered
    ]
    return bool(rules.office_open(dispute.steps, min(above, default=p.n_levels), line.level))


def closed(dispute: Dispute) -> bool:
    """No office takes it any more."""
    return dispute.steps >= rules.MOST_STEPS


def count(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> None:
    """After an office has answered."""
    if not model.p.on_petition_steps or dispute.respondent.kind != Opponent.GOVERNMENT or case.forum not in OFFICES:
        return
    if way == Way.GRANTED:
        dispute.steps = dispute.answered = 0
    elif way in (Way.REJECTED, Way.PROMISE):
        dispute.steps = min(rules.MOST_STEPS, dispute.steps + 1)
        dispute.answered = max(dispute.answered, case.place.level)
        model.note(
            Phase.OUTCOME, Event.STEP, dispute, forum=case.forum, slot=case.slot, place=case.place,
            detail=dispute.steps, x=dispute.hostility, y=dispute.interest,
        )  # fmt: skip
