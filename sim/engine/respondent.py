"""Against whom a grievance is: kind of respondent, the respondent, its place, key, standing and power.

Steps 3 and 4 of a birth.
"""

from __future__ import annotations

from sim.draws import child_id, pack, uniform
from sim.engine.people import adult_from, resident_key, residents_of
from sim.jit import inner
from sim.names import Opponent, Purpose

_KIN, _NEIGHBOUR, _SAME_UNIT = int(Opponent.KIN), int(Opponent.NEIGHBOUR), int(Opponent.SAME_UNIT)
_SAME_TOWN, _SAME_COUNTY, _SAME_ROOT = int(Opponent.SAME_TOWN), int(Opponent.SAME_COUNTY), int(Opponent.SAME_ROOT)
_BEYOND, _ORGANISATION = int(Opponent.BEYOND), int(Opponent.ORGANISATION)
_COLLECTIVE, _GOVERNMENT = int(Opponent.COLLECTIVE), int(Opponent.GOVERNMENT)
_P_OPPONENT, _P_RESPONDENT = int(Purpose.OPPONENT), int(Purpose.RESPONDENT)
_P_TIED, _P_POWER, _P_STAKE, _HOUSEHOLD = (
    int(Purpose.POWER_TIED),
    int(Purpose.POWER),
    int(Purpose.STAKE),
    int(Purpose.HOUSEHOLD),
)
_TIE_NEIGHBOUR, _TIE_KIN, _TIE_FAR = 0, 1, 4
ORGANISATION_KEYS = 1 << 20
COLLECTIVE_KEY = 1 << 21
GOVERNMENT_KEY = 1 << 22


@inner
def pick(table, row, u):
    """First column whose cumulative share exceeds `u`; the last with a share if none does."""
    last = 0
    before = 0.0
    for column in range(table.shape[1]):
        share = float(table[row, column])
        if share > before:
            last = column
            before = share
        if u < share:
            return column
    return last


@inner
def tied_luck(st, p, key, which, own_purpose):
    """Luck of power (which = 0) or remedy (1): shared with the stake with chance `stake_authority_tie`."""
    seed = int(st.seed[0])
    if uniform(seed, _P_TIED, key, pack(which, 0, 0, 0)) < p.stake_authority_tie:
        return uniform(seed, _P_STAKE, key, 0)
    return uniform(seed, own_purpose, key, 0)


@inner
def _wanted(kind, opponent):
    if opponent == _NEIGHBOUR:
        return kind == _TIE_NEIGHBOUR
    return kind == _TIE_KIN or kind == _TIE_FAR


@inner
def _tied_household(st, household, opponent, x):
    """The household tied to `household` that x picks: of the wanted kind, else any; -1 without ties."""
    start, end = int(st.tie_start[household]), int(st.tie_start[household + 1])
    m = 0
    for k in range(start, end):
        if _wanted(int(st.tie_kind[k]), opponent):
            m += 1
    if m == 0:
        if end == start:
            return -1
        return int(st.tie_to[start + int(x * (end - start))])
    n = int(x * m)
    for k in range(start, end):
        if _wanted(int(st.tie_kind[k]), opponent):
            if n == 0:
                return int(st.tie_to[k])
            n -= 1
    return -1


@inner
def _household_below(st, place, household, x):
    """The household below `place` that x picks; the claimant's own moves on to the next, cyclic."""
    start, end = int(st.below_start[place]), int(st.below_end[place])
    picked = start + int(x * (end - start))
    if picked == household:
        picked += 1
        if picked >= end:
            picked = start
    return picked


@inner
def _reach_place(st, p, place, opponent):
    slot = p.base
    if opponent == _SAME_TOWN:
        slot = p.office_slot
    elif opponent == _SAME_COUNTY:
        slot = p.county_slot
    elif opponent == _SAME_ROOT:
        slot = p.top
    return int(st.anc[place, slot])


@inner
def set_resident(st, i, household, y):
    """Respondent = the adult of a household that `y` picks."""
    first, end = int(st.hh_first[household]), int(st.hh_first[household + 1])
    person = adult_from(st, first + int(y * (end - first)), first, end)
    st.respondent[i] = person
    st.respondent_place[i] = st.hh_place[household]
    st.respondent_key[i] = resident_key(st, person)
    st.respondent_standing[i] = float(st.res_standing[person]) / 255.0


@inner
def _set_body(st, p, i, place, opponent, code):
    st.respondent[i] = -1
    st.respondent_place[i] = place
    st.respondent_key[i] = child_id(_HOUSEHOLD, int(st.place_key[place]), code)
    st.respondent_standing[i] = float(p.standing_opponent[opponent])


@inner
def set_government(st, p, i, slot):
    """Respondent = the government that runs `slot` for the claimant's place."""
    run = int(st.anc[int(st.place[i]), slot])
    _set_body(st, p, i, run, _GOVERNMENT, GOVERNMENT_KEY)
    st.opponent[i] = _GOVERNMENT
    st.power[i] = st.place_rank[run]


@inner
def set_collective(st, p, i):
    """Respondent = the village collective, or its cadre, of the claimant's place."""
    set_collective_of(st, p, i, int(st.place[i]))


@inner
def set_collective_of(st, p, i, place):
    """Respondent = the collective of a place that need not be the claimant's."""
    _set_body(st, p, i, int(st.anc[place, p.base]), _COLLECTIVE, COLLECTIVE_KEY)
    st.opponent[i] = _COLLECTIVE
    st.power[i] = 0


@inner
def draw_respondent(st, p, i):
    """Fill opponent, respondent, its place, key and standing, and `power`, of root row `i`."""
    key = int(st.id[i])
    seed = int(st.seed[0])
    kind = int(st.type[i])
    place = int(st.place[i])
    opponent = pick(p.type_opponent, kind, uniform(seed, _P_OPPONENT, key, 0))
    x = uniform(seed, _P_RESPONDENT, key, 0)
    y = uniform(seed, _P_RESPONDENT, key, pack(1, 0, 0, 0))
    st.opponent[i] = opponent
    st.power[i] = 0
    if opponent == _GOVERNMENT:
        set_government(st, p, i, pick(p.type_power, kind, tied_luck(st, p, key, 0, _P_POWER)))
    elif opponent == _COLLECTIVE:
        set_collective(st, p, i)
    elif opponent == _ORGANISATION:
        first, end = residents_of(st, place)
        number = int((end - first) * p.relation_organisations / 1000.0)
        if number < 1:
            number = 1
        _set_body(st, p, i, int(st.anc[place, p.office_slot]), opponent, 0)
        st.respondent_key[i] = child_id(_HOUSEHOLD, int(st.place_key[place]), ORGANISATION_KEYS + int(x * number))
    elif opponent == _BEYOND:
        st.respondent[i] = -1
        st.respondent_place[i] = -1
        st.respondent_key[i] = child_id(_HOUSEHOLD, key, 1)
        st.respondent_standing[i] = float(p.standing_opponent[opponent])
    else:
        household = int(st.res_household[int(st.claimant[i])])
        target = -1
        if opponent == _KIN or opponent == _NEIGHBOUR:
            target = _tied_household(st, household, opponent, x)
        if target < 0:
            target = _household_below(st, _reach_place(st, p, place, opponent), household, x)
        set_resident(st, i, target, y)
