"""Phase 7 on the last day of a review period: how far people trust each level, as an event and in the daily series.

Sums are over whole units of every resident's trust, so that their order means nothing. No rule reads them.
"""

from __future__ import annotations

from sim.engine.events import emit, head_of
from sim.engine.marks import TICK, TRUST_NOW
from sim.engine.people import residents_of
from sim.engine.trusting import TRUST, heard_shift, own_shift
from sim.jit import inner
from sim.names import Event, Phase
from sim.rules.trust import UNIT, trusted

_TRUST, _PHASE = int(Event.TRUST), int(Phase.INSTITUTIONS)


@inner
def first_trust(st, p):
    """Trust at its anchors, for the series before the first review."""
    if p.on_trust == 1:
        for level in range(p.n_levels + 1):
            st.count[TRUST_NOW + level] = int(UNIT * float(p.trust_level[level]))


@inner
def tell_trust(st, p):
    """One event a level; returns the levels told."""
    tick = int(st.count[TICK])
    if p.on_trust == 0 or (tick + 1) % p.appraisal_review_days != 0:
        return 0
    for level in range(p.n_levels + 1):
        _tell_level(st, p, tick, level)
    return int(p.n_levels) + 1


@inner
def _tell_level(st, p, tick, level):
    anchor = float(p.trust_level[level])
    stance = TRUST + level
    residents, total = 0, 0
    for place in range(st.place_rank.shape[0]):
        first, end = residents_of(st, place)
        if end > first:
            residents += end - first
            total += (end - first) * int(UNIT * trusted(anchor, heard_shift(st, p, place, stance)))
    moved, theirs = 0, 0
    for at in range(st.felt_key.shape[0]):
        code = int(st.felt_key[at])
        if code >= 0 and code & 63 == stance:
            resident = code >> 6
            heard = heard_shift(st, p, int(st.hh_place[int(st.res_household[resident])]), stance)
            own = int(UNIT * trusted(anchor, heard + own_shift(st, p, resident, stance)))
            total += own - int(UNIT * trusted(anchor, heard))
            theirs += own
            moved += 1
    mean_of_theirs = 0.0
    if moved > 0:
        mean_of_theirs = theirs / (UNIT * moved)
    st.count[TRUST_NOW + level] = total // residents
    emit(st, head_of(tick, _PHASE, _TRUST, 0, 0), level, 0, moved, total / (UNIT * residents), mean_of_theirs, 0.0)
