"""The evening: the day's lodgements are put in order and join their lines. Service is tomorrow's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.names import Event, Phase, Purpose, State
from tests.twin import petitioning
from tests.twin import rulebook as rules
from tests.twin.dispute import NEVER, Case

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel

FAR_AHEAD = 30_000


@dataclass(frozen=True)
class Lodging:
    """A claim, referral or transfer of today; `clock_days` is the gate's own clock where there is one."""

    dispute: Dispute
    line: Line
    channel: int
    visit: int
    clock_days: int | None = None
    information: float = 0.0
    referred: bool = False


def join_lines(model: TwinModel) -> None:
    """Phase 3: in the order of the keyed tie-break, never in the order of rows."""

    def order(lodging: Lodging) -> tuple[int, int]:
        one = lodging.dispute.id
        return model.luck.tie_break(one, lodging.line.forum, lodging.line.slot, lodging.visit), one

    for lodging in sorted(model.lodgements, key=order):
        _accept(model, lodging)
    model.lodgements = []


def _accept(model: TwinModel, lodging: Lodging) -> None:
    """Open the case and put the dispute at the tail of the line."""
    p, today, dispute, line = model.p, model.tick, lodging.dispute, lodging.line
    usual = p.petition_review_clock if dispute.steps and line.forum in petitioning.OFFICES else line.clock_days
    days = usual if lodging.clock_days is None else lodging.clock_days
    patience = model.luck.exponential(Purpose.DROPOUT, dispute.id, dispute.episode)
    case = Case(
        line=line,
        channel=lodging.channel,
        visit=lodging.visit,
        opened=today,
        joined=today,
        work_minutes=_work_minutes(model, dispute, line),
        clock_day=NEVER if line.is_court else today + days,
        referred=lodging.referred,
        patience_day=today + rules.whole_days(patience, p.patience_rate / 365.0, FAR_AHEAD),
        found=dispute.voiced is None,
    )
    dispute.case = case
    model.filings.append((dispute, case))
    dispute.information = lodging.information
    dispute.state = State.QUEUED
    dispute.since = today
    dispute.due = min(case.clock_day, case.patience_day)
    line.append(model, dispute)
    model.note(
        Phase.LODGE, Event.ACCEPTED, dispute, forum=line.forum, slot=line.slot, place=line.place,
        detail=case.work_minutes, x=0.0 if line.is_court else case.clock_day, y=case.patience_day, z=dispute.compulsion,
    )  # fmt: skip


def _work_minutes(model: TwinModel, dispute: Dispute, line: Line) -> int:
    """Work content of a session: log-normal with mean 1, clipped, times the hours of a session there."""
    p = model.p
    sigma = p.staff_content_sigma
    z = model.luck.normal(Purpose.CONTENT, dispute.id, line.forum)
    content = rules.clip(rules.exp(sigma * z - sigma * sigma / 2.0), p.staff_content_low, p.staff_content_high)
    return max(1, int(60.0 * p.session_hours[line.forum] * content))
