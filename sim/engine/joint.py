"""A session to which departments are called: who turns up, and a case set aside because one did not.

A case set aside stands in no line and holds a timer; nothing is done for it meanwhile. Odds: `rules.departments`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.calendar import drop_timer, set_timer
from sim.engine.events import note
from sim.engine.lines import append, remove
from sim.engine.lodging import wake
from sim.engine.marks import S_JOINT, S_MISSING, TICK
from sim.jit import inner
from sim.names import Department, Event, Phase, Purpose
from sim.rules.departments import turnout_probability
from sim.rules.relapse import heated

_TURNOUT = int(Purpose.TURNOUT)
_E_DEPARTMENTS, _E_RESUMED = int(Event.DEPARTMENTS), int(Event.RESUMED)
_SERVE, _DUE = int(Phase.SERVE), int(Phase.DUE)
_NUMBER = len(Department)


@inner
def _who_come(st, i, forum, slot, needs, chance):
    """Mask of the departments needed that turn up for this session."""
    seed = int(st.seed[0])
    key = int(st.id[i])
    visit = int(st.filing_visit[int(st.filing[i])])
    session = int(st.sessions[i])
    came = 0
    for department in range(_NUMBER):
        if (needs >> department) & 1 == 1:
            counter = pack(forum * 16 + department, slot, visit, session)
            if uniform(seed, _TURNOUT, key, counter) < chance:
                came = came | (1 << department)
    return came


@inner
def _count_minutes(st, i, came):
    """Those that turned up have spent the session's minutes each."""
    minutes = 0
    for department in range(_NUMBER):
        minutes += ((came >> department) & 1) * int(st.work[i])
    filing = int(st.filing[i])
    st.filing_joint[filing] = int(st.filing_joint[filing]) + minutes
    st.series[int(st.count[TICK]), S_JOINT] += minutes


@inner
def all_come(st, p, i, run, forum, slot):
    """True if no department that row `i` needs is missing; else the session is lost, hostility a little higher."""
    needs = int(st.needs[i])
    if needs == 0:
        return True
    above = int(st.place_rank[run]) - p.office_slot
    if above < 0:
        above = 0
    chance = turnout_probability(p, above, float(st.turnout[run]))
    came = _who_come(st, i, forum, slot, needs, chance)
    _count_minutes(st, i, came)
    if came != needs:
        filing = int(st.filing[i])
        st.filing_missing[filing] = int(st.filing_missing[filing]) + 1
        st.series[int(st.count[TICK]), S_MISSING] += 1
        st.hostility[i] = heated(float(st.hostility[i]), p.joint_heat)
    detail = int(st.sessions[i]) | (came << 16) | (needs << 32)
    note(st, i, _SERVE, _E_DEPARTMENTS, forum, slot, run, detail, chance,
         float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
    return came == needs


@inner
def set_aside(st, p, i):
    """Take row `i` out of its line for the days that passing the blame costs; without any, to the tail at once."""
    line = int(st.line[i])
    remove(st, i)
    days = int(p.joint_blame_days)
    if days <= 0:
        append(st, line, i)
        return
    until = int(st.count[TICK]) + days
    st.joined[i] = until
    if until < int(st.due[i]):
        drop_timer(st, i)
        set_timer(st, i, until)


@inner
def is_set_aside(st, i):
    """True if the open case of row `i` waits outside of its line."""
    return int(st.line[i]) < 0


@inner
def resumes(st, p, i):
    """True if row `i`, which is due and holds no timer, goes back into its line today instead of lapsing."""
    tick = int(st.count[TICK])
    if not is_set_aside(st, i) or int(st.joined[i]) != tick:
        return False
    due = int(st.patience[i])
    if int(st.clock[i]) < due:
        due = int(st.clock[i])
    if due <= tick:
        return False
    filing = int(st.filing[i])
    line = int(st.filing_line[filing])
    forum = int(st.filing_forum[filing])
    if int(st.line_length[line]) == 0:
        wake(st, line, int(p.mean_minutes[forum]))
    append(st, line, i)
    set_timer(st, i, due)
    width = p.n_levels + 1
    note(st, i, _DUE, _E_RESUMED, forum, line % width, line // width, 0,
         float(st.hostility[i]), float(st.interest[i]), 0.0)  # fmt: skip
    return True
