"""Suits of organisations in the lines of a court: a number a day and a pointer, never a row for each.

They enter in phase 3 after residents' disputes, are served in `serve` by entering day, and are told of in the evening.
No resident has a part in them.
"""

from __future__ import annotations

from sim.draws import normal, pack, uniform
from sim.engine.events import emit, head_of
from sim.engine.lines import (
    add_suits,
    forum_of_line,
    kind_of_line,
    line_of,
    place_of_line,
    prefiling_line,
    slot_of_line,
    take_suit,
)
from sim.engine.lodging import wake
from sim.engine.marks import (
    FIRST_TICK,
    IN_LINE,
    S_MINUTES,
    S_SUITS,
    S_SUITS_HEARD,
    S_SUITS_MINUTES,
    S_SUITS_SENT,
    S_SUITS_SETTLED,
    TICK,
)
from sim.engine.posts import next_free, take_minutes
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose
from sim.rules.arise import CHUNK_MEAN, poisson_count, zero_probability
from sim.rules.docket import suit_minutes

_COURT, _PREFILING = int(Forum.COURT), int(Forum.PREFILING)
_COUNT, _AWAY, _WORK, _SETTLED = (
    int(Purpose.DOCKET),
    int(Purpose.DOCKET_AWAY),
    int(Purpose.DOCKET_WORK),
    int(Purpose.DOCKET_SETTLED),
)
_E_DOCKET, _EVENING = int(Event.DOCKET), int(Phase.INSTITUTIONS)
TRIAL_LINE, BEFORE_LINE = 0, 1


@inner
def _cell(st, tick, court, which):
    return (tick * st.court_place.shape[0] + court) * 2 + which


@inner
def enter_docket(st, p):
    """Phase 3: today's suits of organisations, and those that mediation gave back yesterday. Returns courts seen."""
    courts = st.court_place.shape[0]
    for court in range(courts):
        place = int(st.court_place[court])
        trial, before = line_of(p, place, p.n_levels), prefiling_line(st, p, place)
        n = _suits_today(st, place, float(st.court_suits[court]))
        away = _sent_away(st, p, place, n)
        tick = int(st.count[TICK])
        st.series[tick, S_SUITS] += n
        st.series[tick, S_SUITS_SENT] += away
        _enter(st, p, court, TRIAL_LINE, trial, n - away + int(st.line_docket_back[trial]))
        _enter(st, p, court, BEFORE_LINE, before, away)
        st.line_docket_back[trial] = 0
        st.line_docket_heard[trial] = 0
        st.line_docket_heard[before] = 0
    return courts


@inner
def _suits_today(st, place, mean):
    key, tick = int(st.place_key[place]), int(st.count[TICK]) + FIRST_TICK
    pieces = int(mean / CHUNK_MEAN) + 1
    each = mean / float(pieces)
    none = zero_probability(each)
    total = 0
    for piece in range(pieces):
        total += poisson_count(uniform(int(st.seed[0]), _COUNT, key, pack(tick, piece, 0, 0)), each, none)
    return total


@inner
def _sent_away(st, p, place, n):
    """Of today's suits, those that both sides send to the mediators first."""
    if p.on_prefiling == 0:
        return 0
    key, tick = int(st.place_key[place]), int(st.count[TICK]) + FIRST_TICK
    away = 0
    for one in range(n):
        if uniform(int(st.seed[0]), _AWAY, key, pack(tick, one, 0, 0)) < p.docket_mediated:
            away += 1
    return away


@inner
def _enter(st, p, court, which, line, n):
    if n == 0:
        return
    tick = int(st.count[TICK])
    slot = slot_of_line(st, p, line)
    if int(st.line_length[line]) == 0:
        wake(st, line, int(p.mean_minutes[forum_of_line(p, slot)]))
    if int(st.line_docket[line]) == 0:
        st.line_docket_day[line] = tick
        st.line_docket_at[line] = 0
    st.docket_in[_cell(st, tick, court, which)] = n
    add_suits(st, line, n)
    kind = IN_LINE + kind_of_line(p, slot)
    st.count[kind] = int(st.count[kind]) + n


@inner
def suit_work(st, p, line, forum):
    """Minutes that the first suit of the line takes."""
    place = place_of_line(st, p, line)
    z = normal(int(st.seed[0]), _WORK, int(st.place_key[place]),
               pack(int(st.line_docket_day[line]) + FIRST_TICK, int(st.line_docket_at[line]), forum, 0))  # fmt: skip
    hours = float(p.session_hours[forum])
    return suit_minutes(hours, z, p.staff_content_sigma, p.staff_content_low, p.staff_content_high)


@inner
def hear_suit(st, p, line, forum, work):
    """The first suit is heard: judged, or mediated before filing and given back to the court where that fails."""
    tick, place = int(st.count[TICK]), place_of_line(st, p, line)
    kind = kind_of_line(p, slot_of_line(st, p, line))
    st.series[tick, S_MINUTES + kind] += work
    st.series[tick, S_SUITS_MINUTES + (BEFORE_LINE if forum == _PREFILING else TRIAL_LINE)] += work
    st.count[IN_LINE + kind] = int(st.count[IN_LINE + kind]) - 1
    if p.on_staff == 1:
        k = next_free(st, line)
        if k >= 0:
            take_minutes(st, p, k, line, work)
    if forum == _PREFILING:
        key = int(st.place_key[place])
        number = pack(int(st.line_docket_day[line]) + FIRST_TICK, int(st.line_docket_at[line]), 0, 0)
        if uniform(int(st.seed[0]), _SETTLED, key, number) >= p.docket_settled:
            trial = line_of(p, place, p.n_levels)
            st.line_docket_back[trial] = int(st.line_docket_back[trial]) + 1
        else:
            st.series[tick, S_SUITS_SETTLED] += 1
    else:
        st.series[tick, S_SUITS_HEARD] += 1
    st.line_docket_heard[line] = int(st.line_docket_heard[line]) + 1
    take_suit(st, line)
    _move_on(st, line, int(st.court_of[place]), BEFORE_LINE if forum == _PREFILING else TRIAL_LINE)


@inner
def _move_on(st, line, court, which):
    """The pointer moves to the next suit: each day is passed once, whatever the backlog."""
    st.line_docket_at[line] = int(st.line_docket_at[line]) + 1
    if int(st.line_docket[line]) == 0:
        return
    day = int(st.line_docket_day[line])
    while int(st.line_docket_at[line]) >= int(st.docket_in[_cell(st, day, court, which)]):
        day += 1
        st.line_docket_day[line] = day
        st.line_docket_at[line] = 0


@inner
def tell_docket(st, p):
    """Phase 7: one event a line of a court on which suits of organisations entered or were heard."""
    tick, courts = int(st.count[TICK]), st.court_place.shape[0]
    for court in range(courts):
        place = int(st.court_place[court])
        _tell(st, p, tick, court, TRIAL_LINE, place, line_of(p, place, p.n_levels), _COURT)
        _tell(st, p, tick, court, BEFORE_LINE, place, prefiling_line(st, p, place), _PREFILING)
    return courts


@inner
def _tell(st, p, tick, court, which, place, line, forum):
    entered, heard = int(st.docket_in[_cell(st, tick, court, which)]), int(st.line_docket_heard[line])
    if entered + heard > 0:
        back = int(st.line_docket_back[line_of(p, place, p.n_levels)]) if forum == _PREFILING else 0
        emit(st, head_of(tick, _EVENING, _E_DOCKET, forum, p.court_rank), int(st.place_key[place]), 0,
             entered | (heard << 16) | (back << 32), float(int(st.line_docket[line])), 0.0, 0.0)  # fmt: skip
