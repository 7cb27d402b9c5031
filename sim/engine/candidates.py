"""Phase 1: candidate roots of a tick, and the starting stocks.

Candidates are counted first, so that room can be made before anything is written.
Cost: cells (places x types) a day, the one cost that does not follow disputes.
"""

from __future__ import annotations

from sim.draws import child_id, exponential, from_stem, pack, uniform, unit
from sim.engine.birth import fill_root, take_back, try_root, wait_for_voice
from sim.engine.calendar import set_timer
from sim.engine.channels import FIRST_SLOT, LUMP
from sim.engine.machine import enter
from sim.engine.marks import (
    CANDIDATES,
    CAUSES,
    DISPUTES,
    DONE,
    EVENTS,
    FAR,
    FIRST_TICK,
    LEGACY,
    SHORT_CANDIDATES,
    SHORT_DISPUTES,
    SHORT_EVENTS,
    STOCK,
    STOCK_BLOCK,
    STOCK_DAYS,
    UNDER_WAY,
)
from sim.jit import inner, njit
from sim.names import Purpose, State, Way
from sim.rules.arise import CHUNK_MEAN, poisson_count, zero_probability
from sim.rules.relapse import return_rate, stock_age
from sim.rules.voice import whole_days

_ID, _INITIAL = int(Purpose.ROOT_ID), int(Purpose.INITIAL)
_RETURN, _FORGET = int(Purpose.RETURN), int(Purpose.FORGET)
_VOICE, _FADE = int(Purpose.VOICE), int(Purpose.FADE)
_LUMPED, _SUPPRESSED, _SETTLED = int(State.LUMPED), int(State.SUPPRESSED), int(State.SETTLED)
_PAST = 1
"""Last part of the keys of candidates of the past, which are counted by blocks of days; 0 for those of a tick."""
_W_LUMPED, _W_PRESSED, _W_CONSENT = int(Way.LUMPED), int(Way.PRESSED), int(Way.CONSENT)


@inner
def count_candidates(st, tick):
    """List the candidates of a tick (cell, n); returns their number, or minus the room needed if it is too short."""
    total = 0
    for c in range(st.cell_mean.shape[0]):
        kind = int(st.cell_type[c])
        n = 0
        for piece in range(int(st.cell_pieces[c])):
            luck = from_stem(st.cell_stem[c], pack(tick + FIRST_TICK, kind, piece, 0))
            if luck >= st.cell_none[c]:  # most bring none, and need no more than this
                n += poisson_count(unit(luck), float(st.cell_mean[c]), float(st.cell_zero[c]))
        total = _list(st, c, n, total)
    return _listed(st, total)


@inner
def _list(st, c, n, total):
    """Write `n` candidates of cell `c` behind the `total` there are, as far as there is room; returns how many now."""
    for k in range(n):
        if total < st.candidate_cell.shape[0]:
            st.candidate_cell[total] = c
            st.candidate_n[total] = k
        total += 1
    return total


@inner
def _listed(st, total):
    """Close the list: its length, or minus the room needed if it is too short."""
    if total > st.candidate_cell.shape[0]:
        return -total
    st.count[CANDIDATES] = total
    return total


@inner
def _count_past(st, first):
    """List the candidates of `STOCK_BLOCK` days of the past from the tick `first` on; returns as `count_candidates`."""
    total = 0
    for c in range(st.cell_mean.shape[0]):
        mean = float(st.cell_mean[c]) * float(st.cell_pieces[c]) * float(STOCK_BLOCK)
        pieces = int(mean / CHUNK_MEAN) + 1
        mean = mean / float(pieces)
        zero = zero_probability(mean)
        kind = int(st.cell_type[c])
        n = 0
        for piece in range(pieces):
            luck = from_stem(st.cell_stem[c], pack(first + FIRST_TICK, kind, piece, _PAST))
            n += poisson_count(unit(luck), mean, zero)
        total = _list(st, c, n, total)
    return _listed(st, total)


@inner
def _candidate_key(st, tick, c, n, past):
    key = int(st.place_key[int(st.cell_place[c])])
    return int(child_id(_ID, key, pack(tick + FIRST_TICK, int(st.cell_type[c]), n, past)))


@inner
def bear_roots(st, p, tick):
    """Make the roots of the tick from the list of candidates; returns how many exist."""
    born = 0
    for k in range(int(st.count[CANDIDATES])):
        c = int(st.candidate_cell[k])
        key = _candidate_key(st, tick, c, int(st.candidate_n[k]), 0)
        if try_root(st, p, key, int(st.cell_place[c]), int(st.cell_type[c])):
            wait_for_voice(st, fill_root(st, p, tick))
            born += 1
    return born


@inner
def _earlier(a, b):
    if b < a:
        return b
    return a


@inner
def _past_root(st, p, tick, key, place, kind):
    """Make one root of the past if it is still latent, lumped or suppressed at tick 0."""
    seed = int(st.seed[0])
    voice = tick + whole_days(exponential(seed, _VOICE, key, 0), p.voice_hazard, FAR)
    fade = tick + whole_days(exponential(seed, _FADE, key, 0), p.fade_hazard, FAR)
    if _earlier(voice, fade) >= 0:
        if try_root(st, p, key, place, kind):
            wait_for_voice(st, fill_root(st, p, tick))
        return
    if fade < voice:
        return
    state = _stock_of(p, uniform(seed, _INITIAL, key, 0))
    if state < 0:
        return
    limitation = int(365.0 * p.lump_limitation_years)
    entry = -1 - stock_age(uniform(seed, _INITIAL, key, pack(1, 0, 0, 0)), limitation, STOCK_DAYS, UNDER_WAY)
    limit = entry + limitation
    if entry < voice or not try_root(st, p, key, place, kind):
        return
    i = fill_root(st, p, tick)
    comes, goes = _rates_of_stock(st, p, i, state)
    returns = entry + whole_days(exponential(seed, _RETURN, key, pack(1, 0, 0, 0)), comes / 365.0, FAR)
    if p.on_return_ == 0 and state == _SETTLED:
        returns = entry + FAR
    forgets = limit
    if goes > 0.0:
        forgets = _earlier(
            limit, entry + whole_days(exponential(seed, _FORGET, key, pack(1, 0, 0, 0)), goes / 365.0, FAR)
        )
    due = _earlier(returns, forgets)
    if due < 0:
        take_back(st, i)
        return
    st.voiced[i] = voice
    _rest_in_stock(st, p, i, state, entry)
    st.returns[i] = returns
    st.forgets[i] = forgets
    set_timer(st, i, due)


@inner
def _stock_of(p, luck):
    """The stock that a past voiced root stands in, -1 for none."""
    if luck < p.initial_lumped_share:
        return _LUMPED
    if luck < p.initial_lumped_share + p.initial_suppressed_share:
        return _SUPPRESSED
    if luck < p.initial_lumped_share + p.initial_suppressed_share + p.initial_settled_share:
        return _SETTLED
    return -1


@inner
def _rates_of_stock(st, p, i, state):
    """Yearly rates of return and of forgetting in a stock; a settled root is calm and its interest gone."""
    if state == _LUMPED:
        return p.lump_reopen, p.lump_forget
    if state == _SUPPRESSED:
        return return_rate(p, float(st.hostility[i]), 1.0), p.suppress_forget
    st.hostility[i] = float(st.hostility[i]) * p.returns_calm
    st.interest[i] = 0.0
    return return_rate(p, float(st.hostility[i]), 0.0), 0.0


@inner
def _rest_in_stock(st, p, i, state, entry):
    st.since[i] = entry
    st.episode[i] = 1
    st.last_end[i] = entry
    st.visits[i, FIRST_SLOT + p.base] = 1
    if state == _LUMPED:
        st.visits[i, LUMP] = 1
        st.fails[i, FIRST_SLOT + p.base] = 1
        st.last_way[i] = _W_LUMPED
    elif state == _SUPPRESSED:
        st.last_way[i] = _W_PRESSED
    else:
        st.last_way[i] = _W_CONSENT
    enter(st, i, state)


@inner
def _bear_past(st, p, first):
    """Starting stocks from the roots of a block of days that begins at the tick `first`; each has a day of its own."""
    before = int(st.count[DISPUTES])
    for k in range(int(st.count[CANDIDATES])):
        c = int(st.candidate_cell[k])
        key = _candidate_key(st, first, c, int(st.candidate_n[k]), _PAST)
        luck = uniform(int(st.seed[0]), _INITIAL, key, pack(2, 0, 0, 0))
        tick = first + int(luck * float(STOCK_BLOCK))
        _past_root(st, p, tick, key, int(st.cell_place[c]), int(st.cell_type[c]))
    for i in range(before, int(st.count[DISPUTES])):
        st.marks[i] = LEGACY


@inner
def room_for_births(st, births):
    """True if that many births fit into disputes, causes and their table."""
    if int(st.count[DISPUTES]) + births >= st.id.shape[0]:
        return False
    causes = int(st.count[CAUSES]) + births
    return causes < st.cause_key.shape[0] and 2 * causes < st.cause_slots.shape[0]


@njit
def bear_stocks(st, p):
    """Starting stocks, from the oldest day that may still matter up to 0; returns what room is short, 0 when done."""
    while int(st.count[STOCK]) < STOCK_DAYS:
        first = int(st.count[STOCK]) - STOCK_DAYS
        candidates = _count_past(st, first)
        if candidates < 0:
            return SHORT_CANDIDATES
        if not room_for_births(st, candidates):
            return SHORT_DISPUTES
        if int(st.count[EVENTS]) + candidates >= st.event_u.shape[0]:
            return SHORT_EVENTS
        _bear_past(st, p, first)
        st.count[STOCK] = int(st.count[STOCK]) + STOCK_BLOCK
    return DONE
