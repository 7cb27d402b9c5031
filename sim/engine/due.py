"""Phase 2: what falls due today, in the order of ids.

Voicing, choices, ends of talk, lapsed cases, answers from outside, returns.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.agenda import gather_due
from sim.engine.befalls import calm_parties, fail, rest
from sim.engine.blocks import reported_block, review_block
from sim.engine.calendar import drop_timer, set_timer
from sim.engine.channels import FIRST_SLOT, TALK, court_channel, forum_of, outside_channel, run_place, slot_of
from sim.engine.claims import act, dispatch, go_together, transfer_on
from sim.engine.couple import couple
from sim.engine.crowd import was_called
from sim.engine.early import lowest_line, open_early
from sim.engine.ends import end_case
from sim.engine.events import note
from sim.engine.joint import is_set_aside, resumes
from sim.engine.legal import day_of_law, waits_for_law
from sim.engine.lines import remove
from sim.engine.looking import found_on
from sim.engine.machine import enter, is_active
from sim.engine.marks import (
    CARRIED,
    NEVER,
    S_FORWARDED,
    S_REGISTERED,
    S_REGISTERED_ABOVE,
    S_REOPENED,
    S_VOICED,
    SPEAKS,
    TICK,
)
from sim.engine.petitioning import closed_to_offices
from sim.engine.police import attend
from sim.engine.prefiling import file_suit
from sim.engine.profit import rate_after
from sim.engine.spiral import answer_each_other, cool_respondent
from sim.engine.trusting import feel_broken_promise, feel_end, feel_harm
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose, State, Way
from sim.rules.relapse import cooled, heated, heated_by_waiting, return_rate
from sim.rules.settle import talk_probability

_DUE = int(Phase.DUE)
_LATENT, _OPEN, _TALK, _QUEUED, _AWAY = (
    int(State.LATENT),
    int(State.OPEN),
    int(State.TALK),
    int(State.QUEUED),
    int(State.AWAY),
)
_LUMPED, _SUPPRESSED, _SETTLED, _FADED, _FORGOTTEN, _FINAL = (
    int(State.LUMPED),
    int(State.SUPPRESSED),
    int(State.SETTLED),
    int(State.FADED),
    int(State.FORGOTTEN),
    int(State.FINAL),
)
_E_VOICED, _E_FADED, _E_TALK, _E_REGISTERED, _E_FORWARDED, _E_REOPENED, _E_FORGOTTEN, _E_FINAL = (
    int(Event.VOICED),
    int(Event.FADED),
    int(Event.TALK),
    int(Event.REGISTERED),
    int(Event.FORWARDED),
    int(Event.REOPENED),
    int(Event.FORGOTTEN),
    int(Event.FINAL),
)
_CALLED, _AT_WINDOW = int(State.CALLED), int(State.AT_WINDOW)
_BILATERAL, _OUTSIDE = int(Forum.BILATERAL), int(Forum.OUTSIDE)
_P_SETTLE, _P_OUTSIDE = int(Purpose.SETTLE), int(Purpose.OUTSIDE)
_CONSENT, _GRANTED, _REJECTED, _SENT_BACK, _WITHDRAWN, _TIMED_OUT = (
    int(Way.CONSENT),
    int(Way.GRANTED),
    int(Way.REJECTED),
    int(Way.SENT_BACK),
    int(Way.WITHDRAWN),
    int(Way.TIMED_OUT),
)

FIRST_VOICED = 1 << 8
"""Bit of the detail of a REOPENED: it is voiced by coming back."""
JOINS_CROWD = 1 << 9
"""Bit of the detail of a REOPENED: others who stood up over the same cause called it (of a VOICED: bit 0)."""


@inner
def settle_due(st, p):
    """Phase 2. Returns the number of due disputes."""
    n = gather_due(st)
    for k in range(n):
        i = int(st.day_due[int(st.day_order[k])])
        drop_timer(st, i)
        state = int(st.state[i])
        was_active = is_active(state)
        chooses = 0
        if state == _LATENT:
            chooses = _speak_or_fade(st, p, i)
        elif state == _OPEN:
            if int(st.transfer[i]) >= SPEAKS:
                go_together(st, p, i)
            elif int(st.transfer[i]) > 0:
                _forward(st, p, i)
            else:
                chooses = 1
        elif state == _TALK:
            _end_talk(st, p, i)
        elif state == _QUEUED:
            if not resumes(st, p, i):
                _lapse(st, p, i)
        elif state == _AWAY:
            _register(st, p, i)
        else:
            chooses = _other_day(st, p, i, state)
        if chooses == 1:
            act(st, p, i, was_active)
    return n


@inner
def _other_day(st, p, i, state):
    """The police come, a window dispatches, the law has its day, or who rests wakes or dies; 1 if one now chooses."""
    if state == _CALLED:
        attend(st, p, i)
        return 0
    if state == _AT_WINDOW:
        dispatch(st, p, i)
        return 0
    if waits_for_law(state):
        return day_of_law(st, p, i, state)
    return _wake_or_die(st, p, i, state)


@inner
def _say(st, i, kind, detail):
    note(st, i, _DUE, kind, 0, 0, -1, detail, float(st.hostility[i]), float(st.interest[i]), 0.0)


@inner
def _speak_or_fade(st, p, i):
    """A latent grievance is voiced (1: its claimant now chooses), is found, or fades (0).

    Found where nobody works at the lowest forum it stays latent, and is not found again.
    """
    tick = int(st.count[TICK])
    voice, fade = int(st.returns[i]), int(st.forgets[i])
    if tick < voice and found_on(st, p, i) == tick:
        if int(st.line_minutes[lowest_line(st, p, int(st.place[i]))]) > 0:
            open_early(st, p, i)
            return 0
        if tick < fade:
            set_timer(st, i, voice if voice <= fade else fade)
            return 0
    if voice <= fade:
        st.voiced[i] = tick
        st.since[i] = tick
        st.series[tick, S_VOICED] += 1
        enter(st, i, _OPEN)
        _say(st, i, _E_VOICED, was_called(st, i))
        feel_harm(st, p, i)
        couple(st, p, i)
        return 1
    enter(st, i, _FADED)
    _say(st, i, _E_FADED, 0)
    return 0


@inner
def _forward(st, p, i):
    """The institution carries the dispute where it decided: a transfer, never spill, but `carried` if above home.

    A suit that was offered mediation goes on to trial.
    """
    tick = int(st.count[TICK])
    if int(st.transfer[i]) == court_channel(p):
        file_suit(st, p, i, court_channel(p), run_place(st, p, int(st.place[i]), court_channel(p)))
        return
    run, channel = transfer_on(st, p, i)
    if int(st.place_rank[run]) > int(st.home[i]):
        st.marks[i] = int(st.marks[i]) | CARRIED
    informed = 1 if float(st.information[i]) > 0.0 else 0
    st.series[tick, S_FORWARDED] += 1
    note(st, i, _DUE, _E_FORWARDED, forum_of(p, channel), slot_of(p, channel), run, informed,
         float(st.hostility[i]), float(st.interest[i]), 0.0)  # fmt: skip


@inner
def _end_talk(st, p, i):
    chance = talk_probability(p, float(st.tie[i]), float(st.hostility[i]), float(st.gap[i]))
    visit = int(st.visits[i, TALK]) - 1
    way = _REJECTED
    st.last_end[i] = st.count[TICK]
    st.last_level[i] = -1
    if uniform(int(st.seed[0]), _P_SETTLE, int(st.id[i]), pack(_BILATERAL, 0, visit, 0)) < chance:
        way = _CONSENT
        calm_parties(st, p, i)
        st.interest[i] = 0.0
        rest(st, p, i, _SETTLED, return_rate(p, float(st.hostility[i]), 0.0), 0.0)
    else:
        answer_each_other(st, p, i)
        st.hostility[i] = heated(float(st.hostility[i]), p.talk_heat)
        fail(st, p, i, TALK, p.heat_failure, 1)
    st.last_way[i] = way
    note(st, i, _DUE, _E_TALK, _BILATERAL, 0, -1, way, chance, float(st.hostility[i]), float(st.interest[i]))


@inner
def heat_by_waiting(st, p, i):
    """Bring hostility up to what waiting since the last write has done to it."""
    tick = int(st.count[TICK])
    if p.on_wait_heat == 1:
        st.hostility[i] = heated_by_waiting(float(st.hostility[i]), tick - int(st.since[i]), p.heat_wait)
    st.since[i] = tick


@inner
def _lapse(st, p, i):
    """A waiting case ends: the claimant drops out, or the clock runs out."""
    heat_by_waiting(st, p, i)
    if not is_set_aside(st, i):
        remove(st, i)
    clock = int(st.clock[i])
    way = _TIMED_OUT
    if clock == 0 or int(st.patience[i]) <= clock:
        way = _WITHDRAWN
    end_case(st, p, i, way, 0, _DUE)


@inner
def _hit_principals(st, p, i):
    """A registered arrival outside counts against every principal on the path."""
    place = int(st.place[i])
    block = review_block(st, p)
    book = reported_block(st, p)
    before = -1
    for r in range(p.base, p.n_levels):
        run = int(st.anc[place, r])
        if run != before:
            st.place_up[run, block] = int(st.place_up[run, block]) + 1
            st.place_registered[run, book] = int(st.place_registered[run, book]) + 1
        before = run


@inner
def _home_slot(st, p, i):
    """Lowest slot at or above home with a forum that may still be visited, as a channel; 0 if none."""
    home = int(st.home[i])
    if home >= p.n_levels or closed_to_offices(st, i):
        return 0
    slot = home if home > p.base else p.base
    while slot < p.n_levels and int(p.forum_of_slot[slot]) == 0:
        slot += 1
    if slot >= p.n_levels or int(st.visits[i, FIRST_SLOT + slot]) >= p.claim_max_visits:
        return 0
    return FIRST_SLOT + slot


@inner
def _register(st, p, i):
    """A petition is registered outside: rarely a remedy, else sent home."""
    tick = int(st.count[TICK])
    channel = outside_channel(p)
    visit = int(st.visits[i, channel]) - 1
    _hit_principals(st, p, i)
    st.series[tick, S_REGISTERED] += 1
    if int(st.home[i]) < p.n_levels:
        st.series[tick, S_REGISTERED_ABOVE] += 1
    st.last_end[i] = tick
    st.last_level[i] = p.n_levels
    way = _SENT_BACK
    if uniform(int(st.seed[0]), _P_OUTSIDE, int(st.id[i]), pack(_OUTSIDE, p.n_levels, visit, 0)) < p.outside_p_out:
        way = _GRANTED
        st.interest[i] = 0.0
        rate = return_rate(p, float(st.hostility[i]), 0.0)
        rest(st, p, i, _SETTLED, rate_after(st, p, i, _OUTSIDE, way, rate), 0.0)
    else:
        target = _home_slot(st, p, i)
        fail(st, p, i, channel, p.heat_failure, 1 if target == 0 else 0)
        if target > 0:
            st.transfer[i] = target
            st.information[i] = 0.0
            set_timer(st, i, tick + 1)
    st.last_way[i] = way
    feel_end(st, p, i, _OUTSIDE, p.n_levels, way, 0)
    note(st, i, _DUE, _E_REGISTERED, _OUTSIDE, p.n_levels, -1, way,
         float(st.hostility[i]), float(st.interest[i]), 0.0)  # fmt: skip


@inner
def _wake_or_die(st, p, i, state):
    """Disputes at rest come back (1: the claimant now chooses), or are forgotten or closed for good (0)."""
    tick = int(st.count[TICK])
    if int(st.returns[i]) > int(st.forgets[i]):
        if state == _LUMPED or state == _SUPPRESSED:
            enter(st, i, _FORGOTTEN)
            _say(st, i, _E_FORGOTTEN, 0)
        else:
            enter(st, i, _FINAL)
            _say(st, i, _E_FINAL, 0)
        return 0
    st.hostility[i] = cooled(float(st.hostility[i]), tick - int(st.since[i]), p.press_decay)
    cool_respondent(st, p, i, tick - int(st.since[i]))
    st.since[i] = tick
    if state == _SUPPRESSED:
        feel_broken_promise(st, p, i)
    if state != _LUMPED and state != _SUPPRESSED:
        st.came_back[i] = int(st.came_back[i]) + 1
        if tick - int(st.last_end[i]) <= 365:
            st.back_soon[i] = int(st.back_soon[i]) + 1
        if float(st.interest[i]) < p.returns_interest:
            st.interest[i] = p.returns_interest
    st.series[tick, S_REOPENED] += 1
    enter(st, i, _OPEN)
    if int(st.voiced[i]) == NEVER:  # prevented, and back: now its claimant speaks
        st.voiced[i] = tick
        st.series[tick, S_VOICED] += 1
        feel_harm(st, p, i)
        state = state | FIRST_VOICED
    if was_called(st, i) == 1:
        state = state | JOINS_CROWD
    _say(st, i, _E_REOPENED, state)
    return 1
