"""Phase 6: those hurt today push mood and pressure along their ties.

Pressure past a keyed threshold bears a child tomorrow. Pushes are integers and are summed before anything fires, so the
order of the day's failures means nothing.
"""

from __future__ import annotations

from sim.draws import child_id, exponential
from sim.engine.befalls import schedule_child
from sim.engine.hashed import place_of
from sim.engine.machine import is_active
from sim.engine.marks import PRESSURES, PUSHES, TICK
from sim.engine.memory import mood_of
from sim.engine.order import is_older
from sim.engine.people import household_key
from sim.jit import inner, njit
from sim.names import Origin, Purpose, State
from sim.rules.bonds import mood_by_tie, pressure_by_tie
from sim.rules.spread import fires, heat_above, mood_push, own_mood_push, pressure

_CONTAGION, _CONTAGION_ID = int(Purpose.CONTAGION), int(Purpose.CONTAGION_ID)
_SYMPATHETIC = int(Origin.CONTAGION)
_LUMPED, _SUPPRESSED = int(State.LUMPED), int(State.SUPPRESSED)
UNIT = 65536


@njit
def ties_of_pushes(st):
    """Ties of all households that were hurt today: the room that phase 6 may need."""
    total = 0
    for k in range(int(st.count[PUSHES])):
        household = int(st.res_household[int(st.claimant[int(st.push_row[k])])])
        total += int(st.tie_start[household + 1]) - int(st.tie_start[household])
    return total


@inner
def _raise_mood(st, p, resident, units):
    tick = int(st.count[TICK])
    days = tick - int(st.mood_tick[resident])
    now = int(st.mood[resident])
    if days > 0:
        now = int(UNIT * mood_of(st, p, now, days))
        st.mood_tick[resident] = tick
    st.mood[resident] = now + units


@njit
def refill_pressure(st, keys, units, fired):
    """Fill a fresh table with the entries of the old one."""
    for k in range(keys.shape[0]):
        if keys[k] >= 0:
            at = place_of(st.pressure_key, int(keys[k]))
            st.pressure_key[at] = keys[k]
            st.pressure_units[at] = units[k]
            st.pressure_fired[at] = fired[k]


@inner
def _add_pressure(st, cause, household, units):
    code = (cause << 32) | household
    at = place_of(st.pressure_key, code)
    if int(st.pressure_key[at]) < 0:
        st.pressure_key[at] = code
        st.count[PRESSURES] = int(st.count[PRESSURES]) + 1
    st.pressure_units[at] = int(st.pressure_units[at]) + units


@inner
def _excluded(st, i):
    """Household of a respondent who is a resident; -1 otherwise."""
    person = int(st.respondent[i])
    if person < 0:
        return -1
    return int(st.res_household[person])


@inner
def spread_hurts(st, p):
    """Phase 6. Returns ties touched."""
    touched = 0
    n = int(st.count[PUSHES])
    for k in range(n):
        touched += _hurt(st, p, k)
    if p.on_spread == 1:
        for k in range(n):
            _fire_around(st, p, k)
    st.count[PUSHES] = 0
    return touched


@inner
def _weight_of_ties(st, p, start, end):
    """Sum of the weights of these ties, in their order; not asked for where all ties are alike."""
    total = 0.0
    if p.on_tie_kinds == 1:
        for t in range(start, end):
            total += float(p.tie_spread[int(st.tie_kind[t])])
    return total


@inner
def _hurt(st, p, k):
    """One hurt: own mood, and, if hot, mood and pressure on every tied household; returns ties touched."""
    i = int(st.push_row[k])
    hostility = float(st.hostility[i])
    claimant = int(st.claimant[i])
    _raise_mood(st, p, claimant, own_mood_push(p, hostility))
    st.push_pressure[k] = 0
    heat = heat_above(hostility, p.spread_hot)
    if p.on_spread == 0 or heat <= 0.0:
        return 1
    household = int(st.res_household[claimant])
    start, end = int(st.tie_start[household]), int(st.tie_start[household + 1])
    contagion = float(p.type_contagion[int(st.type[i])])
    mood = mood_push(p, heat)
    units = pressure(p, contagion, heat, end - start)
    total = _weight_of_ties(st, p, start, end)
    st.push_pressure[k] = units
    st.pushed[i] = st.count[TICK]
    excluded = _excluded(st, i)
    for t in range(start, end):
        other = int(st.tie_to[t])
        if p.on_tie_kinds == 1:
            weight = float(p.tie_spread[int(st.tie_kind[t])])
            mood = mood_by_tie(p, heat, weight, total, end - start)
            units = pressure_by_tie(p, contagion, heat, weight, total)
            if units > int(st.push_pressure[k]):
                st.push_pressure[k] = units
        for resident in range(int(st.hh_first[other]), int(st.hh_first[other + 1])):
            if int(st.res_adult[resident]) == 1:
                _raise_mood(st, p, resident, mood)
        if units > 0 and other != excluded:
            _add_pressure(st, int(st.cause[i]), other, units)
    return end - start + 1


@inner
def _fire_around(st, p, k):
    """Children of the households that push k pressed, where the day's total has passed their threshold."""
    if int(st.push_pressure[k]) <= 0:
        return
    i = int(st.push_row[k])
    cause = int(st.cause[i])
    household = int(st.res_household[int(st.claimant[i])])
    excluded = _excluded(st, i)
    for t in range(int(st.tie_start[household]), int(st.tie_start[household + 1])):
        other = int(st.tie_to[t])
        if other == excluded:
            continue
        at = place_of(st.pressure_key, (cause << 32) | other)
        if int(st.pressure_fired[at]) == 1:
            continue
        key = household_key(st, other)
        exposure = exponential(int(st.seed[0]), _CONTAGION, int(st.cause_key[cause]), key)
        if fires(exposure, int(st.pressure_units[at])) == 1:
            st.pressure_fired[at] = 1
            parent = _parent_of(st, p, cause, other)
            schedule_child(st, _SYMPATHETIC, int(child_id(_CONTAGION_ID, int(st.cause_key[cause]), key)), parent, other)


@inner
def _reaches(st, p, household, other):
    """True if the two are tied, by a tie that carries anger."""
    for t in range(int(st.tie_start[household]), int(st.tie_start[household + 1])):
        if int(st.tie_to[t]) == other:
            return float(p.tie_spread[int(st.tie_kind[t])]) > 0.0
    return False


@inner
def _eligible(st, p, i, household):
    """Whether row `i` has pushed this household and is alive, or pushed it today."""
    pushed = int(st.pushed[i])
    if pushed < 0:
        return False
    state = int(st.state[i])
    if is_active(state) == 0 and state != _LUMPED and state != _SUPPRESSED and pushed != int(st.count[TICK]):
        return False
    return _reaches(st, p, int(st.res_household[int(st.claimant[i])]), household)


@inner
def _parent_of(st, p, cause, household):
    """Earliest-born (ties: smaller id) of the cause's disputes that pushed this household and may claim the child."""
    best = -1
    i = int(st.cause_first[cause])
    while i >= 0:
        if _eligible(st, p, i, household) and (best < 0 or is_older(st, i, best)):
            best = i
        i = int(st.cause_next[i])
    return best
