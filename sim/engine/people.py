"""Who is who in the world's columns: adults of a household or place, keys of residents, ties of a household."""

from __future__ import annotations

from sim.draws import child_id, pack, uniform
from sim.jit import inner
from sim.names import Purpose

_HOUSEHOLD = int(Purpose.HOUSEHOLD)


@inner
def adult_from(st, row, first, end):
    """First adult at or after `row` within [first, end), cyclic; `row` itself if there is none."""
    size = end - first
    at = row
    for _ in range(size):
        if int(st.res_adult[at]) == 1:
            return at
        at = at + 1
        if at >= end:
            at = first
    return row


@inner
def draw_adult(st, purpose, key, first, end):
    """An adult of rows [first, end) by keyed tries; after 64 misses the next adult from the last."""
    seed = int(st.seed[0])
    size = end - first
    row = first
    for k in range(64):
        row = first + int(uniform(seed, purpose, key, pack(k, 0, 0, 0)) * size)
        if int(st.res_adult[row]) == 1:
            return row
    return adult_from(st, row, first, end)


@inner
def residents_of(st, place):
    """Range of resident rows of a place."""
    return int(st.hh_first[int(st.hh_start[place])]), int(st.hh_first[int(st.hh_start[place + 1])])


@inner
def household_key(st, household):
    """Key of a household: its place and its index there."""
    place = int(st.hh_place[household])
    return int(child_id(_HOUSEHOLD, int(st.place_key[place]), household - int(st.hh_start[place])))


@inner
def resident_key(st, resident):
    """Key of a resident: the household's and the index in it."""
    household = int(st.res_household[resident])
    return int(child_id(_HOUSEHOLD, household_key(st, household), resident - int(st.hh_first[household])))


@inner
def common_level(st, p, place, other):
    """Lowest rank at which both places stand under one place; n_levels if they do not."""
    if other < 0:
        return p.n_levels
    low = int(st.place_rank[place])
    if int(st.place_rank[other]) > low:
        low = int(st.place_rank[other])
    for r in range(low, p.n_levels):
        if int(st.anc[place, r]) == int(st.anc[other, r]):
            return int(st.place_rank[int(st.anc[place, r])])
    return p.n_levels
