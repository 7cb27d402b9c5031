"""What a dispute's career leaves for the indicators, by `definitions` 1 and 4: no rule reads any of it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import Opponent, Way

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.model import TwinModel

ADMINISTRATIVE, COURT, OUTSIDE = "administrative", "court", "outside"


def claimed(model: TwinModel, dispute: Dispute, level: int, family: str) -> None:
    """A claim at a level, whether or not it reaches the window: escalation, skip, attempt above home."""
    dispute.escalated = dispute.escalated or -1 < dispute.reach < level
    offered = {dispute.place.run[slot].level for slot in range(model.p.n_levels) if model.p.forum_of_slot[slot]}
    dispute.skipped = dispute.skipped or any(
        between in offered and between not in dispute.levels_tried for between in range(dispute.home, level)
    )
    dispute.levels_tried.add(level)
    dispute.reach = max(dispute.reach, level)
    if family != COURT and dispute.home < min(level, model.p.n_levels):
        dispute.attempted_above = True


def lodged(model: TwinModel, dispute: Dispute, level: int, family: str) -> None:
    """A claim that reached the window: the three families of spill, and lawful review of a government level."""
    if level <= dispute.home:
        return
    if family == COURT:
        dispute.sued_above = True
        return
    if family == OUTSIDE:
        dispute.lodged_outside = True
    else:
        dispute.lodged_above = True
        next_up = dispute.place.run[dispute.home + 1].level
        if dispute.respondent.kind == Opponent.GOVERNMENT and level == next_up:
            dispute.lawful_review = True
    if dispute.first_spill is None:
        dispute.first_spill = model.tick


def passed_upward(model: TwinModel, dispute: Dispute, level: int) -> None:
    """A failed case that goes up is counted once against the principal of the place where it failed."""
    behind = dispute.failed_at
    if behind is not None and behind.level < level:
        model.principals[behind.index].see_passed_upward()
        dispute.failed_at = None


def heard(dispute: Dispute, case: Case) -> None:
    """A session was held."""
    dispute.heard = True
    if case.line.at_court and dispute.exclusive:
        dispute.reached_remedy = True


def ended(dispute: Dispute, way: Way, day: int) -> None:
    """A case or an attempt ended."""
    dispute.way, dispute.last_end = way, day
