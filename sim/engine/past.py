"""The starting stocks: roots of the years before tick 0, their careers told in brief, and where they stand at tick 0.

What a career was like: `rules.past`. A career is told from scalars alone; only who is still there gets a row: latent,
under way, given up, suppressed, or settled and about to come back. Whoever is settled for good is not made.
"""

from __future__ import annotations

from sim.draws import exponential, from_stem, pack, uniform, unit
from sim.engine.befalls import wait_at_rest
from sim.engine.birth import fill_root, first_hostility, try_root
from sim.engine.calendar import set_timer
from sim.engine.candidates import candidate_key, room_for_births
from sim.engine.channels import FIRST_SLOT, LUMP, court_channel
from sim.engine.choose import MOST_SUITS, choose
from sim.engine.listing import OF_THE_DAY, close_list, list_more
from sim.engine.looking import wait_latent
from sim.engine.machine import enter
from sim.engine.marks import (
    CANDIDATES,
    DISPUTES,
    DONE,
    EVENTS,
    FAR,
    FELT,
    FIRST_TICK,
    LEGACY,
    SHORT_CANDIDATES,
    SHORT_DISPUTES,
    SHORT_EVENTS,
    SHORT_TRUST,
    STOCK,
    STOCK_BLOCK,
    STOCK_DAYS,
    TICK,
)
from sim.engine.people import draw_adult, residents_of
from sim.engine.trust_told import first_trust
from sim.engine.trusting import remember_past
from sim.jit import inner, njit
from sim.names import Opponent, Purpose, State, Way
from sim.rules.arise import CHUNK_MEAN, poisson_count, zero_probability
from sim.rules.finding import UNIT, detection_rate, exposure_needed
from sim.rules.past import past_children, past_end, past_tries
from sim.rules.relapse import DAYS_A_YEAR, cooled, heated, return_rate
from sim.rules.voice import whole_days

_INITIAL, _OPPONENT, _DECIDE = int(Purpose.INITIAL), int(Purpose.OPPONENT), int(Purpose.DECIDE)
_RETURN, _FORGET, _VOICE, _FADE = int(Purpose.RETURN), int(Purpose.FORGET), int(Purpose.VOICE), int(Purpose.FADE)
_DETECTION, _CLAIMANT = int(Purpose.DETECTION), int(Purpose.CLAIMANT)
_ORGANISATION = int(Opponent.ORGANISATION)
_LATENT, _OPEN = int(State.LATENT), int(State.OPEN)
_LUMPED, _SUPPRESSED = int(State.LUMPED), int(State.SUPPRESSED)
_SETTLED, _ACCEPTED = int(State.SETTLED), int(State.ACCEPTED)
_W_LUMPED, _W_PRESSED, _W_PROMISE = int(Way.LUMPED), int(Way.PRESSED), int(Way.PROMISE)
_W_CONSENT, _W_GRANTED, _W_REJECTED = int(Way.CONSENT), int(Way.GRANTED), int(Way.REJECTED)

PAST = 1
"""Last part of the keys of candidates of the past, which are counted by blocks of days; 0 for those of a tick."""
END, DAY_OF_BIRTH, TRIES, LENGTH = 0, 2, 3, 4
"""What a draw of the past is for: first part of its counter."""
_GONE = -1


@inner
def _authority_share(p, kind):
    """Share of a type's matters that are against the collective or a government."""
    return 1.0 - float(p.type_opponent[kind, _ORGANISATION])


@inner
def _children_of_type(p, kind):
    return past_children(p, float(p.type_contagion[kind]), float(p.type_hostility[kind]), _authority_share(p, kind))


@inner
def _past_cells(st, p):
    """Pieces of each cell in a block of days of the past, the mean of one, and its chance of none.

    Those whom a root moved to a grievance of their own are born like roots of its type: as many more candidates. So are
    grievances that a dispute of another type raised in its household. Borders have no past.
    """
    for c in range(int(st.typed_cells[0])):
        mean = float(st.cell_mean[c]) * float(st.cell_pieces[c]) * float(STOCK_BLOCK)
        if p.on_spread == 1:
            mean = mean * (1.0 + _children_of_type(p, int(st.cell_type[c])))
        mean = mean * (1.0 + float(st.cell_coupled[c]))
        pieces = int(mean / CHUNK_MEAN) + 1
        mean = mean / float(pieces)
        st.cell_past_pieces[c] = pieces
        st.cell_past[c] = mean
        st.cell_past_zero[c] = zero_probability(mean)


@inner
def _count_past(st, first):
    """List the candidates of `STOCK_BLOCK` days of the past from the tick `first` on; returns as `count_candidates`."""
    total = 0
    for c in range(int(st.typed_cells[0])):
        mean, zero = float(st.cell_past[c]), float(st.cell_past_zero[c])
        kind = int(st.cell_type[c])
        n = 0
        for piece in range(int(st.cell_past_pieces[c])):
            luck = from_stem(st.cell_stem[c], pack(first + FIRST_TICK, kind, piece, PAST))
            n += poisson_count(unit(luck), mean, zero)
        total = list_more(st, c, n, total, OF_THE_DAY)
    return close_list(st, total)


@inner
def _past_root(st, p, seed, tick, key, place, kind):
    """Make one root of the past if it is still latent, under way or at rest at tick 0."""
    voice = tick + whole_days(exponential(seed, _VOICE, key, 0), _hazard_of(st, p, key, place), FAR)
    fade = tick + whole_days(exponential(seed, _FADE, key, 0), p.fade_hazard, FAR)
    if p.on_detection == 1:
        voice = _known_by(p, seed, key, tick, voice, fade, first_hostility(p, seed, key, kind))
    if (fade < voice and fade < 0) or not try_root(st, p, key, place, kind):
        return
    authority = 0
    if uniform(seed, _OPPONENT, key, 0) >= float(p.type_opponent[kind, _ORGANISATION]):
        authority = 1
    state, entry, hostility, episode, lumpings, tries, heard, returns, forgets = _career(
        p, seed, key, authority, voice, first_hostility(p, seed, key, kind)
    )
    if state == _GONE:
        return
    i = fill_root(st, p, tick)
    if state == _LATENT:
        wait_latent(st, p, i)
        return
    _tell(st, p, i, tries, heard)
    st.visits[i, LUMP] = lumpings
    st.voiced[i] = voice
    st.hostility[i] = hostility
    st.episode[i] = episode
    if state == _OPEN:
        _go_on(st, p, i)
    else:
        _rest(st, i, state, authority, entry, returns, forgets)


@inner
def _hazard_of(st, p, key, place):
    """Hazard of voicing of a candidate's claimant; who that is matters only where migrants and locals differ."""
    if p.on_migration == 0:
        return p.voice_hazard
    first, end = residents_of(st, place)
    return float(st.voice_of[int(st.res_migrant[draw_adult(st, _CLAIMANT, key, first, end)])])


@inner
def _known_by(p, seed, key, tick, voice, fade, hostility):
    """Tick at which a grievance of the past began its career: voiced, or found before that and before tick 0.

    Looking was at lever 1 then. Who was found in the past counts as voiced since.
    """
    need = exposure_needed(exponential(seed, _DETECTION, key, 0), detection_rate(p, hostility))
    if need < 0:
        return voice
    found = tick + (need + UNIT - 1) // UNIT
    if found < voice and found <= fade and found < 0:
        return found
    return voice


@inner
def _career(p, seed, key, authority, voice, hostility):
    """Follow a root that is voiced at `voice` from career to career up to tick 0, or until it is gone for good.

    Returns its state at tick 0, the tick since which, hostility, episode, how often it was lumped, tries in vain, ends
    at a forum, and the ticks at which it comes back and is forgotten.
    """
    days = p.initial_authority_days if authority == 1 else p.initial_private_days
    limitation = int(DAYS_A_YEAR * p.lump_limitation_years)
    state, entry, returns, forgets = _LATENT, voice, voice, voice
    spell, episode, lumpings, tries, heard = 0, 0, 0, 0, 0
    while returns < 0:
        luck = uniform(seed, _INITIAL, key, pack(TRIES, spell, 0, 0))
        more = past_tries(p, authority, luck, p.claim_max_visits - tries)
        for _ in range(more):
            hostility = heated(hostility, p.heat_failure)
        tries += more
        episode += more
        entry = returns + whole_days(exponential(seed, _INITIAL, key, pack(LENGTH, spell, 0, 0)), 1.0 / days, FAR)
        if entry >= 0:
            state = _OPEN
            break
        again = 1 if state == _LUMPED else 0
        state = past_end(p, authority, again, uniform(seed, _INITIAL, key, pack(END, spell, 0, 0)))
        spell += 1
        episode += 1
        if state == _LUMPED:
            lumpings += 1
        else:
            heard += 1
        if authority == 0 and state == _SUPPRESSED:
            hostility = heated(hostility, p.press_hostility)
        elif authority == 0 and state == _SETTLED:
            hostility = hostility * p.returns_calm
        returns, forgets = _out_of_stock(p, seed, key, state, hostility, entry, episode, limitation)
        if returns > forgets and (forgets < 0 or state == _SETTLED or state == _ACCEPTED):
            state = _GONE
            break
        if returns < 0:
            hostility = cooled(hostility, returns - entry, p.press_decay)
    return state, entry, hostility, episode, lumpings, tries, heard, returns, forgets


@inner
def _out_of_stock(p, seed, key, state, hostility, entry, episode, limitation):
    """Ticks at which a root that entered a stock at `entry` comes back, and is forgotten or lapses."""
    counter = pack(episode, 0, 0, 0)
    comes, goes = p.lump_reopen, p.lump_forget
    if state == _SUPPRESSED:
        comes, goes = return_rate(p, hostility, 1.0), p.suppress_forget
    elif state != _LUMPED:
        comes, goes = return_rate(p, hostility, 0.0), 0.0
    returns = entry + whole_days(exponential(seed, _RETURN, key, counter), comes / DAYS_A_YEAR, FAR)
    if p.on_return_ == 0 and (state == _SETTLED or state == _ACCEPTED):
        returns = entry + FAR
    forgets = entry + limitation
    if goes > 0.0:
        forgotten = entry + whole_days(exponential(seed, _FORGET, key, counter), goes / DAYS_A_YEAR, FAR)
        if forgotten < forgets:
            forgets = forgotten
    return returns, forgets


@inner
def _tell(st, p, i, tries, heard):
    """Write where row `i` has been: at the forum that it would choose first, in vain and then to its ends.

    Whoever would give up or talk first has been to the lowest forum. So nobody comes back as if the way that suits them
    best had never been tried.
    """
    if tries + heard == 0:
        return
    where, _, _ = choose(st, p, i, 0)
    if where < FIRST_SLOT or where > court_channel(p):
        where = FIRST_SLOT + p.base
    most = MOST_SUITS if where == court_channel(p) else p.claim_max_visits
    st.fails[i, where] = tries if tries < most else most
    st.visits[i, where] = tries + heard if tries + heard < most else most


@inner
def _go_on(st, p, i):
    """A career under way at tick 0: its claimant chooses again after a pause, counted from the day before."""
    luck = exponential(int(st.seed[0]), _DECIDE, int(st.id[i]), pack(int(st.episode[i]), 0, 0, 0))
    st.since[i] = -1
    enter(st, i, _OPEN)
    set_timer(st, i, whole_days(luck, 1.0 / p.claim_decide_days, FAR) - 1)


@inner
def _rest(st, i, state, authority, entry, returns, forgets):
    """Put row `i` into its stock as of the tick `entry`."""
    st.since[i] = entry
    st.last_end[i] = entry
    way = _W_LUMPED
    if state == _SUPPRESSED:
        way = _W_PROMISE if authority == 1 else _W_PRESSED
    elif state == _SETTLED:
        st.interest[i] = 0.0
        way = _W_GRANTED if authority == 1 else _W_CONSENT
    elif state == _ACCEPTED:
        way = _W_REJECTED
    st.last_way[i] = way
    enter(st, i, state)
    wait_at_rest(st, i, returns, forgets)


@inner
def _bear_past(st, p, first):
    """Starting stocks from the roots of a block of days that begins at the tick `first`; each has a day of its own."""
    before = int(st.count[DISPUTES])
    seed = int(st.seed[0])
    for k in range(int(st.count[CANDIDATES])):
        c = int(st.candidate_at[k])
        key = candidate_key(st, first, c, int(st.candidate_n[k]), PAST)
        luck = uniform(seed, _INITIAL, key, pack(DAY_OF_BIRTH, 0, 0, 0))
        tick = first + int(luck * float(STOCK_BLOCK))
        _past_root(st, p, seed, tick, key, int(st.cell_place[c]), int(st.cell_type[c]))
    for i in range(before, int(st.count[DISPUTES])):
        st.marks[i] = LEGACY


@njit
def bear_stocks(st, p):
    """Starting stocks, from the oldest day that may still matter up to 0; returns what room is short, 0 when done."""
    _past_cells(st, p)
    while int(st.count[STOCK]) < STOCK_DAYS:
        first = int(st.count[STOCK]) - STOCK_DAYS
        candidates = _count_past(st, first)
        if candidates < 0:
            return SHORT_CANDIDATES
        if not room_for_births(st, candidates):
            return SHORT_DISPUTES
        if int(st.count[EVENTS]) + candidates >= st.event_u.shape[0]:
            return SHORT_EVENTS
        st.count[TICK] = -1  # whoever is active was so before the first day began
        _bear_past(st, p, first)
        st.count[TICK] = 0
        st.count[STOCK] = int(st.count[STOCK]) + STOCK_BLOCK
    if 2 * (int(st.count[FELT]) + int(st.count[DISPUTES])) >= st.felt_key.shape[0] and p.on_trust == 1:
        return SHORT_TRUST
    st.count[TICK] = -1
    remember_past(st, p)
    first_trust(st, p)
    st.count[TICK] = 0
    return DONE
