"""At the court's door: an offer of mediation before filing, both answers, and the way on to trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Opponent, Phase, Purpose, State
from tests.twin import rulebook as rules
from tests.twin.lodging import Lodging

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel


def offers(model: TwinModel, dispute: Dispute, court: Line, visit: int) -> bool:
    """Whether the court offers mediation for this suit; if so, with all that follows today."""
    p = model.p
    if not p.on_prefiling or dispute.respondent.kind == Opponent.GOVERNMENT:
        return False
    line = model.prefiling_line(dispute)
    where = (line.forum, line.slot, visit)
    if model.luck.uniform(Purpose.OFFER, dispute.id, *where) >= p.prefiling_offer:
        return False
    chance = _respondent_would(model, dispute)
    claimant = model.luck.uniform(Purpose.CONSENT, dispute.id, *where, 0) < p.prefiling_claimant_agrees
    respondent = model.luck.uniform(Purpose.CONSENT, dispute.id, *where, 1) < chance
    model.note(
        Phase.DUE, Event.OFFERED, dispute, forum=line.forum, slot=line.slot, place=court.place,
        detail=int(claimant) + 2 * int(respondent), x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip
    if claimant and respondent:
        model.lodgements.append(Lodging(dispute, line, model.court, visit))
    else:
        wait_for_trial(model, dispute)
    return True


def _respondent_would(model: TwinModel, dispute: Dispute) -> float:
    p = model.p
    if not p.on_respondent_answer:
        return 1.0
    score = rules.stake_score(dispute.stake, p.stake_median, p.stake_sigma)
    chance = float(rules.respondent_consent(p, dispute.tie, score, dispute.respondent.standing, 0.0))
    return float(rules.consent_by_tie(chance, p.tie_consent[dispute.bond])) if p.on_tie_kinds else chance


def wait_for_trial(model: TwinModel, dispute: Dispute, days: int = 1) -> None:
    """The suit is filed tomorrow, or later; nobody has to claim again."""
    dispute.to_trial = True
    dispute.due = model.tick + days


def give_back(model: TwinModel, dispute: Dispute, days: int = 1) -> None:
    """What stood before the court came to nothing: no failure, but another case begins."""
    dispute.episode += 1
    dispute.state = State.OPEN
    dispute.since = model.tick
    wait_for_trial(model, dispute, days)


def file_suit(model: TwinModel, dispute: Dispute) -> None:
    """The day after: into the court's line, on the visit that was counted at the door."""
    dispute.to_trial = False
    line = model.need_line(dispute, model.court)
    model.note(
        Phase.DUE, Event.TRIAL, dispute, forum=Forum.COURT, slot=line.slot, place=line.place,
        x=dispute.hostility, y=dispute.interest,
    )  # fmt: skip
    model.lodgements.append(Lodging(dispute, line, model.court, dispute.visits[model.court] - 1))


def confirms(model: TwinModel, dispute: Dispute, case: Case) -> bool:
    """Whether the parties have the court confirm what they signed."""
    luck = model.luck.uniform(Purpose.CONFIRM, dispute.id, case.forum, case.slot, case.visit)
    return bool(luck < model.p.prefiling_confirm)
