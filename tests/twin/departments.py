"""Departments that must turn up together: which a root needs, who comes to a session, a case put aside; wrong desks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Department, DisputeType, Event, Phase, Purpose
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.model import TwinModel

Departments = frozenset[Department]
NONE: Departments = frozenset()


def needed(model: TwinModel, own_id: int, kind: DisputeType) -> Departments:
    """Draw how many departments a root needs, then which, one after the other down the order of its type."""
    p, luck = model.p, model.luck
    if not p.on_departments:
        return NONE
    u = luck.uniform(Purpose.DEPARTMENTS, own_id)
    possible = [
        k for k, total in enumerate(p.type_departments[kind]) if k == 0 or total > p.type_departments[kind][k - 1]
    ]
    number = next((k for k in possible if u < p.type_departments[kind][k]), possible[-1])
    order = [Department(one) for one in p.type_order[kind] if one >= 0]
    chosen: list[Department] = []
    for turn in range(1, number + 1):
        left = [one for one in order if one not in chosen]
        drawn = (
            one for one in left if luck.uniform(Purpose.DEPARTMENTS, own_id, turn, order.index(one)) < p.joint_lead
        )
        chosen.append(next(drawn, left[-1]))
    return frozenset(chosen)


def bits(departments: Departments) -> int:
    """As they stand in events."""
    return sum(1 << one for one in departments)


def all_come(model: TwinModel, dispute: Dispute, case: Case) -> bool:
    """Call those that the matter needs; if one is missing the session is lost."""
    if not dispute.needs:
        return True
    levels_above = max(0, case.place.level - model.p.office_slot)
    chance = rules.turnout_probability(model.p, levels_above, float(model.levers["turnout"][case.place.index]))
    came = frozenset(one for one in dispute.needs if _comes(model, dispute, case, one, chance))
    case.joint_minutes += len(came) * case.work_minutes
    missing = came != dispute.needs
    if missing:
        case.missing += 1
        dispute.hostility = rules.heated(dispute.hostility, model.p.joint_heat)
    model.note(
        Phase.SERVE, Event.DEPARTMENTS, dispute, forum=case.forum, slot=case.slot, place=case.place,
        detail=case.sessions | bits(came) << 16 | bits(dispute.needs) << 32,
        x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip
    return not missing


def _comes(model: TwinModel, dispute: Dispute, case: Case, one: Department, chance: float) -> bool:
    entity = case.forum * 16 + one
    return bool(model.luck.uniform(Purpose.TURNOUT, dispute.id, entity, case.slot, case.visit, case.sessions) < chance)


def put_aside(model: TwinModel, dispute: Dispute, case: Case) -> None:
    """Blame passes sideways: the case leaves its line for some days."""
    days = model.p.joint_blame_days
    case.line.waiting.remove(dispute)
    if days == 0:
        case.line.waiting.append(dispute)
        case.joined = model.tick
        return
    case.back_on = model.tick + days
    dispute.due = min(case.back_on, case.clock_day, case.patience_day)


def comes_back(model: TwinModel, dispute: Dispute) -> bool:
    """Whether a case that was put aside stands in its line again from today; its clock and patience come first."""
    case = dispute.case
    assert case is not None
    until = min(case.clock_day, case.patience_day)
    if case.back_on != model.tick or until <= model.tick:
        return False
    case.back_on = None
    case.joined = model.tick
    case.line.append(model, dispute)
    dispute.due = until
    model.note(
        Phase.DUE, Event.RESUMED, dispute, forum=case.forum, slot=case.line.column, place=case.place,
        x=dispute.hostility, y=dispute.interest,
    )  # fmt: skip
    return True


def wrong_desk(model: TwinModel, dispute: Dispute, case: Case) -> bool:
    """Whether this hearing, the first of a claim above the lowest forum, is spent at the wrong desk."""
    p = model.p
    if not p.on_misrouting or case.referred or case.misrouted or case.sessions or not case.line.has_desks(model):
        return False
    chance = rules.misroute_probability(p, float(model.levers["misrouting"][case.place.index]))
    if model.luck.uniform(Purpose.MISROUTE, dispute.id, case.forum, case.slot, case.visit) >= chance:
        return False
    case.misrouted = True
    dispute.hostility = rules.heated(dispute.hostility, p.misroute_hostility)
    case.line.waiting.remove(dispute)
    case.line.waiting.append(dispute)
    case.joined = model.tick
    model.note(
        Phase.SERVE, Event.MISROUTED, dispute, forum=case.forum, slot=case.slot, place=case.place,
        x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip
    return True
