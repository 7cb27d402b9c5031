"""Phase 6, after the pushes: people with one cause stand up together, and one of them lodges for all, high up.

Looked at are causes that more people pursue tonight than last night. An incident has a record of its own (an event, the
series, the blocks that institutions read); it is not itself a spill. What its spokesman lodges tomorrow is one, where
it lies above home. Whom a crowd takes along: `rules.crowd`.
"""

from __future__ import annotations

import numpy as np

from sim.draws import uniform
from sim.engine.blocks import reported_block, review_block
from sim.engine.calendar import drop_timer, set_timer
from sim.engine.channels import FIRST_SLOT, line_for
from sim.engine.events import emit, head_of
from sim.engine.machine import is_active
from sim.engine.marks import GROUPED, RISEN, S_ACROSS, S_IN_GROUPS, S_INCIDENTS, SPEAKS, TICK
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose, State
from sim.rules.gather import is_incident, others_needed, stands_up

_GATHER = int(Purpose.GATHER)
_GROUP, _SPREAD = int(Event.GROUP), int(Phase.SPREAD)
_PETITION, _OPEN = int(Forum.PETITION), int(State.OPEN)


@inner
def gather_groups(st, p):
    """Group incidents of the day; returns the causes looked at."""
    n = int(st.count[RISEN])
    for k in range(n):
        cause = int(st.risen_cause[k])
        if p.on_gatherings == 1 and _may_gather(st, p, cause):
            _gather(st, p, cause)
    st.count[RISEN] = 0
    return n


@inner
def _may_gather(st, p, cause):
    tick = int(st.count[TICK])
    if int(st.cause_active[cause]) <= int(st.cause_before[cause]) or int(st.cause_active[cause]) < p.gathering_size:
        return False
    return tick - int(st.cause_gathered[cause]) >= p.gathering_pause


@inner
def _stands_up(st, p, i, others):
    """Whether row `i` is in the crowd: active, and `others` are enough for its claimant."""
    if is_active(int(st.state[i])) == 0:
        return False
    u = uniform(int(st.seed[0]), _GATHER, int(st.id[i]), 0)
    return stands_up(others_needed(u, p.gathering_size), others) == 1


@inner
def _gather(st, p, cause):
    others = int(st.cause_active[cause]) - 1
    crowd, first, hottest = 0, -1, 0.0
    i = int(st.cause_first[cause])
    while i >= 0:
        if _stands_up(st, p, i, others):
            crowd += 1
            if first < 0 or _before(st, i, first):
                first = i
            if float(st.hostility[i]) > hottest:
                hottest = float(st.hostility[i])
        i = int(st.cause_next[i])
    if is_incident(crowd, p.gathering_size) == 1:
        _stand_up(st, p, cause, others, crowd, first, hottest)


@inner
def _before(st, i, j):
    if int(st.born[i]) != int(st.born[j]):
        return int(st.born[i]) < int(st.born[j])
    return np.uint64(st.id[i]) < np.uint64(st.id[j])


@inner
def group_slot(p):
    """Where a crowd goes: the highest petition office, else the highest forum."""
    for r in range(p.n_levels - 1, -1, -1):
        if int(p.forum_of_slot[r]) == _PETITION:
            return r
    for r in range(p.n_levels - 1, -1, -1):
        if int(p.forum_of_slot[r]) != 0:
            return r
    return p.n_levels - 1


@inner
def _stand_up(st, p, cause, others, crowd, first, hottest):
    """Marks, counts and event of an incident; `first` is its earliest-born member, and it goes to their offices."""
    tick = int(st.count[TICK])
    slot = group_slot(p)
    place = int(st.place[first])
    run = int(st.anc[place, slot])
    across, speaker = 0, -1
    i = int(st.cause_first[cause])
    while i >= 0:
        if _stands_up(st, p, i, others):
            st.tried[i] = int(st.tried[i]) | GROUPED
            if int(st.place[i]) != place:
                across += 1
            if _may_speak(st, p, i, slot) and (speaker < 0 or _before(st, i, speaker)):
                speaker = i
        i = int(st.cause_next[i])
    st.cause_gathered[cause] = tick
    st.series[tick, S_INCIDENTS] += 1
    st.series[tick, S_IN_GROUPS] += crowd
    if across > 0:
        st.series[tick, S_ACROSS] += 1
    _blame(st, p, place, slot, run)
    if speaker >= 0:
        st.transfer[speaker] = SPEAKS + FIRST_SLOT + slot
        drop_timer(st, speaker)
        set_timer(st, speaker, tick + 1)
    detail = crowd | (across << 16) | ((1 if speaker >= 0 else 0) << 32)
    emit(st, head_of(tick, _SPREAD, _GROUP, int(p.forum_of_slot[slot]), slot), st.cause_key[cause],
         st.place_key[run], detail, hottest, 0.0, 0.0)  # fmt: skip


@inner
def _may_speak(st, p, i, slot):
    """Whether row `i` can go for all tomorrow: about to choose, and the office has hours and may be asked again."""
    if int(st.state[i]) != _OPEN or int(st.transfer[i]) > 0:
        return False
    channel = FIRST_SLOT + slot
    line = line_for(p, int(st.anc[int(st.place[i]), slot]), channel)
    return int(st.visits[i, channel]) < p.claim_max_visits and int(st.line_minutes[line]) > 0


@inner
def _blame(st, p, place, slot, run):
    """An incident is seen where it goes, and counts as one gone up against every principal below on the path."""
    book = reported_block(st, p)
    st.place_gathered[run, book] = int(st.place_gathered[run, book]) + 1
    block = review_block(st, p)
    before = -1
    for r in range(p.base, slot):
        below = int(st.anc[place, r])
        if below != before and below != run and int(p.forum_of_slot[r]) != 0:
            st.place_up[below, block] = int(st.place_up[below, block]) + 1
        before = below
