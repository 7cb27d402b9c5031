"""What a chosen way leads to on the same day: a block, a gate, a closed court door, or a place in a line tonight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose, State, Way
from tests.twin import career
from tests.twin import rulebook as rules
from tests.twin.ends import fail, lay_down, pause, suppress
from tests.twin.lodging import Lodging
from tests.twin.prefiling import offers
from tests.twin.trusting import feel

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel
    from tests.twin.people import Place

LUMP, TALK, FIRST_SLOT = 0, 1, 2


def lump(model: TwinModel, dispute: Dispute) -> None:
    """Give it up for now."""
    dispute.visits[LUMP] += 1
    career.ended(dispute, Way.LUMPED, model.tick)
    lay_down(model, dispute, model.tick, model.p.lump_reopen)


def talk(model: TwinModel, dispute: Dispute) -> None:
    """Talk to the other side for some days."""
    dispute.visits[TALK] += 1
    dispute.state = State.TALK
    dispute.due = model.tick + int(model.p.talk_days)


def lodge(model: TwinModel, dispute: Dispute, slot: int) -> None:
    """Claim at the administrative forum of a slot: past the principal below, then past a gate, into the line."""
    p, channel = model.p, FIRST_SLOT + slot
    line = model.need_line(dispute, channel)
    career.claimed(model, dispute, line.level, career.ADMINISTRATIVE)
    _count_passed_upward(model, dispute, line.level)
    visit = dispute.visits[channel]
    if slot > p.base:
        below = max(r for r in range(slot) if p.forum_of_slot[r] != Forum.NONE)
        if _blocked(model, dispute, line.forum, slot, visit, dispute.place.run[below], to_outside=0):
            return
    dispute.visits[channel] += 1
    career.lodged(model, dispute, line.level, career.ADMINISTRATIVE)
    gate = gate_before(model, dispute, slot)
    if gate is not None:
        strictness = float(model.levers["gate_strictness"][dispute.place.index, gate])
        chance = strictness
        if p.on_closeness:
            chance = rules.gate_for(strictness, p.cadres_gate, dispute.claimant.closeness)
        if model.luck.uniform(Purpose.GATE, dispute.id, line.forum, slot, visit, gate) < chance:
            _send_down(model, dispute, line, visit, gate, strictness)
            return
    model.lodgements.append(Lodging(dispute, line, channel, visit))


def sue(model: TwinModel, dispute: Dispute) -> None:
    """Ask the court to file."""
    line = model.need_line(dispute, model.court)
    career.claimed(model, dispute, line.level, career.COURT)
    visit = dispute.visits[model.court]
    dispute.visits[model.court] += 1
    career.lodged(model, dispute, line.level, career.COURT)
    if model.luck.uniform(Purpose.REFUSE, dispute.id, Forum.COURT, line.slot, visit) < model.p.court_refuse:
        fail(model, dispute, model.court, Way.NOT_FILED)
        feel(model, dispute, Forum.COURT, line.level, Way.NOT_FILED)
        model.note(
            Phase.DUE, Event.NOT_FILED, dispute, forum=Forum.COURT, slot=line.slot, place=line.place,
            x=dispute.hostility, y=dispute.interest,
        )  # fmt: skip
        return
    if not offers(model, dispute, line, visit):
        model.lodgements.append(Lodging(dispute, line, model.court, visit))


def go_outside(model: TwinModel, dispute: Dispute) -> None:
    """Set out with a petition beyond the tree."""
    p = model.p
    career.claimed(model, dispute, p.n_levels, career.OUTSIDE)
    _count_passed_upward(model, dispute, p.n_levels)
    visit = dispute.visits[model.outside]
    if _blocked(model, dispute, Forum.OUTSIDE, p.n_levels, visit, dispute.place.run[p.top], to_outside=1):
        return
    dispute.visits[model.outside] += 1
    career.lodged(model, dispute, p.n_levels, career.OUTSIDE)
    dispute.state = State.AWAY
    dispute.due = model.tick + int(p.clocks_outside)


def _count_passed_upward(model: TwinModel, dispute: Dispute, level: int) -> None:
    """A failed case that goes up is counted once against the principal of the place where it failed."""
    behind = dispute.failed_at
    if behind is not None and behind.level < level:
        model.principals[behind.index].see_passed_upward()
        dispute.failed_at = None


def _blocked(
    model: TwinModel, dispute: Dispute, forum: Forum, slot: int, visit: int, blocker: Place, *, to_outside: int
) -> bool:
    """Whether the principal below the target stops the claim; if so, with all that follows."""
    p, blocks = model.p, dispute.blocks
    suppression = model.principals[blocker.index].suppression
    chance = rules.block_probability(suppression, to_outside, blocks, p.suppress_leak_outside, p.suppress_repeat_factor)
    if model.luck.uniform(Purpose.SUPPRESS, dispute.id, forum, slot, visit, blocks) >= chance:
        return False
    dispute.blocks += 1
    career.ended(dispute, Way.BLOCKED, model.tick)
    dispute.hostility = rules.heated(dispute.hostility, p.suppress_hostility)
    model.schedule_treatment(dispute, blocker, forum, slot, visit, blocks)
    model.hurt_today.append(dispute)
    feel(model, dispute, forum, blocker.level, Way.BLOCKED)
    model.note(
        Phase.DUE, Event.BLOCKED, dispute, forum=forum, slot=slot, place=blocker,
        x=dispute.hostility, y=dispute.interest, z=chance,
    )  # fmt: skip
    suppress(model, dispute, model.tick, p.suppress_return_rate)
    return True


def gate_before(model: TwinModel, dispute: Dispute, slot: int) -> int | None:
    """The lowest slot below that asks to be tried first and sees the matter as small enough."""
    p, levers, row = model.p, model.levers, dispute.place.index
    if not p.on_gate or dispute.steps:
        return None
    for g in range(p.base, slot):
        if p.forum_of_slot[g] == Forum.NONE or dispute.visits[FIRST_SLOT + g] > 0:
            continue
        if levers["gate_strictness"][row, g] > 0.0 and dispute.observed <= levers["gate_threshold"][row, g]:
            return g
    return None


def _send_down(model: TwinModel, dispute: Dispute, target: Line, visit: int, gate: int, strictness: float) -> None:
    """An empty referral: the claimant goes along to the lower forum, or thinks it over."""
    p, below = model.p, FIRST_SLOT + gate
    line = model.need_line(dispute, below)
    weight = rules.power_of_strictness(strictness, p.settle_compulsion_power)
    dispute.hostility = rules.heated(dispute.hostility, p.gate_referral_hostility * weight)
    dispute.gated = True
    model.schedule_treatment(dispute, target.place, target.forum, target.slot, visit, dispute.blocks)
    model.hurt_today.append(dispute)
    feel(model, dispute, target.forum, target.level, Way.RETURNED)
    try_number = dispute.visits[below]
    u = model.luck.uniform(Purpose.CONSENT, dispute.id, line.forum, gate, try_number, 0)
    goes_along = u < p.answer_claimant_agrees
    model.note(
        Phase.DUE, Event.RETURNED, dispute, forum=target.forum, slot=target.slot, place=line.place,
        detail=int(goes_along), x=dispute.hostility, y=dispute.interest, z=strictness,
    )  # fmt: skip
    if not goes_along:
        career.ended(dispute, Way.RETURNED, model.tick)
        pause(model, dispute)
        return
    dispute.visits[below] += 1
    dispute.compulsion = strictness
    dispute.gate_target = FIRST_SLOT + target.slot
    days = int(model.levers["gate_clock"][dispute.place.index, gate])
    model.lodgements.append(Lodging(dispute, line, below, try_number, clock_days=days, referred=True))
