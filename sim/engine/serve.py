"""Phase 4: each non-empty line serves whom its minutes allow, in the order of the line. What is said there: `session`.

Suits of organisations stand in the same lines (`docket`).
"""

from __future__ import annotations

from sim.engine.docket import hear_suit, suit_work
from sim.engine.lines import (
    forum_of_line,
    kind_of_line,
    length_before,
    place_of_line,
    slot_of_line,
)
from sim.engine.marks import ACTIVE_LINES, S_MINUTES, S_SESSIONS, TICK
from sim.engine.session import hold_session
from sim.jit import inner
from sim.names import Forum
from sim.rules.docket import docket_first

_PREFILING = int(Forum.PREFILING)


@inner
def serve_lines(st, p):
    """Phase 4. Returns cases served plus non-empty lines looked at.

    Lines that empty leave the list while we walk it backwards.
    """
    touched = 0
    position = int(st.count[ACTIVE_LINES]) - 1
    while position >= 0:
        touched += 1 + _serve_line(st, p, int(st.active_list[position]))
        position -= 1
    return touched


@inner
def _serve_line(st, p, line):
    tick = int(st.count[TICK])
    run, slot = place_of_line(st, p, line), slot_of_line(st, p, line)
    forum, kind = forum_of_line(p, slot), kind_of_line(p, slot)
    credit = int(st.line_credit[line]) + int(st.line_minutes[line])
    before = length_before(st, line)
    notice = p.prefiling_notice if forum == _PREFILING else 0
    served = 0
    while True:
        i = int(st.line_head[line])
        if int(st.line_docket[line]) > 0:
            entered = int(st.line_docket_day[line])
            if i < 0 or docket_first(entered, int(st.joined[i])):
                work = suit_work(st, p, line, forum)
                if entered + notice >= tick or credit < work:
                    break
                credit -= work
                st.line_credit[line] = credit
                hear_suit(st, p, line, forum, work)
                served += 1
                continue
        if i < 0 or int(st.joined[i]) + notice >= tick:
            break
        work = int(st.work[i])
        if credit < work:
            break
        st.line_credit[line] = credit - work
        served += 1
        st.series[tick, S_MINUTES + kind] += work
        st.series[tick, S_SESSIONS + kind] += 1
        hold_session(st, p, i, line, run, slot, forum, before)
        credit = int(st.line_credit[line])  # less than before where closing a case made paper
    if int(st.line_length[line]) == 0:
        mean = int(p.mean_minutes[forum])
        if credit > mean:
            credit = mean
    st.line_credit[line] = credit
    st.line_served[line] = tick
    return served
