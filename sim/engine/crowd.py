"""Phase 6: whom the day's quarrels over a cause bring in: latent and lumped claimants whose own threshold is reached.

Only causes of which a dispute was born or due today are looked at: of the others no more are active than yesterday.
They come forward tomorrow, each at most once. Thresholds: `rules.crowd`.
"""

from __future__ import annotations

from sim.draws import normal, pack, uniform
from sim.engine.calendar import drop_timer, set_timer
from sim.engine.marks import CALLED, DISPUTES, DUE, JOINED, TICK
from sim.jit import inner
from sim.names import Purpose, State
from sim.rules.crowd import joins, own_threshold

_CROWD = int(Purpose.CROWD)
_LATENT, _LUMPED = int(State.LATENT), int(State.LUMPED)


@inner
def gather_crowds(st, p):
    """Look at the causes that moved today. Returns rows touched."""
    if p.on_crowd == 0 or p.crowd_share <= 0.0:
        return 0
    touched = 0
    for k in range(int(st.count[DUE])):
        touched += _call(st, p, int(st.cause[int(st.day_due[k])]))
    tick = int(st.count[TICK])
    i = int(st.count[DISPUTES]) - 1
    while i >= 0 and int(st.born[i]) == tick:
        touched += _call(st, p, int(st.cause[i]))
        i -= 1
    return touched


@inner
def _call(st, p, cause):
    """Call whoever of a cause finds enough others active tonight, once; returns rows touched."""
    tick = int(st.count[TICK])
    active = int(st.cause_active[cause])
    if active == 0 or int(st.cause_called[cause]) == tick:
        return 1
    st.cause_called[cause] = tick
    touched = 1
    i = int(st.cause_first[cause])
    while i >= 0:
        touched += 1
        state = int(st.state[i])
        still = state == _LATENT or state == _LUMPED
        if still and int(st.tried[i]) & JOINED == 0 and joins(_threshold(st, p, i), active) == 1:
            _bring_in(st, i)
        i = int(st.cause_next[i])
    return touched


@inner
def _threshold(st, p, i):
    seed, key = int(st.seed[0]), int(st.id[i])
    u = uniform(seed, _CROWD, key, pack(0, 0, 0, 0))
    return own_threshold(p, u, normal(seed, _CROWD, key, pack(1, 0, 0, 0)))


@inner
def _bring_in(st, i):
    tomorrow = int(st.count[TICK]) + 1
    st.tried[i] = int(st.tried[i]) | JOINED | CALLED
    st.returns[i] = tomorrow
    drop_timer(st, i)
    set_timer(st, i, tomorrow)


@inner
def was_called(st, i):
    """1 if row `i` comes forward today because a crowd called it; asked once."""
    tried = int(st.tried[i])
    if tried & CALLED == 0:
        return 0
    st.tried[i] = tried & ~CALLED
    return 1
