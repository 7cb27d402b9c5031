"""Labour arbitration: who must go there before a court, its one hearing, and the way on to court after its award."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose, Way
from tests.twin import career
from tests.twin import rulebook as rules
from tests.twin.lodging import Lodging

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel

BY_CLAIMANT, BY_RESPONDENT = 1, 2


def comes_first(model: TwinModel, dispute: Dispute) -> bool:
    """Whether the law sends this dispute there."""
    return bool(model.p.on_arbitration and rules.arbitration_first(dispute.type, dispute.respondent.kind))


def tribunal(model: TwinModel, dispute: Dispute) -> Line:
    """The line of the commission of this claimant's county."""
    county = dispute.place.run[model.p.court_rank]
    return model.lines[len(model.places) * (model.p.n_levels + 2) + county.index]


def apply(model: TwinModel, dispute: Dispute) -> None:
    """Go to law, which begins here; it is a right as a suit is."""
    line = tribunal(model, dispute)
    career.claimed(model, dispute, line.level, career.COURT)
    visit = dispute.visits[model.court]
    dispute.visits[model.court] += 1
    career.lodged(model, dispute, line.level, career.COURT)
    model.lodgements.append(Lodging(dispute, line, model.court, visit))


def award(model: TwinModel, dispute: Dispute, case: Case) -> tuple[Way, bool]:
    """The tribunal decides, and whether a claimant who lost finds it fair."""
    p = model.p
    labour = case.forum == Forum.ARBITRATION
    grant, fair_share = (
        (p.arbitration_grant, p.arbitration_fair) if labour else (p.reconsideration_grant, p.reconsideration_fair)
    )
    chance = rules.grant_probability(grant, p.court_merit, dispute.merit)
    granted = _u(model, Purpose.AWARD, dispute, case) < chance
    model.note(
        Phase.SERVE, Event.AWARD, dispute, forum=case.forum, slot=case.slot, place=case.place, detail=int(granted),
        x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip
    if granted:
        return Way.GRANTED, False
    fair = _u(model, Purpose.FAIR, dispute, case) < rules.fair_probability(fair_share, dispute.hostility)
    return Way.REJECTED, fair


def taken_to_court(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> bool:
    """Whether the loser sues; nothing but an award can be taken there."""
    p = model.p
    if case.forum != Forum.ARBITRATION or way not in (Way.GRANTED, Way.REJECTED):
        return False
    if way == Way.GRANTED and rules.final_for_employer(p, dispute.stake):
        return False
    score = rules.stake_score(dispute.stake, p.stake_median, p.stake_sigma)
    own = rules.own_merit(dispute.merit, int(way == Way.REJECTED))
    chance = rules.sue_probability(p, score, own, dispute.hostility)
    if _u(model, Purpose.SUE, dispute, case) >= chance:
        return False
    case.appeal = BY_CLAIMANT if way == Way.REJECTED else BY_RESPONDENT
    return True


def _u(model: TwinModel, purpose: Purpose, dispute: Dispute, case: Case) -> float:
    return model.luck.uniform(purpose, dispute.id, case.forum, case.slot, case.visit)
