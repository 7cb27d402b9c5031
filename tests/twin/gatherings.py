"""The evening of a cause: when enough people pursue it they stand up together, and one of them goes for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose, State
from tests.twin import career
from tests.twin import rulebook as rules
from tests.twin.dispute import ACTIVE
from tests.twin.lodging import Lodging

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.model import TwinModel

FIRST_SLOT = 2


def gather_groups(model: TwinModel) -> None:
    """Group incidents over causes that more people pursue than last night."""
    p = model.p
    if not p.on_gatherings:
        return
    by_cause: dict[int, list[Dispute]] = {}
    for dispute in model.living:
        if dispute.state in ACTIVE:
            by_cause.setdefault(dispute.cause, []).append(dispute)
    for cause, active in by_cause.items():
        more = len(active) > model.active_by_cause.get(cause, 0)
        last = model.gathered.get(cause)
        rested = last is None or model.tick - last >= p.gathering_pause
        if more and rested:
            crowd = [one for one in active if _stands_up(model, one, len(active) - 1)]
            if len(active) >= p.gathering_size and rules.is_incident(len(crowd), p.gathering_size):
                _stand_up(model, cause, crowd)


def _stands_up(model: TwinModel, dispute: Dispute, others: int) -> bool:
    u = model.luck.uniform(Purpose.GATHER, dispute.id)
    return bool(rules.stands_up(rules.others_needed(u, model.p.gathering_size), others))


def _slot(model: TwinModel) -> int:
    """The highest petition office, else the highest forum."""
    forums = model.p.forum_of_slot
    petitions = [slot for slot, forum in enumerate(forums) if forum == Forum.PETITION]
    return max(petitions or [slot for slot, forum in enumerate(forums) if forum != Forum.NONE])


def _stand_up(model: TwinModel, cause: int, crowd: list[Dispute]) -> None:
    p, slot = model.p, _slot(model)
    crowd = sorted(crowd, key=lambda one: (one.born, one.id))
    first = crowd[0]
    office = first.place.run[slot]
    model.gathered[cause] = model.tick
    for one in crowd:
        one.grouped = True
    model.incidents.append((model.tick, office))
    below = {first.place.run[r].index for r in range(p.base, slot) if p.forum_of_slot[r] != Forum.NONE}
    for index in below - {office.index}:
        model.principals[index].see_passed_upward()
    speakers = [one for one in crowd if _may_speak(model, one, FIRST_SLOT + slot)]
    if speakers:
        speakers[0].speaks = True
        speakers[0].transfer = FIRST_SLOT + slot
        speakers[0].due = model.tick + 1
    across = sum(one.place is not first.place for one in crowd)
    model.history.note(
        model.tick, Phase.SPREAD, Event.GROUP, cause, forum=Forum(p.forum_of_slot[slot]), slot=slot, other=office.key,
        detail=len(crowd) | across << 16 | bool(speakers) << 32, x=max(one.hostility for one in crowd),
    )  # fmt: skip


def _may_speak(model: TwinModel, dispute: Dispute, channel: int) -> bool:
    if dispute.state != State.OPEN or dispute.to_trial or dispute.transfer is not None:
        return False
    return dispute.visits[channel] < model.p.claim_max_visits and model.need_line(dispute, channel).minutes(model) > 0


def go_together(model: TwinModel, dispute: Dispute, channel: int) -> None:
    """The day after: the one who speaks for all lodges high up; nobody stops a crowd on the way."""
    line = model.need_line(dispute, channel)
    dispute.speaks, dispute.transfer = False, None
    career.claimed(model, dispute, line.level, career.ADMINISTRATIVE)
    behind = dispute.failed_at
    if behind is not None and behind.level < line.level:
        model.principals[behind.index].see_passed_upward()
        dispute.failed_at = None
    visit = dispute.visits[channel]
    dispute.visits[channel] += 1
    career.lodged(model, dispute, line.level, career.ADMINISTRATIVE)
    model.note(
        Phase.DUE, Event.TOGETHER, dispute, forum=line.forum, slot=line.slot, place=line.place,
        x=dispute.hostility, y=dispute.interest,
    )  # fmt: skip
    model.lodgements.append(Lodging(dispute, line, channel, visit))
