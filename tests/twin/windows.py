"""Windows in the twin: a matter is written down, kept some days, and sent on by somebody who may not know to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose, State
from tests.twin import career, desks, petitioning
from tests.twin import rulebook as rules
from tests.twin.lodging import Lodging

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel

FIRST_SLOT = 2


def takes_down(model: TwinModel, dispute: Dispute, channel: int) -> bool:
    """Whether the claim comes through a window today; if so it goes no further today."""
    if not model.p.on_windows:
        return False
    window = Forum(rules.which_window(model.p, model.luck.uniform(Purpose.WINDOW, dispute.id, dispute.episode)))
    if window == Forum.NONE:
        return False
    wait = desks.wait_for(model, dispute, window)
    if wait is None:
        return False
    dispute.window, dispute.bound_for, dispute.astray = window, channel, False
    dispute.state = State.AT_WINDOW
    dispute.due = model.tick + model.p.windows_days + wait
    model.note(
        Phase.DUE, Event.CONTACT, dispute, forum=window, detail=channel,
        x=dispute.hostility, y=dispute.interest, z=float(wait),
    )  # fmt: skip
    return True


def send(model: TwinModel, dispute: Dispute) -> None:
    """Dispatch: to whoever has the remit, unless it is first sent to somebody who has not."""
    channel, line = _remit(model, dispute)
    lever = float(model.levers["misrouting"][line.place.index])
    chance = rules.misdirected_probability(model.p, dispute.window, lever)
    luck = model.luck.uniform(Purpose.MISDIRECTED, dispute.id, dispute.episode)
    wrong = not dispute.astray and luck < chance
    if wrong:
        dispute.astray = True
        dispute.hostility = rules.heated(dispute.hostility, model.p.misroute_hostility)
        dispute.due = model.tick + model.p.windows_back_days
    model.note(
        Phase.DUE, Event.DISPATCHED, dispute, forum=line.forum, slot=line.slot, place=line.place,
        detail=dispute.window | int(wrong) << 8, x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip
    if wrong:
        return
    career.claimed(model, dispute, line.level, career.ADMINISTRATIVE)
    career.passed_upward(model, dispute, line.level)
    visit = dispute.visits[channel]
    dispute.visits[channel] += 1
    career.lodged(model, dispute, line.level, career.ADMINISTRATIVE)
    model.lodgements.append(Lodging(dispute, line, channel, visit, referred=True))


def _remit(model: TwinModel, dispute: Dispute) -> tuple[int, Line]:
    for slot in range(model.p.base, model.p.n_levels):
        line = model.line_of(dispute, FIRST_SLOT + slot)
        if line is None or line.level < dispute.home or line.minutes(model) == 0:
            continue
        if not petitioning.may_go_to(model, dispute, line):
            continue
        if dispute.visits[FIRST_SLOT + slot] < model.p.claim_max_visits:
            return FIRST_SLOT + slot, line
    return dispute.bound_for, model.need_line(dispute, dispute.bound_for)
