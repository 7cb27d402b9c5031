"""Review blocks: the rings in which principals and books count.

The true ring feeds the appraisal, the reported one what is seen.
"""

from __future__ import annotations

from typing import Final

from sim.engine.marks import TICK
from sim.jit import inner

REPORTED_BLOCKS: Final = 8
"""Review periods kept of what the books say."""


@inner
def review_block(st, p):
    """Column of today in the rings of the principal's own counts."""
    return (int(st.count[TICK]) // p.appraisal_review_days) % p.appraisal_window_blocks


@inner
def reported_block(st, p):
    """Column of today in the rings of reported counts."""
    return (int(st.count[TICK]) // p.appraisal_review_days) % REPORTED_BLOCKS
