"""Mechanisms that a scenario has to switch on: answered hostility, crowds, claims for what petitioning pays."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sim.names import Forum, Purpose, State, Way
from tests.twin import rulebook as rules
from tests.twin.dispute import ACTIVE

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.model import TwinModel

FIRST_SLOT = 2
PETITIONS = (Forum.PETITION, Forum.OUTSIDE)


def answer_each_other(model: TwinModel, dispute: Dispute) -> None:
    """The parties met and did not settle: each is heated by what the other was."""
    p = model.p
    if not p.on_spiral:
        return
    mine, theirs = dispute.hostility, rules.temper_of(dispute.temper)
    dispute.hostility = rules.answered(mine, theirs, p.spiral_strength)
    dispute.temper = rules.temper_units(rules.answered(theirs, mine, p.spiral_strength))


def calm_respondent(model: TwinModel, dispute: Dispute) -> None:
    if model.p.on_spiral:
        dispute.temper = rules.temper_units(rules.temper_of(dispute.temper) * model.p.returns_calm)


def cool_respondent(model: TwinModel, dispute: Dispute, days: int) -> None:
    if model.p.on_spiral:
        left = rules.cooled(rules.temper_of(dispute.temper), days, model.p.press_decay)
        dispute.temper = rules.temper_units(left)


def gather_crowds(model: TwinModel) -> None:
    """The evening: whoever keeps still over a cause that moved today may come forward tomorrow, once in a life."""
    stirred, model.stirred = model.stirred, set()
    if not model.p.on_crowd:
        return
    standing = [one for one in model.living if one.cause in stirred]
    active = Counter(one.cause for one in standing if one.state in ACTIVE)
    for dispute in standing:
        if dispute.state not in (State.LATENT, State.LUMPED) or dispute.joined_crowd:
            continue
        others = active[dispute.cause]
        u = model.luck.uniform(Purpose.CROWD, dispute.id)
        threshold = rules.own_threshold(model.p, u, model.luck.normal(Purpose.CROWD, dispute.id, 1))
        if others and rules.joins(threshold, others):
            dispute.joined_crowd = dispute.called = True
            dispute.due = model.tick + 1
            if dispute.state == State.LATENT:
                dispute.voice = model.tick + 1
            else:
                dispute.return_day = model.tick + 1


def was_called(dispute: Dispute) -> bool:
    """Whether it comes forward today because others stood up; asked once."""
    called, dispute.called = dispute.called, False
    return called


def is_driven(model: TwinModel, dispute: Dispute) -> bool:
    """Whether this is one of the keyed share that is pursued for what petitioning pays."""
    return bool(model.p.on_profit) and model.luck.uniform(Purpose.PROFIT, dispute.id) < model.p.profit_share


def worth_of_rounds(model: TwinModel, dispute: Dispute) -> float:
    """What earlier petitions add to the worth of the next."""
    if not is_driven(model, dispute):
        return 0.0
    slots = [r for r in range(model.p.n_levels) if model.p.forum_of_slot[r] == Forum.PETITION]
    rounds = dispute.visits[model.outside] + sum(dispute.visits[FIRST_SLOT + r] for r in slots)
    worth: float = rules.profit_worth(model.p, rounds, _calm_at(model, dispute))
    return worth


def _calm_at(model: TwinModel, dispute: Dispute) -> float:
    """Chance that the claimant's place pays off a petition that is not settled."""
    return float(model.levers["calm_pay"][dispute.place.index])


def hoped(model: TwinModel, dispute: Dispute, forum: Forum, believed: float) -> float:
    """Belief in a forum, with what petition offices are known to pay."""
    if forum == Forum.PETITION:
        believed = float(rules.counted_on(model.p, believed, _calm_at(model, dispute)))
    return believed


def shelved(model: TwinModel, dispute: Dispute, forum: Forum) -> float:
    """Chance that what could not be settled is shelved: with a promise, or at a petition office with a payment."""
    promised = float(model.p.promise_share) if model.p.on_promise else 0.0
    if forum == Forum.PETITION:
        promised = float(rules.shelved_share(promised, _calm_at(model, dispute)))
    return promised


def stake_left(model: TwinModel, dispute: Dispute) -> float:
    """What the claimant still has to ask for where losses are insured."""
    cover = float(model.levers["loss_cover"][dispute.place.index])
    return float(rules.stake_left(dispute.stake, int(dispute.type), cover))


def rate_after(model: TwinModel, dispute: Dispute, forum: Forum, way: Way, rate: float) -> float:
    """Petitioning has paid: such a claimant comes back sooner."""
    if forum in PETITIONS and way in (Way.GRANTED, Way.PROMISE) and is_driven(model, dispute):
        return float(rules.profit_return(model.p, rate))
    return rate
