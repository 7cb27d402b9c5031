"""Making room between days: which columns grow when a kernel says it is short, and refilling the hash tables."""

from __future__ import annotations

from typing import Any

from sim.engine.agenda import list_due, most_events
from sim.engine.causes import refill_causes
from sim.engine.marks import (
    CANDIDATES,
    CAUSES,
    CHILDREN,
    DISPUTES,
    EVENTS,
    FEELS,
    FEELS_A_DAY,
    FELT,
    FILINGS,
    PRESSURES,
    QUEUED,
    SHORT_CANDIDATES,
    SHORT_DAY,
    SHORT_DISPUTES,
    SHORT_EVENTS,
    SHORT_FILINGS,
    SHORT_SPREAD,
    SHORT_TRUST,
)
from sim.engine.spread import refill_pressure, ties_of_pushes
from sim.engine.state import Columns, grow
from sim.engine.trusting import refill_felt


def make_room(st: Columns, p: Any, short: int) -> None:
    """Give a state the room that `run_days` said was short."""
    n_levels = int(p.n_levels)
    if short == SHORT_CANDIDATES:
        grow(st, "candidate", 2 * len(st.candidate_at), n_levels)
    elif short == SHORT_DISPUTES:
        _disputes(st, n_levels, int(st.count[CANDIDATES]) + int(st.count[CHILDREN]))
    elif short == SHORT_DAY:
        due = int(list_due(st.record))
        busy = due + int(st.count[QUEUED]) + int(st.count[CANDIDATES]) + int(st.count[CHILDREN]) + 1
        for axis, more in (("day", 0), ("push", 0), ("child", due * int(p.coupled_most))):
            grow(st, axis, busy + busy // 4 + more, n_levels)
        if p.on_trust:
            grow(st, "feel", FEELS_A_DAY * (busy + busy // 4), n_levels)
    elif short == SHORT_FILINGS:
        grow(st, "filing", int(st.count[FILINGS]) + int(list_due(st.record)) + 1, n_levels)
    elif short == SHORT_EVENTS:
        _events(st, n_levels)
    elif short == SHORT_SPREAD:
        _spread(st, n_levels)
    elif short == SHORT_TRUST:
        _felt(st, n_levels, int(st.count[FEELS]))


def room_for_stock(st: Columns, p: Any, short: int) -> None:
    """Give a state the room that `bear_stocks` said was short."""
    candidates = int(st.count[CANDIDATES])
    if short == SHORT_EVENTS:
        grow(st, "event", int(st.count[EVENTS]) + candidates + 1, int(p.n_levels))
    elif short == SHORT_TRUST:
        _felt(st, int(p.n_levels), int(st.count[DISPUTES]))
    else:
        make_room(st, p, short)


def _disputes(st: Columns, n_levels: int, births: int) -> None:
    if int(st.count[DISPUTES]) + births >= len(st.id):
        grow(st, "dispute", int(st.count[DISPUTES]) + births + 1, n_levels)
    causes = int(st.count[CAUSES]) + births
    if causes >= len(st.cause_key):
        grow(st, "cause", causes + 1, n_levels)
    if 2 * causes >= len(st.cause_slots):
        grow(st, "cause_slot", 4 * causes, n_levels)
        refill_causes(st.record)


def _events(st: Columns, n_levels: int) -> None:
    """The buffer was emptied just before; if a day does not fit into it, it grows."""
    births = int(st.count[CANDIDATES]) + int(st.count[CHILDREN])
    need = int(most_events(st.record, births, list_due(st.record)))
    if int(st.count[EVENTS]) + need >= len(st.event_u):
        grow(st, "event", int(st.count[EVENTS]) + need + 1, n_levels)


def _spread(st: Columns, n_levels: int) -> None:
    ties = int(ties_of_pushes(st.record))
    grow(st, "child", int(st.count[CHILDREN]) + ties + 1, n_levels)
    pressures = int(st.count[PRESSURES]) + ties
    if 2 * pressures >= len(st.pressure_key):
        old = (st.pressure_key, st.pressure_units, st.pressure_fired)
        grow(st, "pressure", 4 * pressures, n_levels)
        refill_pressure(st.record, *old)


def _felt(st: Columns, n_levels: int, more: int) -> None:
    old = (st.felt_key, st.felt_units, st.felt_tick)
    grow(st, "felt", 4 * (int(st.count[FELT]) + more), n_levels)
    refill_felt(st.record, *old)


def rehearse(st: Columns, p: Any) -> None:
    """Make every kind of room once, on a state nobody needs: what only one that grows calls is compiled or loaded."""
    for short in (SHORT_DAY, SHORT_EVENTS, SHORT_SPREAD):
        make_room(st, p, short)
    refill_tables(st, int(p.n_levels))


def refill_tables(st: Columns, n_levels: int) -> None:
    """Double the hash tables and fill them anew."""
    old = (st.pressure_key, st.pressure_units, st.pressure_fired)
    grow(st, "pressure", 2 * len(st.pressure_key), n_levels)
    refill_pressure(st.record, *old)
    felt = (st.felt_key, st.felt_units, st.felt_tick)
    grow(st, "felt", 2 * len(st.felt_key), n_levels)
    refill_felt(st.record, *felt)
    grow(st, "cause_slot", 2 * len(st.cause_slots), n_levels)
    refill_causes(st.record)
