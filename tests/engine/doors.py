"""Doors into the engine's inner kernels for tests: each is called with a state's record as the day's steps call it."""

from __future__ import annotations

from sim.engine.calendar import drop_timer, set_timer
from sim.engine.causes import active_before, add_active, find_cause
from sim.engine.choose import allies_of, attempts_of, mood_now, option_value
from sim.engine.hashed import place_of
from sim.engine.lines import append, length_before, remove
from sim.engine.lodging import wake
from sim.engine.machine import enter
from sim.engine.order import order_by, sort_pairs
from sim.engine.people import adult_from, common_level, household_key, resident_key
from sim.engine.spread import _add_pressure
from sim.jit import njit
from sim.rules.claim import anger_worth, stake_score


@njit
def join_line(st, line, i):
    append(st, line, i)


@njit
def leave_line(st, i):
    remove(st, i)


@njit
def length_yesterday(st, line):
    return length_before(st, line)


@njit
def wake_line(st, line, mean):
    wake(st, line, mean)


@njit
def start_timer(st, i, tick):
    set_timer(st, i, tick)


@njit
def stop_timer(st, i):
    drop_timer(st, i)


@njit
def cause_of(st, key):
    return find_cause(st, key)


@njit
def count_active(st, cause, change):
    add_active(st, cause, change, 1024)


@njit
def active_yesterday(st, cause):
    return active_before(st, cause)


@njit
def press(st, cause, household, units):
    _add_pressure(st, cause, household, units)


@njit
def pressed(st, cause, household):
    """Pressure so far, -1 if there is no entry."""
    code = (cause << 32) | household
    at = place_of(st.pressure_key, code)
    if int(st.pressure_key[at]) != code:
        return -1
    return int(st.pressure_units[at])


@njit
def move(st, i, state):
    enter(st, i, state)


@njit
def order(keys, into, spare, n):
    order_by(keys, into, spare, n)


@njit
def order_pairs(st, n):
    sort_pairs(st, st.join_key, n, st.join_row)


@njit
def first_adult(st, row, first, end):
    return adult_from(st, row, first, end)


@njit
def key_of_resident(st, resident):
    return resident_key(st, resident)


@njit
def key_of_household(st, household):
    return household_key(st, household)


@njit
def lowest_common(st, p, place, other):
    return common_level(st, p, place, other)


@njit
def utilities(st, p, i, into):
    """Utility without noise of every channel, were row `i`, voiced this morning, to choose today."""
    attempts = attempts_of(st, p, i)
    score = stake_score(float(st.stake[i]), p.stake_median, p.stake_sigma)
    anger = anger_worth(p, mood_now(st, p, int(st.claimant[i])), allies_of(st, p, i, 0))
    for channel in range(into.shape[0]):
        into[channel] = option_value(st, p, i, channel, attempts, score, anger)
