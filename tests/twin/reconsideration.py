"""Administrative reconsideration: who may apply to the government above, and what its decision leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Forum, Purpose, Way
from tests.twin import career
from tests.twin import rulebook as rules
from tests.twin.arbitration import BY_CLAIMANT
from tests.twin.lodging import Lodging

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel


def office(model: TwinModel, dispute: Dispute) -> Line | None:
    """The line of the government above, where it hears this matter today."""
    p = model.p
    if not p.on_reconsideration or dispute.visits[model.court] or dispute.home + 1 >= p.n_levels:
        return None
    if dispute.voiced is None:
        return None
    above = dispute.place.run[dispute.home + 1]
    if not rules.may_apply(p, dispute.respondent.kind, model.tick - dispute.voiced, above.level, p.court_rank):
        return None
    line = model.lines[len(model.places) * (p.n_levels + 3) + above.index]
    return line if line.minutes(model) > 0 else None


def apply(model: TwinModel, dispute: Dispute, line: Line) -> None:
    """Lodge with the government above: administrative, and lawful review."""
    career.claimed(model, dispute, line.level, career.ADMINISTRATIVE)
    career.passed_upward(model, dispute, line.level)
    visit = dispute.visits[model.court]
    dispute.visits[model.court] += 1
    career.lodged(model, dispute, line.level, career.ADMINISTRATIVE)
    model.lodgements.append(Lodging(dispute, line, model.court, visit))


def taken_to_court(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> bool:
    """Whether an applicant who lost sues; the government may not."""
    p = model.p
    if case.forum != Forum.RECONSIDERATION or way != Way.REJECTED:
        return False
    score = rules.stake_score(dispute.stake, p.stake_median, p.stake_sigma)
    chance = rules.chance_of_suit(p, score, rules.own_merit(dispute.merit, 1), dispute.hostility)
    if model.luck.uniform(Purpose.SUE, dispute.id, case.forum, case.slot, case.visit) >= chance:
        return False
    case.appeal = BY_CLAIMANT
    return True


def go_on_to_court(model: TwinModel, dispute: Dispute, case: Case) -> None:
    """What was an application becomes a suit: the first time that the party goes to a court."""
    if case.forum == Forum.RECONSIDERATION:
        career.lodged(model, dispute, dispute.place.run[model.p.court_rank].level, career.COURT)


def close(dispute: Dispute, case: Case, way: Way) -> None:
    """An act upheld is closed to petition offices, and to a suit by choice; any other end begins the count anew."""
    if case.forum != Forum.RECONSIDERATION:
        return
    if way == Way.REJECTED:
        dispute.steps = rules.RECONSIDERED
    else:
        dispute.steps = dispute.answered = 0
