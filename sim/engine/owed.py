"""Which ends leave terms to be performed, and a dispute's wait for their day. What becomes of them: `terms`."""

from __future__ import annotations

from sim.engine.calendar import set_timer
from sim.engine.machine import enter
from sim.engine.marks import TICK
from sim.jit import inner
from sim.names import Forum, State, Terms, Way

_COURT, _PENDING = int(Forum.COURT), int(State.PENDING)
_ARBITRATION = int(Forum.ARBITRATION)
_CONSENT, _GRANTED, _TO_COME = int(Way.CONSENT), int(Way.GRANTED), int(Terms.PENDING)


@inner
def has_terms(p, forum, way):
    """True for an agreement before a forum, and a judgment or award for the claimant.

    A department that grants a claim against an authority performs it at once; what was pressed has no terms of its own.
    """
    if p.on_performance == 0:
        return False
    return way == _CONSENT or (way == _GRANTED and (forum == _COURT or forum == _ARBITRATION))


@inner
def await_terms(st, p, i, filing):
    """Keep the case that ended in mind until its terms are due; interest stays until they are performed."""
    tick = int(st.count[TICK])
    st.filing[i] = filing
    st.filing_terms[filing] = _TO_COME
    st.since[i] = tick
    enter(st, i, _PENDING)
    set_timer(st, i, tick + int(p.perform_days))


@inner
def ordered(forum, confirmed):
    """True where terms were ordered, not agreed: judgments and awards; what a tribunal took down is confirmed."""
    return forum == _COURT or (forum == _ARBITRATION and confirmed == 0)
