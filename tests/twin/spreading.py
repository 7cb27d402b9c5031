"""The night: what was hurt today is felt by others tomorrow, and may make grievances of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Purpose, State
from tests.twin import rulebook as rules
from tests.twin.dispute import ACTIVE

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.model import TwinModel
    from tests.twin.people import Household

LIVE = ACTIVE | {State.LUMPED, State.SUPPRESSED}


def spread(model: TwinModel) -> None:
    """Phase 6: push moods and pressure, then see which households have had enough."""
    p = model.p
    touched: dict[tuple[int, int], Household] = {}
    for dispute in model.hurt_today:
        dispute.claimant.push_mood(rules.own_mood_push(p, dispute.hostility))
        heat = rules.heat_above(dispute.hostility, p.spread_hot)
        if not p.on_spread or heat <= 0.0:
            continue
        dispute.pushed = True
        ties = dispute.claimant.household.ties
        total = sum((p.tie_spread[kind] for _, kind in ties), 0.0)
        for household, kind in ties:
            mood, pressure = _push(model, dispute, heat, p.tie_spread[kind], total, len(ties))
            for member in household.members:
                if member.adult:
                    member.push_mood(mood)
            if household is not dispute.respondent.household:
                pair = (dispute.cause, household.key)
                model.pressure[pair] = model.pressure.get(pair, 0) + pressure
                touched[pair] = household
    for (cause, key), household in touched.items():
        if (cause, key) in model.fired:
            continue
        if rules.fires(model.luck.exponential_at(Purpose.CONTAGION, cause, key), model.pressure[cause, key]):
            model.fired.add((cause, key))
            model.scheduled_contagion.append((_parent(model, cause, household), household))
    model.hurt_today = []


def _push(model: TwinModel, dispute: Dispute, heat: float, weight: float, total: float, ties: int) -> tuple[int, int]:
    """(mood, pressure) of one hot failure along a tie of this weight, of `total` over all `ties`."""
    p = model.p
    contagion = p.type_contagion[dispute.type]
    if not p.on_tie_kinds:
        return rules.mood_push(p, heat), rules.pressure(p, contagion, heat, ties)
    mood = rules.mood_by_tie(p, heat, weight, total, ties)
    return mood, rules.pressure_by_tie(p, contagion, heat, weight, total)


def _parent(model: TwinModel, cause: int, household: Household) -> Dispute:
    """The earliest-born dispute of the cause that has pushed this household and is not at rest for good."""
    tied = {neighbour.key for neighbour, kind in household.ties if model.p.tie_spread[kind] > 0.0}
    found = [
        dispute
        for dispute in model.disputes.values()
        if dispute.cause == cause
        and dispute.pushed
        and dispute.claimant.household.key in tied
        and (dispute.state in LIVE or dispute in model.hurt_today)
    ]
    return min(found, key=lambda dispute: (dispute.born, dispute.id))
