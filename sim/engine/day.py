"""The order of a day, in one place, and the loop over days.

Kernels cannot grow arrays: they say what they need and stop. `run_days` returns a code: 0 when the last tick is done,
else the kind of room that is short; Python makes it and calls again. Nothing of the day is written before its room is
known (`stage` 0); spread has its own stage because the ties of those hurt are only known after service. The beginning
and the end of a day are compiled apart (`sim.jit.apart`), so that two processes share the compiling.
"""

from __future__ import annotations

import functools

from sim.engine.agenda import list_due, most_events
from sim.engine.birth import bear_children
from sim.engine.campaigns import drive_campaigns
from sim.engine.candidates import bear_roots, count_candidates, room_for_births
from sim.engine.contacts import hear_contacts
from sim.engine.crowd import gather_crowds
from sim.engine.desks import work_desks
from sim.engine.docket import enter_docket, tell_docket
from sim.engine.due import settle_due
from sim.engine.emergencies import switch_emergencies
from sim.engine.entries import enter_beside
from sim.engine.gatherings import gather_groups
from sim.engine.institutions import review
from sim.engine.lodging import join_lines
from sim.engine.looking import look_anew
from sim.engine.marks import (
    ACTIVE,
    AVAILABLE,
    CHILDREN,
    DONE,
    EVENTS,
    FEELS,
    FEELS_A_DAY,
    FELT,
    FILINGS,
    IN_LINE,
    LATENT,
    LINE_KINDS,
    LUMPED,
    PRESSURES,
    QUEUED,
    S_ACTIVE,
    S_AVAILABLE,
    S_BORN,
    S_CHILDREN,
    S_LATENT,
    S_LINE,
    S_LUMPED,
    S_SUPPRESSED,
    S_TRUST,
    SHORT_CANDIDATES,
    SHORT_DAY,
    SHORT_DISPUTES,
    SHORT_EVENTS,
    SHORT_FILINGS,
    SHORT_SPREAD,
    SHORT_TRUST,
    STAGE,
    SUPPRESSED,
    TICK,
    TRUST_NOW,
)
from sim.engine.serve import serve_lines
from sim.engine.spread import spread_hurts, ties_of_pushes
from sim.engine.staffing import change_posts
from sim.engine.state import State
from sim.engine.trust_told import tell_trust
from sim.engine.trusting import move_stances
from sim.jit import inner, njit
from sim.jit.apart import call_entry, entry_of
from sim.names import MAX_LEVELS
from sim.rules.parameters import Parameters

MORNING, EVENING = 0, 1


@inner
def _room_for_morning(st, p, candidates):
    """Code of the room that phases 1-5 lack, DONE if none. `need` bounds what a day can add."""
    births = candidates + int(st.count[CHILDREN])
    due = list_due(st)
    busy = due + int(st.count[QUEUED])
    if not room_for_births(st, births):
        return SHORT_DISPUTES
    if busy + births >= st.day_due.shape[0] or busy >= st.push_row.shape[0]:
        return SHORT_DAY
    if busy + due * p.coupled_most >= st.child_id.shape[0]:
        return SHORT_DAY
    if p.on_trust == 1 and FEELS_A_DAY * busy >= st.feel_row.shape[0]:
        return SHORT_DAY
    if int(st.count[FILINGS]) + due >= st.filing_dispute.shape[0]:
        return SHORT_FILINGS
    if int(st.count[EVENTS]) + most_events(st, births, due) >= st.event_u.shape[0]:
        return SHORT_EVENTS
    return DONE


@inner
def _room_for_evening(st):
    ties = ties_of_pushes(st)
    if int(st.count[CHILDREN]) + ties >= st.child_id.shape[0]:
        return SHORT_SPREAD
    if 2 * (int(st.count[PRESSURES]) + ties) >= st.pressure_key.shape[0]:
        return SHORT_SPREAD
    if 2 * (int(st.count[FELT]) + int(st.count[FEELS])) >= st.felt_key.shape[0]:
        return SHORT_TRUST
    return DONE


@inner
def _write_stocks(st, tick):
    """Stocks at the end of the day, for the series."""
    st.series[tick, S_LUMPED] = st.count[LUMPED]
    st.series[tick, S_SUPPRESSED] = st.count[SUPPRESSED]
    st.series[tick, S_ACTIVE] = st.count[ACTIVE]
    st.series[tick, S_LATENT] = st.count[LATENT]
    for kind in range(len(LINE_KINDS)):
        st.series[tick, S_LINE + kind] = st.count[IN_LINE + kind]
        st.series[tick, S_AVAILABLE + kind] = st.count[AVAILABLE + kind]
    for level in range(MAX_LEVELS + 1):
        st.series[tick, S_TRUST + level] = st.count[TRUST_NOW + level]


@njit
def begin_day(st, p):
    """What arises on a day; return DONE, or the room that phases 1-5 lack: then nothing is written. Compiled apart."""
    tick = int(st.count[TICK])
    look_anew(st, p)
    candidates = count_candidates(st, p, tick)
    if candidates < 0:
        return SHORT_CANDIDATES
    short = _room_for_morning(st, p, candidates)
    if short != DONE:
        return short
    st.touch[1] += drive_campaigns(st, p)
    children = bear_children(st, p, tick)
    roots = bear_roots(st, p, tick)
    st.series[tick, S_CHILDREN] += children
    st.series[tick, S_BORN] += roots
    st.touch[1] += roots + children
    return DONE


@njit
def end_day(st, p):
    """Phases 6 and 7 of the day that is under way; return DONE, or the room that is short. Compiled apart."""
    short = _room_for_evening(st)
    if short != DONE:
        return short
    tick = int(st.count[TICK])
    st.touch[6] += spread_hurts(st, p)
    st.touch[6] += gather_groups(st, p)
    st.touch[6] += gather_crowds(st, p)
    st.touch[7] += move_stances(st, p)
    st.touch[7] += enter_beside(st, p)
    st.touch[7] += hear_contacts(st, p)
    st.touch[7] += work_desks(st, p)
    st.touch[7] += tell_docket(st, p)
    st.touch[7] += tell_trust(st, p)
    st.touch[7] += switch_emergencies(st, p)
    st.touch[7] += review(st, p)
    _write_stocks(st, tick)
    st.touch[7] += change_posts(st, p)  # from tomorrow: what today had to offer has been written
    return DONE


@njit
def run_days(st, p, until, begin, end):
    """Run ticks up to, not including, `until`; `begin` and `end` are the entries of `begin_day` and `end_day`.

    Returns DONE or the room that is short; calling again goes on exactly there.
    """
    while int(st.count[TICK]) < until:
        tick = int(st.count[TICK])
        if int(st.count[STAGE]) == MORNING:
            short = call_entry(begin, st, p)
            if short != DONE:
                return short
            st.touch[2] += settle_due(st, p)
            st.touch[3] += join_lines(st, p)
            st.touch[3] += enter_docket(st, p)
            st.touch[4] += serve_lines(st, p)  # and phase 5: each case's outcome follows its session
            st.count[STAGE] = EVENING
        short = call_entry(end, st, p)
        if short != DONE:
            return short
        st.count[STAGE] = MORNING
        st.count[TICK] = tick + 1
    return DONE


@functools.cache
def ends_of_day() -> tuple[int, int]:
    """Return the entries of `begin_day` and `end_day` that `run_days` asks for, compiled or loaded once a process."""
    return entry_of(begin_day, State, Parameters), entry_of(end_day, State, Parameters)
