"""Lines: one doubly linked first-in-first-out queue per place and slot, the list of non-empty lines, and lazy credit.

Line number = place x (levels + 1) + slot; slot n is the court's. Behind them stand one more line per place of the
court's pre-filing mediators, then of labour arbitration, then of reconsideration: their slots, which they share with no
other line, are n + 1 to n + 3. Nothing here knows rules.
"""

from __future__ import annotations

from sim.engine.marks import ACTIVE_LINES, AVAILABLE, COURT_KIND, QUEUED, TICK
from sim.jit import inner
from sim.names import Forum

_COURT, _PREFILING, _ARBITRATION = int(Forum.COURT), int(Forum.PREFILING), int(Forum.ARBITRATION)
_RECONSIDERATION = int(Forum.RECONSIDERATION)


@inner
def line_of(p, place, slot):
    """Number of the line that `place` runs for `slot`."""
    return place * (p.n_levels + 1) + slot


@inner
def _first_behind(st, p):
    """Number of the first line behind those of slots and courts, which is of pre-filing mediators."""
    return st.place_rank.shape[0] * (p.n_levels + 1)


@inner
def prefiling_line(st, p, place):
    """Line of the pre-filing mediators of the court at `place`."""
    return _first_behind(st, p) + place


@inner
def arbitration_line(st, p, place):
    """Line of labour arbitration at `place`."""
    return _first_behind(st, p) + st.place_rank.shape[0] + place


@inner
def reconsideration_line(st, p, place):
    """Line of reconsideration at `place`."""
    return _first_behind(st, p) + 2 * st.place_rank.shape[0] + place


@inner
def place_of_line(st, p, line):
    """Row of the place that runs a line."""
    first = _first_behind(st, p)
    if line >= first:
        return (line - first) % st.place_rank.shape[0]
    return line // (p.n_levels + 1)


@inner
def slot_of_line(st, p, line):
    """Slot of a line: a level, n_levels for the court, its pre-filing mediators, arbitration, reconsideration."""
    first = _first_behind(st, p)
    if line >= first:
        return p.n_levels + 1 + (line - first) // st.place_rank.shape[0]
    return line % (p.n_levels + 1)


@inner
def kind_of_line(p, slot):
    """Position of a slot of `slot_of_line` among the kinds of line."""
    if slot >= p.n_levels:
        return COURT_KIND + slot - p.n_levels
    return slot


@inner
def forum_of_line(p, slot):
    """Kind of forum of a slot of `slot_of_line`."""
    if slot == p.n_levels:
        return _COURT
    if slot == p.n_levels + 1:
        return _PREFILING
    if slot == p.n_levels + 2:
        return _ARBITRATION
    if slot > p.n_levels:
        return _RECONSIDERATION
    return int(p.forum_of_slot[slot])


@inner
def set_minutes(st, p, line):
    """Bring the minutes of a line to who is there, to the lever, and to the mode of its place; never below 0."""
    place, slot = place_of_line(st, p, line), slot_of_line(st, p, line)
    minutes = int(float(st.line_staffed[line]) * float(st.capacity[place, slot]) * float(st.line_factor[line]))
    if minutes < 0:
        minutes = 0
    kind = AVAILABLE + kind_of_line(p, slot)
    st.count[kind] = int(st.count[kind]) + minutes - int(st.line_minutes[line])
    st.line_minutes[line] = minutes


@inner
def rest_idle(st, line, mean, days):
    """Credit of a line that stood empty for `days`: its minutes, but never more than one mean session."""
    credit = int(st.line_credit[line]) + int(st.line_minutes[line]) * days
    if credit > mean:
        credit = mean
    st.line_credit[line] = credit


@inner
def length_before(st, line):
    """Length of the line at the end of the day before."""
    if int(st.line_touched[line]) == int(st.count[TICK]):
        return int(st.line_before[line])
    return int(st.line_length[line])


@inner
def _touch(st, line):
    tick = int(st.count[TICK])
    if int(st.line_touched[line]) != tick:
        st.line_before[line] = st.line_length[line]
        st.line_touched[line] = tick


@inner
def append(st, line, i):
    """Put dispute `i` at the tail."""
    _touch(st, line)
    tail = int(st.line_tail[line])
    st.line_prev[i] = tail
    st.line_next[i] = -1
    if tail >= 0:
        st.line_next[tail] = i
    else:
        st.line_head[line] = i
        position = int(st.count[ACTIVE_LINES])
        st.line_active[line] = position
        st.active_list[position] = line
        st.count[ACTIVE_LINES] = position + 1
    st.line_tail[line] = i
    st.line_length[line] = int(st.line_length[line]) + 1
    st.line[i] = line
    st.joined[i] = st.count[TICK]
    st.count[QUEUED] = int(st.count[QUEUED]) + 1


@inner
def remove(st, i):
    """Take dispute `i` out of its line, wherever it stands."""
    line = int(st.line[i])
    _touch(st, line)
    before = int(st.line_prev[i])
    after = int(st.line_next[i])
    if before >= 0:
        st.line_next[before] = after
    else:
        st.line_head[line] = after
    if after >= 0:
        st.line_prev[after] = before
    else:
        st.line_tail[line] = before
    st.line_prev[i] = -1
    st.line_next[i] = -1
    st.line[i] = -1
    length = int(st.line_length[line]) - 1
    st.line_length[line] = length
    st.count[QUEUED] = int(st.count[QUEUED]) - 1
    if length == 0:
        _retire(st, line)


@inner
def _retire(st, line):
    """Take an emptied line out of the list of non-empty ones (the last takes its place; the order means nothing)."""
    position = int(st.line_active[line])
    last = int(st.count[ACTIVE_LINES]) - 1
    moved = int(st.active_list[last])
    st.active_list[position] = moved
    st.line_active[moved] = position
    st.line_active[line] = -1
    st.count[ACTIVE_LINES] = last
