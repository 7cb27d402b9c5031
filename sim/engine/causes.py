"""Causes: disputes with the same respondent, type and place, found by an open-addressed table; how many are active.

Allies are the other active disputes of a cause at the end of the day before.
"""

from __future__ import annotations

import numpy as np

from sim.draws import mix64
from sim.engine.marks import CAUSES, RISEN, TICK
from sim.jit import inner, njit


@inner
def _slot_of(st, key):
    """Position in the table where `key` stands or may be put."""
    mask = st.cause_slots.shape[0] - 1
    at = int(mix64(key)) & mask
    while True:
        row = int(st.cause_slots[at])
        if row < 0 or st.cause_key[row] == key:
            return at
        at = (at + 1) & mask


@inner
def find_cause(st, key):
    """Row of the cause `key`, made if it is new. Room was made before."""
    key = np.uint64(key)
    at = _slot_of(st, key)
    row = int(st.cause_slots[at])
    if row >= 0:
        return row
    row = int(st.count[CAUSES])
    st.cause_slots[at] = row
    st.cause_key[row] = key
    st.count[CAUSES] = row + 1
    return row


@njit
def refill_causes(st):
    """Fill a fresh table with all causes."""
    for row in range(int(st.count[CAUSES])):
        st.cause_slots[_slot_of(st, st.cause_key[row])] = row


@inner
def add_active(st, cause, change, units):
    """Count one dispute of the cause as active (+1) or no longer (-1); as an ally it weighs `units`."""
    tick = int(st.count[TICK])
    if int(st.cause_touched[cause]) != tick:
        st.cause_before[cause] = st.cause_active[cause]
        st.cause_allied_before[cause] = st.cause_allied[cause]
        st.cause_touched[cause] = tick
    st.cause_allied[cause] = int(st.cause_allied[cause]) + change * units
    st.cause_active[cause] = int(st.cause_active[cause]) + change
    if change > 0 and tick >= 0:
        st.risen_cause[int(st.count[RISEN])] = cause
        st.count[RISEN] = int(st.count[RISEN]) + 1


@inner
def active_before(st, cause):
    """Active disputes of the cause at the end of the day before."""
    if int(st.cause_touched[cause]) == int(st.count[TICK]):
        return int(st.cause_before[cause])
    return int(st.cause_active[cause])


@inner
def allied_before(st, cause):
    """Weight of the active disputes of the cause as allies, at the end of the day before."""
    if int(st.cause_touched[cause]) == int(st.count[TICK]):
        return int(st.cause_allied_before[cause])
    return int(st.cause_allied[cause])
