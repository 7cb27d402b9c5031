"""What a claimant chooses: lump it, talk, go to a forum, to court or beyond the tree. What then happens: `claims`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Opponent, Phase, Purpose
from tests.twin import arbitration, claims, petitioning, police, reconsideration, trusting, unproved, windows
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel

LUMP, TALK, FIRST_SLOT = 0, 1, 2
MOST_TALKS = 2
MOST_SUITS = 2


def choose(model: TwinModel, dispute: Dispute) -> None:
    """Weigh every open way, take the best, and act on it; unless the quarrel is so hot that the police are called."""
    if police.calls(model, dispute):
        return
    best, best_worth, above = best_way(model, dispute)
    forum, slot = model.key_for(dispute, best)
    line = model.way_in(dispute, best)
    if above is not None:
        line, forum = above, above.forum
    for_profit = forum in unproved.PETITIONS and unproved.is_driven(model, dispute)
    model.note(
        Phase.DUE, Event.CLAIM, dispute, forum=forum, slot=slot, place=line.place if line else None,
        detail=best | int(for_profit) << 8, x=best_worth, y=dispute.hostility, z=dispute.claimant.mood,
    )  # fmt: skip
    if best == LUMP:
        claims.lump(model, dispute)
    elif best == TALK:
        claims.talk(model, dispute)
    elif best == model.outside:
        claims.go_outside(model, dispute)
    elif above is not None:
        reconsideration.apply(model, dispute, above)
    elif forum == Forum.ARBITRATION:
        arbitration.apply(model, dispute)
    elif best == model.court:
        claims.sue(model, dispute)
    elif not windows.takes_down(model, dispute, best):
        claims.lodge(model, dispute, slot)


def best_way(model: TwinModel, dispute: Dispute) -> tuple[int, float, Line | None]:
    """The channel of the best open way, its worth with its noise, and the line of reconsideration if that is it."""
    best, best_worth, chosen = LUMP, -float("inf"), None
    for channel, utility, above in _open_ways(model, dispute):
        forum, slot = model.key_for(dispute, channel)
        forum = forum if above is None else above.forum
        worth = utility + model.luck.gumbel(Purpose.CHOICE, dispute.id, forum, slot, dispute.visits[channel])
        if worth > best_worth:
            best, best_worth, chosen = channel, worth, above
    return best, best_worth, chosen


def _open_ways(model: TwinModel, dispute: Dispute) -> list[tuple[int, float, Line | None]]:
    """(channel, utility before the noise, line of reconsideration) of every open way, lower channels first."""
    p = model.p
    ways: list[tuple[int, float, Line | None]] = [(LUMP, rules.lump_utility(p, dispute.attempts), None)]
    if dispute.respondent.kind <= Opponent.ORGANISATION and dispute.visits[TALK] < MOST_TALKS:
        ways.append((TALK, rules.talk_utility(p, dispute.tie, dispute.hostility, dispute.attempts), None))
    for slot in range(p.n_levels):
        if p.forum_of_slot[slot] != Forum.NONE and dispute.visits[FIRST_SLOT + slot] < p.claim_max_visits:
            line = model.line_of(dispute, FIRST_SLOT + slot)
            if line is not None and line.minutes(model) > 0 and petitioning.may_go_to(model, dispute, line):
                ways.append((FIRST_SLOT + slot, _slot_utility(model, dispute, slot, line), None))
    line = model.way_in(dispute, model.court)
    most = 1 if line is not None and line.forum == Forum.ARBITRATION else MOST_SUITS
    upheld = dispute.steps >= rules.RECONSIDERED and model.key_for(dispute, model.court)[0] == Forum.COURT
    if line is not None and dispute.visits[model.court] < most and line.minutes(model) > 0 and not upheld:
        ways.append((model.court, _court_utility(model, dispute, line), None))
    above = reconsideration.office(model, dispute)
    if above is not None:
        ways.append((model.court, _review_utility(model, dispute, above), above))
    if p.on_outside and dispute.attempts >= 1:
        ways.append((model.outside, _outside_utility(model, dispute), None))
    return ways


def _worth_less_escalation(
    model: TwinModel, dispute: Dispute, channel: int, level: int, slot: int, forum: Forum | None = None
) -> float:
    """What may be won at a forum of this level, less the cost of going up to the slot."""
    p = model.p
    forum = model.key_for(dispute, channel)[0] if forum is None else forum
    believed = trusting.belief_in(model, dispute, forum, channel)
    believed = unproved.hoped(model, dispute, forum, believed)
    score = rules.stake_score(unproved.stake_left(model, dispute), p.stake_median, p.stake_sigma)
    worth = rules.forum_worth(
        p, p.claim_const[forum], believed, score, trusting.trust_in(model, dispute.claimant, level)
    )
    return worth - rules.escalation_cost(
        p, slot - p.base, p.n_levels - 1 - p.base, dispute.tie, dispute.claimant.standing
    )


def _slot_utility(model: TwinModel, dispute: Dispute, slot: int, line: Line) -> float:
    utility = _worth_less_escalation(model, dispute, FIRST_SLOT + slot, line.level, slot)
    utility -= rules.wait_cost(model.p, line.wait_days(model))
    gate = claims.gate_before(model, dispute, slot)
    if gate is not None:
        utility -= model.p.claim_gate_cost * float(model.levers["gate_strictness"][dispute.place.index, gate])
    if line.forum == Forum.PETITION:
        utility += _anger(model, dispute)
        utility += trusting.assertiveness(model, dispute, line.level)
    elif model.p.on_migration:
        unequal = float(model.levers["migrant_reach"][dispute.place.index])
        utility -= rules.reach_cost(model.p.migrants_reach, unequal, dispute.claimant.migrant)
    return utility


def _court_utility(model: TwinModel, dispute: Dispute, line: Line) -> float:
    utility = _worth_less_escalation(model, dispute, model.court, line.level, model.p.court_rank)
    utility -= rules.wait_cost(model.p, line.wait_days(model))
    if line.forum == Forum.ARBITRATION:
        utility -= rules.arbitration_cost(model.p, dispute.claimant.legal)
    else:
        utility -= rules.court_cost(model.p, unproved.stake_left(model, dispute), dispute.claimant.legal)
    if model.p.on_migration and dispute.claimant.migrant:
        utility -= model.p.migrants_court
    return utility


def _review_utility(model: TwinModel, dispute: Dispute, line: Line) -> float:
    """As at court, without its fee; the level is that of the government above."""
    utility = _worth_less_escalation(model, dispute, model.court, line.level, line.level, line.forum)
    utility -= rules.wait_cost(model.p, line.wait_days(model))
    utility -= rules.arbitration_cost(model.p, dispute.claimant.legal)
    if model.p.on_migration and dispute.claimant.migrant:
        utility -= model.p.migrants_court
    return utility


def _outside_utility(model: TwinModel, dispute: Dispute) -> float:
    beyond = model.p.n_levels
    utility = _worth_less_escalation(model, dispute, model.outside, beyond, beyond) + _anger(model, dispute)
    return utility + trusting.assertiveness(model, dispute, beyond)


def _anger(model: TwinModel, dispute: Dispute) -> float:
    """Anger of the morning, and others who were active over the same cause last night."""
    units = model.allied_by_cause.get(dispute.cause, 0)
    if dispute.active_at_dawn:
        units -= model.weight_of_ally(dispute)
    anger = rules.anger_worth(model.p, dispute.claimant.mood, rules.allies_in(units))
    return anger + unproved.worth_of_rounds(model, dispute)
