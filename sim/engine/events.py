"""Writing events of the canonical history into the day's buffer. Their meaning: `docs/day.md`; sorting: `digest`."""

from __future__ import annotations

import numpy as np

from sim.engine.marks import EVENTS, FIRST_TICK, TICK
from sim.jit import inner


@inner
def head_of(tick, phase, kind, forum, slot):
    """First word of an event: tick, phase, kind, forum, slot."""
    return ((tick + FIRST_TICK) << 32) | (phase << 24) | (kind << 16) | (forum << 8) | slot


@inner
def emit(st, head, key, other, detail, x, y, z):
    """Append one event; the caller made room before the day began."""
    n = int(st.count[EVENTS])
    st.event_u[n, 0] = head
    st.event_u[n, 1] = key
    st.event_u[n, 2] = other
    st.event_u[n, 3] = detail
    st.event_f[n, 0] = x
    st.event_f[n, 1] = y
    st.event_f[n, 2] = z
    st.count[EVENTS] = n + 1


@inner
def note(st, i, phase, kind, forum, slot, place, detail, x, y, z):
    """Append an event of dispute row `i`; `place` is the run place's row or -1."""
    other = np.uint64(0)
    if place >= 0:
        other = np.uint64(st.place_key[place])
    emit(st, head_of(int(st.count[TICK]), phase, kind, forum, slot), np.uint64(st.id[i]), other, detail, x, y, z)
