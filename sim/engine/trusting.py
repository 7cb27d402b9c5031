"""What people believe of forums and how far they trust levels; phase 7 moves both by the experiences of the day.

A *stance* is one cell: belief by forum and dispute family, then trust by level. A lowest place keeps a shift from the
anchor for each, a resident only for what was lived through: a hash table holds those. Shifts shrink lazily, by the days
since they were written. All of a day's moves are computed from the stances of the morning, then added: order-free.
"""

from __future__ import annotations

from sim.engine.arbitration import forum_for
from sim.engine.channels import FIRST_SLOT, court_channel, forum_of
from sim.engine.hashed import place_of
from sim.engine.marks import DISPUTES, FEELS, FELT, TICK
from sim.engine.memory import shift_now
from sim.engine.people import residents_of
from sim.jit import inner, njit
from sim.names import Forum, Opponent, Way
from sim.rules.tacitus import GOOD_WORD
from sim.rules.trust import (
    UNIT,
    alarm_units,
    believed,
    efficacy_felt,
    heard_units,
    intent_felt,
    own_units,
    trusted,
)

FAMILIES = 6
TRUST = 8 * FAMILIES
"""First stance of trust; before it belief, by kind of forum and dispute family."""
_COLLECTIVE = int(Opponent.COLLECTIVE)
_COMMITTEE, _COURT, _PREFILING = int(Forum.COMMITTEE), int(Forum.COURT), int(Forum.PREFILING)
_ARBITRATION, _RECONSIDERATION = int(Forum.ARBITRATION), int(Forum.RECONSIDERATION)
_FREE = int(Forum.NONE)
_PROMISE = int(Way.PROMISE)


@inner
def _stance_of_belief(st, p, i, forum):
    """Mediators before filing are the court's: who goes there has chosen to sue. Their row holds labour arbitration.

    Nobody believes anything of no forum: that row holds reconsideration.
    """
    if forum == _PREFILING:
        forum = _COURT
    elif forum == _ARBITRATION:
        forum = _PREFILING
    elif forum == _RECONSIDERATION:
        forum = _FREE
    return forum * FAMILIES + int(p.type_family[int(st.type[i])])


@inner
def _anchor(p, stance):
    if stance >= TRUST:
        return float(p.trust_level[stance - TRUST])
    forum = stance // FAMILIES
    if forum == _PREFILING:
        forum = _ARBITRATION
    elif forum == _FREE:
        forum = _RECONSIDERATION
    return float(p.belief_forum[forum])


@njit
def refill_felt(st, keys, units, ticks):
    """Fill a fresh table with the entries of the old one."""
    for k in range(keys.shape[0]):
        if keys[k] >= 0:
            at = place_of(st.felt_key, int(keys[k]))
            st.felt_key[at] = keys[k]
            st.felt_units[at] = units[k]
            st.felt_tick[at] = ticks[k]


@inner
def heard_shift(st, p, place, stance):
    """Shift of a place's people from the anchor, as of this morning."""
    days = int(st.count[TICK]) - int(st.stance_tick[place, stance])
    return shift_now(st, p, int(st.stance_units[place, stance]), days)


@inner
def own_shift(st, p, resident, stance):
    """Shift of a resident by what was lived through, beside that of the place."""
    at = place_of(st.felt_key, (resident << 6) | stance)
    if int(st.felt_key[at]) < 0:
        return 0.0
    return shift_now(st, p, int(st.felt_units[at]), int(st.count[TICK]) - int(st.felt_tick[at]))


@inner
def _shift_of(st, p, i, stance):
    return heard_shift(st, p, int(st.place[i]), stance) + own_shift(st, p, int(st.claimant[i]), stance)


@inner
def belief_in(st, p, i, forum):
    """What the claimant of row `i` believes this kind of forum can do in such a matter."""
    return believed(float(p.belief_forum[forum]), _shift_of(st, p, i, _stance_of_belief(st, p, i, forum)))


@inner
def trust_in(st, p, i, level):
    """How far the claimant of row `i` trusts the intent of a level."""
    if p.on_trust == 0:
        return float(p.trust_level[level])
    return trusted(float(p.trust_level[level]), _shift_of(st, p, i, TRUST + level))


@inner
def lost_below(st, p, i, level):
    """The most trust that the claimant of row `i` has lost in a level with a forum of theirs below `level`."""
    lost = 0.0
    if p.on_trust == 0:
        return lost
    place = int(st.place[i])
    for r in range(p.base, p.n_levels):
        below = int(st.place_rank[int(st.anc[place, r])])
        if below < level:
            missing = float(p.trust_level[below]) - trust_in(st, p, i, below)
            if missing > lost:
                lost = missing
    return lost


@inner
def _feel(st, i, stance, felt):
    """Remember an experience of today; it moves stances in phase 7."""
    if felt == 0:
        return
    n = int(st.count[FEELS])
    st.feel_row[n] = i
    st.feel_stance[n] = stance
    st.feel_sign[n] = felt
    st.count[FEELS] = n + 1


@inner
def feel_end(st, p, i, forum, level, way, fair):
    """A case ended, or a claim was turned away, at a forum of `level`."""
    if p.on_trust == 0:
        return
    decides = 0
    if forum == _COURT or forum == _ARBITRATION or (forum != _COMMITTEE and int(st.opponent[i]) >= _COLLECTIVE):
        decides = 1
    _feel(st, i, _stance_of_belief(st, p, i, forum), efficacy_felt(way, fair))
    _feel(st, i, TRUST + level, intent_felt(way, fair, decides))


@inner
def feel_broken_promise(st, p, i):
    """A matter that was shelved with a promise is back: it was not kept."""
    if p.on_trust == 0 or int(st.last_way[i]) != _PROMISE or int(st.last_level[i]) < 0:
        return
    _feel(st, i, _stance_of_belief(st, p, i, forum_of(p, int(st.channel[i]))), -1)
    _feel(st, i, TRUST + int(st.last_level[i]), -1)


@inner
def feel_harm(st, p, i):
    """A grievance against the collective or a government is voiced: that level is trusted less, no other."""
    if p.on_trust == 1 and int(st.opponent[i]) >= _COLLECTIVE:
        _feel(st, i, TRUST + int(st.place_rank[int(st.respondent_place[i])]), -1)


@inner
def _move_place(st, p, place, stance, units):
    now = int(UNIT * heard_shift(st, p, place, stance))
    st.stance_units[place, stance] = now + units
    st.stance_tick[place, stance] = st.count[TICK]


@inner
def _move_person(st, p, resident, stance, units):
    code = (resident << 6) | stance
    now = int(UNIT * own_shift(st, p, resident, stance))
    at = place_of(st.felt_key, code)
    if int(st.felt_key[at]) < 0:
        st.felt_key[at] = code
        st.count[FELT] = int(st.count[FELT]) + 1
    st.felt_units[at] = now + units
    st.felt_tick[at] = st.count[TICK]


@inner
def move_stances(st, p):
    """Phase 7: the experiences of the day move the stances of who had them, and of the place that hears of them.

    Returns how many. What they move is computed for all of them first.
    """
    n = int(st.count[FEELS])
    for k in range(n):
        i, stance, felt = int(st.feel_row[k]), int(st.feel_stance[k]), int(st.feel_sign[k])
        if stance >= TRUST and felt > 0:
            felt = GOOD_WORD
        anchor = _anchor(p, stance)
        first, end = residents_of(st, int(st.place[i]))
        st.feel_own[k] = own_units(p, trusted(anchor, _shift_of(st, p, i, stance)), felt)
        there = trusted(anchor, heard_shift(st, p, int(st.place[i]), stance))
        st.feel_heard[k] = heard_units(p, there, felt, end - first)
    for k in range(n):
        i, stance = int(st.feel_row[k]), int(st.feel_stance[k])
        _move_person(st, p, int(st.claimant[i]), stance, int(st.feel_own[k]))
        _move_place(st, p, int(st.place[i]), stance, int(st.feel_heard[k]))
    st.count[FEELS] = 0
    return n


@inner
def lose_by_alarms(st, p, place, alarms):
    """Knocking in vain costs the level of the lowest forum trust among the people of a place."""
    if p.on_trust == 0:
        return
    stance = TRUST + int(st.place_rank[int(st.anc[place, p.base])])
    first, end = residents_of(st, place)
    there = trusted(_anchor(p, stance), heard_shift(st, p, place, stance))
    _move_place(st, p, place, stance, alarm_units(p, there, alarms, end - first))


@inner
def remember_past(st, p):
    """Before tick 0: tries in vain of the past are failures of one's own at the anchor; all else begins there."""
    if p.on_trust == 0:
        return
    for i in range(int(st.count[DISPUTES])):
        for channel in range(FIRST_SLOT, court_channel(p) + 1):
            fails = int(st.fails[i, channel])
            if fails > 0:
                stance = _stance_of_belief(st, p, i, forum_for(st, p, i, channel))
                units = fails * own_units(p, _anchor(p, stance), -1)
                _move_person(st, p, int(st.claimant[i]), stance, units)
