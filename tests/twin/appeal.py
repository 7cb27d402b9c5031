"""The loser of a first instance may take it once to the court above, which upholds or changes the judgment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose, State, Way
from tests.twin import career, ends
from tests.twin import rulebook as rules
from tests.twin.trusting import feel

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.model import TwinModel
    from tests.twin.people import Place

BY_CLAIMANT, BY_RESPONDENT, CHANGED = 1, 2, 4


def court_above(model: TwinModel, dispute: Dispute) -> Place:
    """One rank up where the tree has one, else the place of the first court."""
    return dispute.place.run[min(model.p.court_rank + 1, model.p.n_levels - 1)]


def decide(model: TwinModel, dispute: Dispute) -> None:
    """The day on which the court above decides."""
    p, case = model.p, dispute.appealed
    assert case is not None
    dispute.appealed = None
    by_claimant = case.appeal == BY_CLAIMANT
    chance = rules.grant_probability(p.appeal_change, p.court_merit, rules.own_merit(dispute.merit, int(by_claimant)))
    changed = _u(model, Purpose.APPEAL_CHANGED, dispute, case) < chance
    granted = changed if by_claimant else not changed
    if changed:
        case.appeal += CHANGED
    career.ended(dispute, Way.GRANTED if granted else Way.REJECTED, model.tick)
    felt_fair = False
    if granted:
        ends.win(model, dispute, case)
    else:
        felt_fair = _u(model, Purpose.FAIR, dispute, case, 1) < rules.fair_probability(p.court_fair, dispute.hostility)
        ends.lose(model, dispute, case, felt_fair=felt_fair)
    feel(model, dispute, Forum.COURT, court_above(model, dispute).level, dispute.way, felt_fair=felt_fair)
    _note(model, Phase.DUE, Event.APPEAL_DECIDED, dispute, case, chance,
          int(changed) + 2 * int(granted) + 4 * int(felt_fair))  # fmt: skip


def chance_of(model: TwinModel, dispute: Dispute, way: Way) -> float:
    """How likely the loser is to appeal."""
    p = model.p
    score = rules.stake_score(dispute.stake, p.stake_median, p.stake_sigma)
    own = rules.own_merit(dispute.merit, int(way == Way.REJECTED))
    return float(rules.appeal_probability(p, score, own, dispute.hostility))


def wanted(model: TwinModel, dispute: Dispute, case: Case, way: Way) -> bool:
    """Whether there is an appeal against this end of a case."""
    if not model.p.on_appeal or not case.line.is_court or way not in (Way.GRANTED, Way.REJECTED):
        return False
    return _u(model, Purpose.APPEAL, dispute, case) < chance_of(model, dispute, way)


def lodge(model: TwinModel, dispute: Dispute, case: Case, way: Way, phase: Phase) -> None:
    """To the court above; the claimant's appeal is one level further for the claimant."""
    p = model.p
    level = court_above(model, dispute).level
    case.appeal = BY_CLAIMANT if way == Way.REJECTED else BY_RESPONDENT
    if dispute.home < level:
        dispute.sued_above = True
    if way == Way.REJECTED:
        dispute.escalated = dispute.escalated or dispute.reach < level
        dispute.reach = max(dispute.reach, level)
        dispute.levels_tried.add(level)
    dispute.appealed = case
    dispute.state = State.APPEALED
    dispute.since = model.tick
    dispute.due = model.tick + int(p.appeal_window) + int(p.appeal_clock)
    _note(model, phase, Event.APPEAL, dispute, case, chance_of(model, dispute, way), case.appeal)


def _u(model: TwinModel, purpose: Purpose, dispute: Dispute, case: Case, instance: int = 0) -> float:
    return model.luck.uniform(purpose, dispute.id, Forum.COURT, case.slot, case.visit, instance)


def _note(
    model: TwinModel, phase: Phase, event: Event, dispute: Dispute, case: Case, chance: float, detail: int
) -> None:
    model.note(
        phase, event, dispute, forum=Forum.COURT, slot=case.slot, place=court_above(model, dispute), detail=detail,
        x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip
