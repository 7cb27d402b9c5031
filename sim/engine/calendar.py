"""The calendar: one doubly linked list of disputes per tick.

A dispute holds at most one timer; later than the horizon is never.
"""

from __future__ import annotations

from sim.engine.marks import NEVER
from sim.jit import inner


@inner
def set_timer(st, i, tick):
    """Give dispute `i`, which holds none, its timer; beyond the horizon it waits in the last list, never read."""
    st.due[i] = tick
    cell = tick
    last = st.calendar.shape[0] - 1
    if cell > last:
        cell = last
    first = int(st.calendar[cell])
    st.timer_prev[i] = -1
    st.timer_next[i] = first
    if first >= 0:
        st.timer_prev[first] = i
    st.calendar[cell] = i


@inner
def drop_timer(st, i):
    """Take dispute `i` out of the calendar if it holds a timer."""
    tick = int(st.due[i])
    if tick == NEVER:
        return
    before = int(st.timer_prev[i])
    after = int(st.timer_next[i])
    if before >= 0:
        st.timer_next[before] = after
    else:
        cell = tick
        last = st.calendar.shape[0] - 1
        if cell > last:
            cell = last
        st.calendar[cell] = after
    if after >= 0:
        st.timer_prev[after] = before
    st.due[i] = NEVER
    st.timer_prev[i] = -1
    st.timer_next[i] = -1
