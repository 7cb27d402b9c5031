"""Filling `Seen` for dynamic policies: last review period's reported figures, and nothing that the books do not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.engine.blocks import REPORTED_BLOCKS
from sim.levers import Seen

if TYPE_CHECKING:
    from sim.engine.run import Run


def reported_figures(run: Run) -> Seen:
    """What institutions saw in the last whole review period before today (zeros before the first)."""
    st, days = run.state, int(run.p.appraisal_review_days)
    periods = run.tick // days
    block = (periods - 1) % REPORTED_BLOCKS
    known = 1 if periods > 0 else 0
    facts = run.book.facts
    return Seen(
        day=run.day,
        period_days=days,
        accepted=st.place_accepted[:, block] * known,
        booked_success=st.place_booked[:, block] * known,
        registered_petitions=st.place_registered[:, block] * known,
        contacts=np.zeros(facts.n_places, dtype=np.int64),
        kinds=facts.kinds,
        levels=tuple(facts.levels[rank] for rank in facts.rank),
    )
