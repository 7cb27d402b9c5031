"""Phase 7 on the last day of a review period: how far people trust each level, as an event and in the daily series.

Sums are over whole units of every resident's trust, so that their order means nothing. No rule reads them.
"""

from __future__ import annotations

from sim.engine.events import emit, head_of
from sim.engine.marks import TICK, TRUST_NOW
from sim.engine.memory import shift_now
from sim.engine.people import residents_of
from sim.engine.trusting import TRUST, heard_shift
from sim.jit import inner
from sim.names import Event, Phase
from sim.rules.trust import UNIT, trusted

_TRUST, _PHASE = int(Event.TRUST), int(Phase.INSTITUTIONS)
ALL, THEIRS, MOVED = 0, 1, 2
"""Sums of a level in `told`: trust of everybody, of those who lived through something, and how many those are."""


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
        for sum_of in range(3):
            st.told[level, sum_of] = 0
    residents = _add_places(st, p)
    _add_persons(st, p)
    for level in range(p.n_levels + 1):
        _tell_level(st, tick, level, residents)
    return int(p.n_levels) + 1


@inner
def _add_places(st, p):
    """Everybody at the trust of the place; returns how many there are."""
    residents = 0
    for place in range(st.place_rank.shape[0]):
        first, end = residents_of(st, place)
        if end > first:
            residents += end - first
            for level in range(p.n_levels + 1):
                there = int(UNIT * trusted(float(p.trust_level[level]), heard_shift(st, p, place, TRUST + level)))
                st.told[level, ALL] = int(st.told[level, ALL]) + (end - first) * there
    return residents


@inner
def _add_persons(st, p):
    """Those who lived through something at their own: one pass over all that is remembered."""
    for at in range(st.felt_key.shape[0]):
        code = int(st.felt_key[at])
        level = (code & 63) - TRUST
        if code >= 0 and level >= 0:
            resident, anchor = code >> 6, float(p.trust_level[level])
            heard = heard_shift(st, p, int(st.hh_place[int(st.res_household[resident])]), TRUST + level)
            shift = shift_now(st, p, int(st.felt_units[at]), int(st.count[TICK]) - int(st.felt_tick[at]))
            own = int(UNIT * trusted(anchor, heard + shift))
            st.told[level, ALL] = int(st.told[level, ALL]) + own - int(UNIT * trusted(anchor, heard))
            st.told[level, THEIRS] = int(st.told[level, THEIRS]) + own
            st.told[level, MOVED] = int(st.told[level, MOVED]) + 1


@inner
def _tell_level(st, tick, level, residents):
    total, moved = int(st.told[level, ALL]), int(st.told[level, MOVED])
    mean_of_theirs = 0.0
    if moved > 0:
        mean_of_theirs = int(st.told[level, THEIRS]) / (UNIT * moved)
    st.count[TRUST_NOW + level] = total // residents
    emit(st, head_of(tick, _PHASE, _TRUST, 0, 0), level, 0, moved, total / (UNIT * residents), mean_of_theirs, 0.0)
