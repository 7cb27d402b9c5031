"""A claim that comes through a window: written down, sent to the forum that has the remit, or first to one without.

The window is known again from its draw, so nothing is stored of it; while a matter lies there `clock` counts how often
it was sent wrong. The lodging that follows: `claims`. Odds: `rules.windows`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.calendar import set_timer
from sim.engine.channels import FIRST_SLOT, court_channel, forum_of, slot_of
from sim.engine.events import note
from sim.engine.machine import enter
from sim.engine.marks import S_CONTACTS, S_JAMMED, S_LATE_CLAIMS, S_MISDIRECTED, TICK
from sim.engine.petitioning import office_closed
from sim.jit import inner
from sim.names import Event, Phase, Purpose, State
from sim.rules.contacts import WEEK
from sim.rules.desk import CENTRE_DESK, HOTLINE_DESK, is_jammed, wait_at_window
from sim.rules.relapse import heated
from sim.rules.windows import NO_WINDOW, ONE_STOP, misdirected_probability, which_window

_WINDOW, _WRONG = int(Purpose.WINDOW), int(Purpose.MISDIRECTED)
_E_CONTACT, _E_DISPATCHED, _DUE = int(Event.CONTACT), int(Event.DISPATCHED), int(Phase.DUE)
_AT_WINDOW = int(State.AT_WINDOW)
WRONG = 1 << 8
"""Bit of the detail of a DISPATCHED: to a forum without the remit, which sends it back."""


@inner
def window_of(st, p, i):
    """Kind of the window that the claim of this episode of row `i` comes through; NO_WINDOW for none."""
    if p.on_windows == 0:
        return NO_WINDOW
    return which_window(p, uniform(int(st.seed[0]), _WINDOW, int(st.id[i]), pack(int(st.episode[i]), 0, 0, 0)))


@inner
def stops_at_window(st, p, i, channel):
    """True if row `i`, which would have gone to `channel`, is written down at a window; none takes it outside."""
    window = NO_WINDOW
    if channel < court_channel(p):
        window = window_of(st, p, i)
    if window == NO_WINDOW:
        return False
    tick = int(st.count[TICK])
    wait = _wait(st, p, i, window)
    if wait < 0:
        st.series[tick, S_JAMMED] += 1
        return False
    st.clock[i] = 0
    st.series[tick, S_CONTACTS] += 1
    note(st, i, _DUE, _E_CONTACT, window, 0, -1, channel, float(st.hostility[i]), float(st.interest[i]), float(wait))
    enter(st, i, _AT_WINDOW)
    set_timer(st, i, tick + p.windows_days + wait)
    return True


@inner
def _wait(st, p, i, window):
    """Days that row `i` waits at a window before dispatch begins, by what waits there since last week; -1: jammed."""
    if p.on_window_hours == 0:
        return 0
    desk = int(st.anc[int(st.place[i]), p.court_rank])
    column = CENTRE_DESK if window == ONE_STOP else HOTLINE_DESK
    minutes, behind = int(st.desk_minutes[desk, column]), int(st.desk_behind[desk, column])
    if is_jammed(behind, minutes * WEEK):
        return -1
    st.desk_claims[desk, column] = int(st.desk_claims[desk, column]) + 1
    wait = wait_at_window(behind, minutes)
    if wait > 0:
        st.series[int(st.count[TICK]), S_LATE_CLAIMS] += 1
    return wait


@inner
def remit_of(st, p, i):
    """Channel of the lowest forum at or above home that has hours and may still be visited.

    Without one, where the claimant was going.
    """
    place = int(st.place[i])
    for r in range(p.base, p.n_levels):
        run = int(st.anc[place, r])
        if int(p.forum_of_slot[r]) == 0 or int(st.place_rank[run]) < int(st.home[i]):
            continue
        if int(st.line_minutes[run * (p.n_levels + 1) + r]) <= 0:
            continue
        if office_closed(st, p, i, int(p.forum_of_slot[r]), int(st.place_rank[run])):
            continue
        if int(st.visits[i, FIRST_SLOT + r]) < p.claim_max_visits:
            return FIRST_SLOT + r
    return int(st.channel[i])


@inner
def goes_wrong(st, p, i, channel, run):
    """True if row `i`, meant for `channel`, is first sent to a forum without the remit; once at most."""
    tick = int(st.count[TICK])
    window = window_of(st, p, i)
    chance = misdirected_probability(p, window, float(st.misrouting[run]))
    luck = uniform(int(st.seed[0]), _WRONG, int(st.id[i]), pack(int(st.episode[i]), 0, 0, 0))
    wrong = 1 if int(st.clock[i]) == 0 and luck < chance else 0
    if wrong == 1:
        st.clock[i] = 1
        st.series[tick, S_MISDIRECTED] += 1
        st.hostility[i] = heated(float(st.hostility[i]), p.misroute_hostility)
        set_timer(st, i, tick + p.windows_back_days)
    note(st, i, _DUE, _E_DISPATCHED, forum_of(p, channel), slot_of(p, channel), run, window + WRONG * wrong,
         chance, float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
    return wrong == 1
