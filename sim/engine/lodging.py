"""Phase 3: the day's lodgements, in keyed order, join their lines.

What brings them here: `claims`; who is served: `serve`.
"""

from __future__ import annotations

from sim.draws import exponential, key, normal, pack
from sim.engine.blocks import reported_block
from sim.engine.calendar import set_timer
from sim.engine.channels import forum_of, line_for, slot_of
from sim.engine.events import note
from sim.engine.lines import append, forum_of_line, kind_of_line, place_of_line, rest_idle, slot_of_line
from sim.engine.machine import enter
from sim.engine.marks import FAR, FILINGS, IN_LINE, JOINS, NEVER, S_ACCEPTED, TICK
from sim.engine.order import sort_pairs
from sim.engine.petitioning import under_review
from sim.engine.windows import window_of
from sim.floats import exp_
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose, State
from sim.rules.relapse import DAYS_A_YEAR
from sim.rules.voice import whole_days

_TIE_BREAK, _CONTENT, _DROPOUT = int(Purpose.TIE_BREAK), int(Purpose.CONTENT), int(Purpose.DROPOUT)
_QUEUED, _AT_WINDOW = int(State.QUEUED), int(State.AT_WINDOW)
_COURT, _PETITION = int(Forum.COURT), int(Forum.PETITION)
_COMMITTEE, _OFFICE = int(Forum.COMMITTEE), int(Forum.OFFICE)
_ACCEPTED, _LODGE = int(Event.ACCEPTED), int(Phase.LODGE)


@inner
def enlist(st, p, i, channel, run, compulsion, referred):
    """Note that row `i` joins the channel's line in phase 3; its visit was counted.

    The tie-break key orders the day's joiners.
    """
    st.channel[i] = channel
    st.compulsion[i] = compulsion
    enlist_at(st, i, line_for(p, run, channel), forum_of(p, channel), slot_of(p, channel), referred)


@inner
def enlist_at(st, i, line, forum, slot, referred):
    """Note that row `i` joins `line`, of a forum and a slot, in phase 3; its channel is set and its visit counted."""
    n = int(st.count[JOINS])
    visit = int(st.visits[i, int(st.channel[i])]) - 1
    st.join_row[n] = i
    st.join_line[n] = line * 2 + referred
    st.join_key[n] = key(int(st.seed[0]), _TIE_BREAK, int(st.id[i]), pack(forum, slot, visit, 0))
    st.count[JOINS] = n + 1


@inner
def join_lines(st, p):
    """Phase 3. Returns the number of lodgements."""
    n = int(st.count[JOINS])
    sort_pairs(st, st.join_key, n, st.join_row)
    for k in range(n):
        at = int(st.day_order[k])
        code = int(st.join_line[at])
        _join(st, p, int(st.join_row[at]), code // 2, code % 2)
    st.count[JOINS] = 0
    return n


@inner
def _work_minutes(st, p, i, forum):
    """Minutes of one session: mean-one log-normal content, clipped, times the forum's session hours."""
    sigma = p.staff_content_sigma
    z = normal(int(st.seed[0]), _CONTENT, int(st.id[i]), pack(forum, 0, 0, 0))
    content = exp_(sigma * z - 0.5 * sigma * sigma)
    if content < p.staff_content_low:
        content = p.staff_content_low
    if content > p.staff_content_high:
        content = p.staff_content_high
    minutes = int(60.0 * float(p.session_hours[forum]) * content)
    if minutes < 1:
        return 1
    return minutes


@inner
def wake(st, line, mean):
    """An empty line carries at most one mean session of idle credit into the day it fills."""
    idle = int(st.count[TICK]) - int(st.line_served[line]) - 1
    if idle < 0:
        idle = 0
    rest_idle(st, line, mean, idle)


@inner
def _open_filing(st, i, line, forum, channel, level, referred):
    row = int(st.count[FILINGS])
    st.filing_dispute[row] = i
    st.filing_line[row] = line
    st.filing_forum[row] = forum
    st.filing_level[row] = level
    st.filing_channel[row] = channel
    st.filing_visit[row] = int(st.visits[i, channel]) - 1
    st.filing_opened[row] = st.count[TICK]
    st.filing_referred[row] = referred
    st.filing_work[row] = st.work[i]
    st.filing_found[row] = 1 if int(st.voiced[i]) == NEVER else 0
    st.count[FILINGS] = row + 1
    st.filing[i] = row


@inner
def _clock_day(st, p, i, forum, slot):
    """Tick at which the case lapses; 0 for court. Gates have a clock of their own, and so have reviews."""
    tick = int(st.count[TICK])
    if forum == _COURT:
        return 0
    if float(st.compulsion[i]) > 0.0:
        return tick + int(float(st.gate_clock[int(st.place[i]), slot]))
    if under_review(st, i) and (forum == _OFFICE or forum == _PETITION):
        return tick + int(p.petition_review_clock)
    return tick + int(p.clock_days[forum])


@inner
def _join(st, p, i, line, referred):
    tick = int(st.count[TICK])
    window = window_of(st, p, i) if int(st.state[i]) == _AT_WINDOW else 0
    channel = int(st.channel[i])
    kind = kind_of_line(p, slot_of_line(st, p, line))
    forum = forum_of_line(p, slot_of_line(st, p, line))
    slot = slot_of(p, channel)
    run = place_of_line(st, p, line)
    if int(st.line_length[line]) == 0:
        wake(st, line, int(p.mean_minutes[forum]))
    append(st, line, i)
    enter(st, i, _QUEUED)
    st.since[i] = tick
    st.sessions[i] = 0
    st.work[i] = _work_minutes(st, p, i, forum)
    clock = _clock_day(st, p, i, forum, slot)
    luck = exponential(int(st.seed[0]), _DROPOUT, int(st.id[i]), pack(int(st.episode[i]), 0, 0, 0))
    patience = tick + whole_days(luck, p.patience_rate / DAYS_A_YEAR, FAR)
    st.clock[i] = clock
    st.patience[i] = patience
    due = patience
    if forum != _COURT and clock < patience:
        due = clock
    set_timer(st, i, due)
    _open_filing(st, i, line, forum, channel, int(st.place_rank[run]), referred)
    st.filing_window[int(st.filing[i])] = window
    st.series[tick, S_ACCEPTED + kind] += 1
    st.count[IN_LINE + kind] = int(st.count[IN_LINE + kind]) + 1
    block = reported_block(st, p)
    st.place_accepted[run, block] = int(st.place_accepted[run, block]) + 1
    if forum == _COMMITTEE or forum == _OFFICE:
        st.line_entered[line] = int(st.line_entered[line]) + 1
    if forum == _PETITION:
        st.place_registered[run, block] = int(st.place_registered[run, block]) + 1
    note(
        st,
        i,
        _LODGE,
        _ACCEPTED,
        forum,
        slot,
        run,
        int(st.work[i]),
        float(clock),
        float(patience),
        float(st.compulsion[i]),
    )
