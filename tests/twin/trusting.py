"""What people believe and whom they trust: shifts from the scenario's anchors, moved at night by the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import FAMILY_OF_TYPE, Event, Forum, Phase, Way
from sim.rules.tacitus import GOOD_WORD
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.model import TwinModel
    from tests.twin.people import Place, Resident

Stance = tuple[str, int, int]
"""("belief", forum, dispute family) or ("trust", level, 0)."""


class Shifts:
    """Shifts of one place or one resident: per stance the units and the tick on which they were written."""

    def __init__(self) -> None:
        self.held: dict[Stance, tuple[int, int]] = {}

    def at(self, model: TwinModel, stance: Stance) -> float:
        units, written = self.held.get(stance, (0, model.tick))
        return float(rules.shift_after(units, model.tick - written, model.p.experience_pull))

    def add(self, model: TwinModel, stance: Stance, units: int) -> None:
        now = int(rules.SHIFT * self.at(model, stance))
        self.held[stance] = (now + units, model.tick)


def _anchor(model: TwinModel, stance: Stance) -> float:
    kind, which, _ = stance
    return float(model.p.trust_level[which] if kind == "trust" else model.p.belief_forum[which])


def _belief_stance(dispute: Dispute, forum: Forum) -> Stance:
    if forum == Forum.PREFILING:
        forum = Forum.COURT
    return ("belief", int(forum), int(FAMILY_OF_TYPE[dispute.type]))


def _shift(model: TwinModel, person: Resident, stance: Stance) -> float:
    return person.place.shifts.at(model, stance) + person.shifts.at(model, stance)


def belief_in(model: TwinModel, dispute: Dispute, forum: Forum, channel: int) -> float:
    """What the claimant believes a forum can do in such a matter."""
    p = model.p
    if not p.on_trust:
        return float(rules.belief(p.belief_forum[forum], dispute.fails[channel], p.claim_belief_penalty))
    shift = _shift(model, dispute.claimant, _belief_stance(dispute, forum))
    return float(rules.believed(p.belief_forum[forum], shift))


def trust_in(model: TwinModel, person: Resident, level: int) -> float:
    """How far a resident trusts a level."""
    if not model.p.on_trust:
        return float(model.p.trust_level[level])
    return float(rules.trusted(model.p.trust_level[level], _shift(model, person, ("trust", level, 0))))


def assertiveness(model: TwinModel, dispute: Dispute, level: int) -> float:
    """What the most trust lost in a level below this one adds to going to it."""
    p = model.p
    if not p.on_trust:
        return 0.0
    below = {dispute.place.run[slot].level for slot in range(p.base, p.n_levels)}
    lost = [p.trust_level[one] - trust_in(model, dispute.claimant, one) for one in below if one < level]
    return float(rules.assertive_worth(p, max([0.0, *lost])))


def feel(model: TwinModel, dispute: Dispute, forum: Forum, level: int, way: Way, *, felt_fair: bool = False) -> None:
    """A case ended, or a claim was turned away: what the claimant makes of it tonight."""
    decides = forum in (Forum.COURT, Forum.ARBITRATION) or (forum != Forum.COMMITTEE and dispute.faces_authority)
    _remember(model, dispute, _belief_stance(dispute, forum), rules.efficacy_felt(way, int(felt_fair)))
    _remember(model, dispute, ("trust", level, 0), rules.intent_felt(way, int(felt_fair), int(decides)))
    if way == Way.PROMISE:
        dispute.promised = (forum, level)


def feel_broken_promise(model: TwinModel, dispute: Dispute) -> None:
    """It was shelved with a promise and is back."""
    if dispute.way == Way.PROMISE and dispute.promised is not None:
        forum, level = dispute.promised
        _remember(model, dispute, _belief_stance(dispute, forum), -1)
        _remember(model, dispute, ("trust", level, 0), -1)


def feel_harm(model: TwinModel, dispute: Dispute) -> None:
    """A grievance against an authority is out: its level is trusted less."""
    if dispute.faces_authority:
        assert dispute.respondent.place is not None
        _remember(model, dispute, ("trust", dispute.respondent.place.level, 0), -1)


def _remember(model: TwinModel, dispute: Dispute, stance: Stance, felt: int) -> None:
    if model.p.on_trust and felt:
        model.felt_today.append((dispute, stance, felt))


def remember_past(model: TwinModel) -> None:
    """Tries in vain of the past count as failures of one's own, at the anchor, on the day before the first."""
    p = model.p
    if not p.on_trust:
        return
    model.tick = -1
    for dispute in model.disputes.values():
        for channel, fails in enumerate(dispute.fails):
            if fails:
                stance = _belief_stance(dispute, model.key_for(dispute, channel)[0])
                units = fails * rules.own_units(p, _anchor(model, stance), -1)
                dispute.claimant.shifts.add(model, stance, units)
    model.tick = 0


def move_stances(model: TwinModel) -> None:
    """Night: what was lived through moves those who did, and, less, all who live there."""
    p = model.p
    moves = []
    for dispute, stance, felt in model.felt_today:
        person, place = dispute.claimant, dispute.place
        own = rules.trusted(_anchor(model, stance), _shift(model, person, stance))
        there = rules.trusted(_anchor(model, stance), place.shifts.at(model, stance))
        kind = GOOD_WORD if stance[0] == "trust" and felt > 0 else felt
        moves.append((person.shifts, stance, rules.own_units(p, own, kind)))
        moves.append((place.shifts, stance, rules.heard_units(p, there, kind, len(place.residents))))
    for shifts, stance, units in moves:
        shifts.add(model, stance, units)
    model.felt_today = []


def tell_trust(model: TwinModel) -> None:
    """At a review: the mean over all residents by level, and over those who were moved by a case of their own."""
    if not model.p.on_trust:
        return
    everyone = [one for place in model.places for one in place.residents]
    for level in range(model.p.n_levels + 1):
        units = [int(rules.SHIFT * trust_in(model, one, level)) for one in everyone]
        own = [n for n, one in zip(units, everyone, strict=True) if ("trust", level, 0) in one.shifts.held]
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.TRUST, level, detail=len(own),
            x=sum(units) / (rules.SHIFT * len(units)), y=sum(own) / (rules.SHIFT * len(own)) if own else 0.0,
        )  # fmt: skip


def lose_by_alarms(model: TwinModel, place: Place, alarms: int) -> None:
    """Knocks in vain cost the level of the lowest forum."""
    if model.p.on_trust:
        stance: Stance = ("trust", place.run[model.p.base].level, 0)
        there = rules.trusted(_anchor(model, stance), place.shifts.at(model, stance))
        place.shifts.add(model, stance, rules.alarm_units(model.p, there, alarms, len(place.residents)))
