"""What falls due on a day: how many, in which order, and fetched ahead. What becomes of each: `due`."""

from __future__ import annotations

from sim.engine.marks import DUE, QUEUED, TICK
from sim.engine.order import order_by
from sim.jit import inner, njit
from sim.names import MAX_LEVELS

LEVELS_TOLD = MAX_LEVELS + 1
"""Events of the day's trust: one a level, and what lies outside."""
FAR_APART = 100_000
"""Residents from whom on what a choice reads of one is seldom near the machine: reading ahead pays from here on."""


@njit
def list_due(st):
    """Number of disputes due today (they stay in the calendar)."""
    n = 0
    i = int(st.calendar[int(st.count[TICK])])
    while i >= 0:
        n += 1
        i = int(st.timer_next[i])
    return n


@njit
def most_events(st, births, due):
    """Most events that a day with so many births and due disputes can write."""
    of_disputes = births + 5 * due + 4 * int(st.count[QUEUED]) + 2 * st.court_place.shape[0]
    return of_disputes + 8 * st.runs_forum.shape[0] + st.line_head.shape[0] + 2 * st.post_in.shape[0] + LEVELS_TOLD


@inner
def gather_due(st):
    """Put today's due rows into `day_due` and their order by id into `day_order`; returns their number."""
    n = 0
    i = int(st.calendar[int(st.count[TICK])])
    while i >= 0:
        st.day_due[n] = i
        st.day_key[n] = st.id[i]
        n += 1
        i = int(st.timer_next[i])
    order_by(st.day_key, st.day_order, st.day_spare, n)
    _look_ahead(st, n)
    st.count[DUE] = n
    return n


@inner
def _look_ahead(st, n):
    """Read what the day's choices will need of people and causes, all one after the other.

    In a large society they lie far apart. Read where they are needed each is waited for; read in a row the machine
    fetches them side by side, and they are near when their dispute is due. The sum is kept, so that no compiler leaves
    the reading out.
    """
    if st.mood.shape[0] < FAR_APART:
        return
    seen = 0
    for k in range(n):
        seen += int(st.state[int(st.day_due[k])])
    for k in range(n):
        i = int(st.day_due[k])
        person = int(st.claimant[i])
        seen += int(st.mood[person]) + int(st.mood_tick[person]) + int(st.res_standing[person])
        seen += int(st.res_legal[person]) + int(st.cause_active[int(st.cause[i])])
    st.day_spare[0] = seen
