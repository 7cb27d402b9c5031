"""The week of windows with hours: every contact takes some; what they cannot answer waits a week, or is not answered.

In place of `contacts` where `window_hours` is on, on the last day of a week. Contacts are answered in the order of
places, as shares of counts, so that no more is answered than there are hours for. Windows stand at the level of the
court. What a town office does with what is sent to it: here too. Odds: `rules.desk`. Cost: places with people.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.blocks import reported_block
from sim.engine.contacts import DEMANDS, ENQUIRIES, HOTLINE_RANK, VISITS, count_stream
from sim.engine.events import emit, head_of
from sim.engine.marks import (
    S_BEYOND,
    S_BOOKED_DEMANDS,
    S_BOOKED_RESPONDED,
    S_DEMANDS,
    S_ENQUIRIES,
    S_LATE,
    S_MET,
    S_RESPONDED,
    S_SATISFIED,
    S_UNANSWERED,
    S_VISITS,
    S_WINDOW_MINUTES,
    S_WRITTEN,
    TICK,
)
from sim.engine.people import residents_of
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose
from sim.rules.book import false_success_probability
from sim.rules.contacts import WEEK, asked_next, contact_mean
from sim.rules.desk import (
    CENTRE_DESK,
    HOTLINE_DESK,
    beyond_share,
    demands_heard,
    left_behind,
    minutes_in_time,
    minutes_late,
    portion,
)
from sim.rules.windows import misdirected_probability

_MET, _UNMET, _BOOKED = int(Purpose.MET), int(Purpose.UNMET), int(Purpose.BOOKED_DEMAND)
_ASTRAY = int(Purpose.DEMAND_ASTRAY)
_DEMANDS, _TREATED, _DESK = int(Event.DEMANDS), int(Event.TREATED), int(Event.DESK)
_PHASE = int(Phase.INSTITUTIONS)
_HOTLINE, _ONE_STOP = int(Forum.HOTLINE), int(Forum.ONE_STOP)

# first columns of `week_desk`, by place: of a window's place by window (`BEFORE`: by stream); of a town the last two
WORK, IN_TIME, ANSWERED, BEFORE, SENT, SENT_BEFORE = 0, 2, 4, 6, 9, 10


@inner
def work_desks(st, p):
    """The week's contacts of every place, answered as far as hours go; returns the places that had any."""
    tick = int(st.count[TICK])
    if p.on_window_hours == 0 or (tick + 1) % WEEK != 0:
        return 0
    for place in range(st.runs_forum.shape[0]):
        for column in range(SENT_BEFORE + 1):
            st.week_desk[place, column] = 0
    for place in range(st.runs_forum.shape[0]):
        _ask(st, p, tick // WEEK, place)
    for place in range(st.runs_forum.shape[0]):
        if int(st.desk_minutes[place, HOTLINE_DESK]) > 0:
            _answer(st, p, tick, place, HOTLINE_DESK, _HOTLINE)
            _answer(st, p, tick, place, CENTRE_DESK, _ONE_STOP)
    for place in range(st.runs_forum.shape[0]):
        _write_down(st, p, tick, place)
    heard = 0
    for place in range(st.runs_forum.shape[0]):
        heard += _treat(st, p, tick, place)
    return heard


@inner
def _ask(st, p, week, place):
    """What a place asks this week, and the work of it at the windows above."""
    first, end = residents_of(st, place)
    for stream in range(VISITS + 1):
        st.week_asked[place, stream] = 0
    if end <= first or p.on_contacts == 0:
        return
    calls = contact_mean(p.contacts_hotline, end - first)
    enquiries = count_stream(st, place, week, ENQUIRIES, calls * (1.0 - p.contacts_demands))
    demands = count_stream(st, place, week, DEMANDS, calls * p.contacts_demands)
    visits = count_stream(st, place, week, VISITS, contact_mean(p.contacts_centre, end - first))
    st.week_asked[place, ENQUIRIES] = enquiries
    st.week_asked[place, DEMANDS] = demands
    st.week_asked[place, VISITS] = visits
    desk = int(st.anc[place, p.court_rank])
    calls_work = enquiries * p.desk_enquiry_minutes + demands * p.desk_demand_minutes
    st.week_desk[desk, WORK + HOTLINE_DESK] = int(st.week_desk[desk, WORK + HOTLINE_DESK]) + calls_work
    visits_work = visits * p.desk_visit_minutes
    st.week_desk[desk, WORK + CENTRE_DESK] = int(st.week_desk[desk, WORK + CENTRE_DESK]) + visits_work


@inner
def _answer(st, p, tick, desk, window, kind):
    """A window's week: disputes and what was left first, then what came; one week is the longest wait."""
    hours = int(st.desk_minutes[desk, window]) * WEEK
    claims = int(st.desk_claims[desk, window])
    ahead = int(st.desk_behind[desk, window]) + claims * p.desk_claim_minutes
    work = int(st.week_desk[desk, WORK + window])
    in_time = minutes_in_time(hours, ahead, work)
    late = minutes_late(hours, ahead, work - in_time)
    behind = left_behind(hours, ahead, late)
    st.week_desk[desk, IN_TIME + window] = in_time
    st.week_desk[desk, ANSWERED + window] = in_time + late
    st.desk_behind[desk, window] = behind
    st.desk_claims[desk, window] = 0
    spent = in_time + (ahead if ahead < hours else hours)
    st.series[tick, S_WINDOW_MINUTES] += spent
    if ahead + work > 0:
        emit(st, head_of(tick, _PHASE, _DESK, kind, 0), int(st.place_key[desk]), 0, claims,
             float(spent), float(work - in_time - late), float(behind))  # fmt: skip


@inner
def _among(st, place, desk, window, stream, column):
    """How many contacts of a stream of `place` are among those that its window answers (`column`)."""
    before = int(st.week_desk[desk, BEFORE + stream])
    mine = int(st.week_asked[place, stream])
    return portion(before, mine, int(st.week_desk[desk, column + window]), int(st.week_desk[desk, WORK + window]))


@inner
def _write_down(st, p, tick, place):
    """Contacts of a place that were answered in time, late or not; demands are sent to the town."""
    first, end = residents_of(st, place)
    st.week_written[place, 0] = 0
    st.week_written[place, 1] = 0
    if end <= first or p.on_contacts == 0:
        return
    desk = int(st.anc[place, p.court_rank])
    in_time = _among(st, place, desk, HOTLINE_DESK, DEMANDS, IN_TIME)
    written = _among(st, place, desk, HOTLINE_DESK, DEMANDS, ANSWERED)
    unanswered = int(st.week_asked[place, ENQUIRIES]) - _among(st, place, desk, HOTLINE_DESK, ENQUIRIES, ANSWERED)
    unanswered += int(st.week_asked[place, VISITS]) - _among(st, place, desk, CENTRE_DESK, VISITS, ANSWERED)
    for stream in range(VISITS + 1):
        before = int(st.week_desk[desk, BEFORE + stream])
        st.week_desk[desk, BEFORE + stream] = before + int(st.week_asked[place, stream])
    st.week_written[place, 0] = in_time
    st.week_written[place, 1] = written
    town = int(st.anc[place, p.office_slot])
    st.week_desk[town, SENT] = int(st.week_desk[town, SENT]) + written
    st.series[tick, S_UNANSWERED] += unanswered
    st.series[tick, S_VISITS] += int(st.week_asked[place, VISITS])


@inner
def _treat(st, p, tick, place):
    """What becomes of a place's demands: attended by the town office within its share of hours, and met or not."""
    first, end = residents_of(st, place)
    if end <= first or p.on_contacts == 0:
        return 0
    week = tick // WEEK
    enquiries = int(st.week_asked[place, ENQUIRIES]) + int(st.week_asked[place, VISITS])
    demands = int(st.week_asked[place, DEMANDS])
    written = int(st.week_written[place, 1])
    town = int(st.anc[place, p.office_slot])
    line = town * (p.n_levels + 1) + p.office_slot
    sent = int(st.week_desk[town, SENT])
    minutes = int(st.line_minutes[line]) if int(p.forum_of_slot[p.office_slot]) != 0 else 0
    heard = demands_heard(p, sent, minutes, WEEK)
    before = int(st.week_desk[town, SENT_BEFORE])
    attended = portion(before, written, heard, sent)
    st.week_desk[town, SENT_BEFORE] = before + written
    if attended > 0:
        st.line_credit[line] = int(st.line_credit[line]) - attended * p.contacts_minutes
    asked = float(st.asked[place])
    within = 1.0 - beyond_share(p, asked)
    met, responded, satisfied, booked, grieved = _meet(st, p, place, town, week, demands, attended, within)
    st.asked[place] = asked_next(p, met, demands, asked)
    st.unmet[place] = grieved
    st.series[tick, S_ENQUIRIES] += enquiries
    st.series[tick, S_DEMANDS] += demands
    if enquiries + demands == 0:
        return 0
    detail = enquiries | (demands << 16) | (met << 32) | (booked << 48)
    emit(st, head_of(tick, _PHASE, _DEMANDS, _HOTLINE, 0), int(st.place_key[place]), int(st.place_key[town]), detail,
         within, asked, float(grieved))  # fmt: skip
    detail = int(st.week_written[place, 0]) | (written << 16) | (responded << 32) | (satisfied << 48)
    emit(st, head_of(tick, _PHASE, _TREATED, _HOTLINE, 0), int(st.place_key[place]), int(st.place_key[town]), detail,
         float(attended), 0.0, 0.0)  # fmt: skip
    return 1


@inner
def _meet(st, p, place, town, week, demands, attended, within):
    """Met, answered in time, satisfied, booked as met, and turned into a grievance; the books hear of what is written.

    The first of those written down came in time; whoever the office attends to in time and was not sent wrong is
    satisfied, whether or not it could do anything (`definitions` 2: treatment, not outcome).
    """
    seed, key, tick = int(st.seed[0]), int(st.place_key[place]), int(st.count[TICK])
    in_time, written = int(st.week_written[place, 0]), int(st.week_written[place, 1])
    false = false_success_probability(p, 0, HOTLINE_RANK, float(st.misreporting[town]))
    wrong = misdirected_probability(p, _HOTLINE, float(st.misrouting[town]))
    met, responded, satisfied, booked, grieved, on_time, beyond = 0, 0, 0, 0, 0, 0, 0
    for n in range(demands):
        counter = pack(week, n, 0, 0)
        lies = n < written and uniform(seed, _BOOKED, key, counter) < false
        treated = n < attended and n < in_time
        if treated:
            responded += 1
            if uniform(seed, _ASTRAY, key, counter) >= wrong:
                satisfied += 1
        if treated or lies:
            on_time += 1
        inside = uniform(seed, _MET, key, counter) < within
        if not inside:
            beyond += 1
        if inside and n < attended:
            met += 1
            booked += 1
            continue
        if lies:
            booked += 1
        if uniform(seed, _UNMET, key, counter) < p.contacts_grievance:
            grieved += 1
    _tell(st, p, tick, town, written, written - in_time, met, responded, satisfied, booked, on_time, beyond)
    return met, responded, satisfied, booked, grieved


@inner
def _tell(st, p, tick, town, written, late, met, responded, satisfied, booked, on_time, beyond):
    """The week in the series, and in what the levels above see of the town."""
    st.series[tick, S_WRITTEN] += written
    st.series[tick, S_LATE] += late
    st.series[tick, S_MET] += met
    st.series[tick, S_RESPONDED] += responded
    st.series[tick, S_SATISFIED] += satisfied
    st.series[tick, S_BOOKED_DEMANDS] += booked
    st.series[tick, S_BOOKED_RESPONDED] += on_time
    st.series[tick, S_BEYOND] += beyond
    block = reported_block(st, p)
    st.place_contacts[town, block] = int(st.place_contacts[town, block]) + written
    st.place_responded[town, block] = int(st.place_responded[town, block]) + on_time
    st.place_solved[town, block] = int(st.place_solved[town, block]) + booked
    st.place_satisfied[town, block] = int(st.place_satisfied[town, block]) + satisfied
