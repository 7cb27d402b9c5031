"""Filling `Seen` for dynamic policies: last review period's reported figures, nothing that the books do not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.engine.blocks import REPORTED_BLOCKS
from sim.engine.state import Columns
from sim.levers import Seen

if TYPE_CHECKING:
    from sim.levers import PublicFacts


def reported_figures(columns: Columns, facts: PublicFacts, *, tick: int, day: int, review_days: int) -> Seen:
    """What institutions saw in the last whole review period before today (zeros before the first)."""
    periods = tick // review_days
    block = (periods - 1) % REPORTED_BLOCKS
    known = 1 if periods > 0 else 0
    return Seen(
        day=day,
        period_days=review_days,
        accepted=columns.place_accepted[:, block] * known,
        booked_success=columns.place_booked[:, block] * known,
        registered_petitions=columns.place_registered[:, block] * known,
        group_incidents=columns.place_gathered[:, block] * known,
        contacts=columns.place_contacts[:, block] * known,
        demands_responded=columns.place_responded[:, block] * known,
        demands_solved=columns.place_solved[:, block] * known,
        demands_satisfied=columns.place_satisfied[:, block] * known,
        kinds=facts.kinds,
        levels=tuple(facts.levels[rank] for rank in facts.rank),
    )
