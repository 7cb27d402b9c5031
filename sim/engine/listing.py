"""The list of a tick's candidates: by what stream each comes, at which cell or place, and its number there."""

from __future__ import annotations

from sim.engine.marks import CANDIDATES
from sim.jit import inner

OF_THE_DAY, UNMET = -1, -2
"""Streams: the cells' own, and demands that were not met (listed by place, not by cell); from 0 on, a shock's."""


@inner
def list_more(st, at, n, total, stream):
    """Write `n` candidates at `at` behind the `total` there are, as far as there is room; returns how many now."""
    for k in range(n):
        if total < st.candidate_at.shape[0]:
            st.candidate_at[total] = at
            st.candidate_n[total] = k
            st.candidate_stream[total] = stream
        total += 1
    return total


@inner
def close_list(st, total):
    """Close the list: its length, or minus the room needed if it is too short."""
    if total > st.candidate_at.shape[0]:
        return -total
    st.count[CANDIDATES] = total
    return total
