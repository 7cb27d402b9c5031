"""A grievance comes into being: the row of a root, of a sympathetic or coupled child, or of a treatment grievance.

Who starts it: `candidates`, `spread`, `couple`.
"""

from __future__ import annotations

import numpy as np

from sim.draws import child_id, exponential, normal, normal_quantile, pack, uniform
from sim.engine.bonds import bond_between
from sim.engine.causes import find_cause
from sim.engine.events import emit, head_of
from sim.engine.looking import exposure_at, wait_latent
from sim.engine.marks import CHILDREN, DISPUTES, FAR, FIRST_TICK, LATENT
from sim.engine.needs import draw_needs, no_needs, same_needs
from sim.engine.people import common_level, draw_adult, residents_of
from sim.engine.respondent import draw_respondent, set_collective, set_government, tied_luck
from sim.floats import exp_
from sim.jit import inner
from sim.names import DisputeType, Event, Opponent, Origin, Phase, Purpose
from sim.rules.arise import existence_probability
from sim.rules.home import home_level
from sim.rules.migrate import mixed_tie
from sim.rules.voice import whole_days

_CLAIMANT, _EXISTENCE, _STAKE = int(Purpose.CLAIMANT), int(Purpose.EXISTENCE), int(Purpose.STAKE)
_OBSERVED, _REMEDY, _HOSTILITY = int(Purpose.OBSERVED_STAKE), int(Purpose.REMEDY), int(Purpose.HOSTILITY)
_MERIT, _VOICE, _FADE, _CAUSE = int(Purpose.MERIT), int(Purpose.VOICE), int(Purpose.FADE), int(Purpose.CAUSE)
_CONTAGION_CLAIMANT = int(Purpose.CONTAGION_CLAIMANT)
_BORN, _PHASE = int(Event.BORN), int(Phase.CANDIDATES)
_ROOT, _CONTAGION, _TREATMENT = int(Origin.ROOT), int(Origin.CONTAGION), int(Origin.TREATMENT)
_COUPLED, _UNMET, _UNMET_ID = int(Origin.COUPLED), int(Origin.UNMET), int(Purpose.UNMET_ID)
_KIN, _NEIGHBOUR, _SAME_UNIT = int(Opponent.KIN), int(Opponent.NEIGHBOUR), int(Opponent.SAME_UNIT)
_BEYOND, _COLLECTIVE = int(Opponent.BEYOND), int(Opponent.COLLECTIVE)
_OFFICE = int(DisputeType.OFFICE)


@inner
def next_row(st):
    """The next free dispute row (room was made before the day)."""
    return int(st.count[DISPUTES])


@inner
def first_hostility(p, seed, key, kind):
    """Hostility at birth: that of the type, and up to 0.2 more or less."""
    hostility = float(p.type_hostility[kind]) + 0.4 * (uniform(seed, _HOSTILITY, key, 0) - 0.5)
    if hostility < 0.02:
        return 0.02
    if hostility > 0.98:
        return 0.98
    return hostility


@inner
def _quarrel(st, p, i):
    """Stake, observed stake, hostility and merit of row `i`, by its own id."""
    seed = int(st.seed[0])
    key = int(st.id[i])
    kind = int(st.type[i])
    z = normal_quantile(uniform(seed, _STAKE, key, 0))
    shift = float(p.type_shift[kind])
    if p.on_dual_structure == 1:
        shift = shift + float(st.stake_of[int(st.place_urban[int(st.place[i])])])
    stake = p.stake_median * exp_(shift + p.stake_sigma * z)
    st.stake[i] = stake
    st.observed_stake[i] = stake * exp_(p.stake_observed_sigma * normal(seed, _OBSERVED, key, 0))
    st.hostility[i] = first_hostility(p, seed, key, kind)
    st.merit[i] = uniform(seed, _MERIT, key, 0)
    st.interest[i] = 1.0


@inner
def _tie(st, p, i):
    """How strong the tie between the parties is; among people of one place it depends on what kind of place it is."""
    opponent = int(st.opponent[i])
    tie = float(p.tie_opponent[opponent])
    if opponent == _NEIGHBOUR or opponent == _SAME_UNIT:
        tie = tie * float(p.kind_tie[int(st.place_kind[int(st.place[i])])])
        if tie > 1.0:
            tie = 1.0
    if p.on_migration == 1 and opponent > _KIN and (opponent < _BEYOND or opponent == _COLLECTIVE):
        other = 0  # a village collective is its locals'
        if int(st.respondent[i]) >= 0:
            other = int(st.res_migrant[int(st.respondent[i])])
        tie = mixed_tie(tie, p.migrants_tie, int(st.res_migrant[int(st.claimant[i])]), other)
    return tie


@inner
def _levels(st, p, i):
    """Ancestor, impartial level, home level, tie and gap of row `i`; its respondent is known."""
    place = int(st.place[i])
    opponent = int(st.opponent[i])
    ancestor = common_level(st, p, place, int(st.respondent_place[i]))
    impartial = 0
    if opponent == _COLLECTIVE:
        impartial = int(st.place_rank[int(st.anc[place, p.office_slot])])
    home = home_level(ancestor, int(st.power[i]), impartial)
    lowest = int(st.place_rank[int(st.anc[place, p.base])])
    if home < lowest:
        home = lowest
    st.ancestor[i] = ancestor
    st.impartial[i] = impartial
    st.home[i] = home
    st.tie[i] = _tie(st, p, i)
    st.bond[i] = 0
    if p.on_tie_kinds == 1 and int(st.respondent[i]) >= 0:
        own, other = int(st.res_household[int(st.claimant[i])]), int(st.res_household[int(st.respondent[i])])
        st.bond[i] = bond_between(st, own, other)
    gap = float(st.respondent_standing[i]) - float(st.res_standing[int(st.claimant[i])]) / 255.0
    if gap < 0.0:
        gap = 0.0
    st.gap[i] = gap


@inner
def _start(st, p, i, tick):
    """Cause, times of voicing and fading, and the event of the birth of row `i`. State LATENT; no timer yet."""
    seed = int(st.seed[0])
    key = int(st.id[i])
    hazard = float(st.voice_of[int(st.res_migrant[int(st.claimant[i])])])
    st.born[i] = tick
    st.since[i] = tick
    st.state[i] = 0
    if p.on_detection == 1:
        st.clock[i] = exposure_at(st, int(st.place[i]), tick)
    st.count[LATENT] = int(st.count[LATENT]) + 1
    st.returns[i] = tick + whole_days(exponential(seed, _VOICE, key, 0), hazard, FAR)
    st.forgets[i] = tick + whole_days(exponential(seed, _FADE, key, 0), p.fade_hazard, FAR)
    detail = int(st.type[i]) | (int(st.opponent[i]) << 8) | (int(st.home[i]) << 16) | (int(st.power[i]) << 24)
    detail = detail | (int(st.origin[i]) << 32) | (int(st.exclusive[i]) << 40) | (int(st.ancestor[i]) << 48)
    detail = detail | (int(st.departments[i]) << 56) | (int(st.border[i]) << 60)
    emit(st, head_of(tick, _PHASE, _BORN, 0, 0), key, int(st.root[i]), detail,
         float(st.stake[i]), float(st.hostility[i]), float(st.gap[i]))  # fmt: skip
    st.count[DISPUTES] = i + 1


@inner
def set_cause(st, i):
    """Link row `i` into the list of its cause."""
    code = np.uint64(st.place_key[int(st.place[i])]) ^ np.uint64(int(st.type[i]) + 1)
    cause = find_cause(st, child_id(_CAUSE, int(st.respondent_key[i]), int(code)))
    st.cause[i] = cause
    st.cause_next[i] = st.cause_first[cause]
    st.cause_first[cause] = i


@inner
def try_root(st, p, key, place, kind):
    """Fill the next row with claimant and id of a candidate root; True if it exists (static traits only)."""
    i = next_row(st)
    first, end = residents_of(st, place)
    claimant = draw_adult(st, _CLAIMANT, key, first, end)
    standing = float(st.res_standing[claimant]) / 255.0
    chance = existence_probability(standing, p.incidence_standing_tilt, p.incidence_majorant)
    if uniform(int(st.seed[0]), _EXISTENCE, key, 0) >= chance:
        return False
    st.id[i] = key
    st.root[i] = key
    st.type[i] = kind
    st.place[i] = place
    st.claimant[i] = claimant
    st.origin[i] = _ROOT
    return True


@inner
def fill_root(st, p, tick):
    """Complete the row that `try_root` began; returns its row. The caller gives it a timer or a stock."""
    i = next_row(st)
    draw_respondent(st, p, i)
    complete_root(st, p, i, tick)
    return i


@inner
def complete_root(st, p, i, tick):
    """Complete row `i`, whose parties are known: needs, quarrel, levels, cause, times."""
    draw_needs(st, p, i)
    _quarrel(st, p, i)
    luck = tied_luck(st, p, int(st.id[i]), 1, _REMEDY)
    st.exclusive[i] = 0
    if luck >= 1.0 - float(p.type_exclusive[int(st.type[i])]):
        st.exclusive[i] = 1
    _levels(st, p, i)
    set_cause(st, i)
    _start(st, p, i, tick)


@inner
def bear_treatment(st, p, key, parent, treater, tick):
    """A grievance of the parent's claimant against the place that treated the claim."""
    i = next_row(st)
    st.id[i] = key
    st.root[i] = st.root[parent]
    st.type[i] = _OFFICE
    st.place[i] = st.place[parent]
    st.claimant[i] = st.claimant[parent]
    st.origin[i] = _TREATMENT
    rank = int(st.place_rank[treater])
    if rank <= int(st.place_rank[int(st.anc[int(st.place[i]), p.base])]):
        set_collective(st, p, i)
    else:
        _against_rank(st, p, i, rank)
    no_needs(st, i)
    _finish_child(st, p, i, tick)


@inner
def bear_unmet(st, p, tick, place, n):
    """A grievance of somebody at `place` against the town's government over a demand that was not met.

    A root family of its own, yet no root: a policy may move it.
    """
    i = next_row(st)
    key = int(child_id(_UNMET_ID, int(st.place_key[place]), pack(tick + FIRST_TICK, n, 0, 0)))
    first, end = residents_of(st, place)
    st.id[i] = key
    st.root[i] = key
    st.type[i] = _OFFICE
    st.place[i] = place
    st.claimant[i] = draw_adult(st, _CLAIMANT, key, first, end)
    st.origin[i] = _UNMET
    set_government(st, p, i, p.office_slot)
    no_needs(st, i)
    _finish_child(st, p, i, tick)


@inner
def _against_rank(st, p, i, rank):
    place = int(st.place[i])
    slot = p.top
    for r in range(p.top, -1, -1):
        if int(st.place_rank[int(st.anc[place, r])]) == rank:
            slot = r
    set_government(st, p, i, slot)


@inner
def bear_sympathetic(st, p, key, parent, household, tick):
    """A grievance of a tied household over the parent's cause."""
    i = next_row(st)
    st.id[i] = key
    st.root[i] = st.root[parent]
    st.type[i] = st.type[parent]
    st.origin[i] = _CONTAGION
    first, end = int(st.hh_first[household]), int(st.hh_first[household + 1])
    st.claimant[i] = draw_adult(st, _CONTAGION_CLAIMANT, key, first, end)
    st.place[i] = st.hh_place[household]
    if p.on_tie_kinds == 1:
        st.came_by[i] = bond_between(st, household, int(st.res_household[int(st.claimant[parent])]))
    opponent = int(st.opponent[parent])
    if opponent == _KIN or opponent == _NEIGHBOUR:
        opponent = _SAME_UNIT
    st.opponent[i] = opponent
    st.respondent[i] = st.respondent[parent]
    st.respondent_place[i] = st.respondent_place[parent]
    st.respondent_key[i] = st.respondent_key[parent]
    st.respondent_standing[i] = st.respondent_standing[parent]
    st.power[i] = st.power[parent]
    same_needs(st, i, parent)
    cause = int(st.cause[parent])
    _quarrel(st, p, i)
    st.exclusive[i] = 0
    _levels(st, p, i)
    st.cause[i] = cause
    st.cause_next[i] = st.cause_first[cause]
    st.cause_first[cause] = i
    _start(st, p, i, tick)
    wait_latent(st, p, i)


@inner
def bear_coupled(st, p, key, parent, kind, tick):
    """A grievance of another type in the household of the parent's claimant; all else is as for a root of that type."""
    i = next_row(st)
    household = int(st.res_household[int(st.claimant[parent])])
    first, end = int(st.hh_first[household]), int(st.hh_first[household + 1])
    st.id[i] = key
    st.root[i] = st.root[parent]
    st.type[i] = kind
    st.place[i] = st.hh_place[household]
    st.claimant[i] = draw_adult(st, _CLAIMANT, key, first, end)
    st.origin[i] = _COUPLED
    wait_latent(st, p, fill_root(st, p, tick))


@inner
def _finish_child(st, p, i, tick):
    _quarrel(st, p, i)
    st.exclusive[i] = 0
    _levels(st, p, i)
    set_cause(st, i)
    _start(st, p, i, tick)
    wait_latent(st, p, i)


@inner
def bear_children(st, p, tick):
    """Phase 1, second half: the children scheduled yesterday."""
    n = int(st.count[CHILDREN])
    for c in range(n):
        parent, target, key = int(st.child_parent[c]), int(st.child_target[c]), int(st.child_id[c])
        kind = int(st.child_kind[c])
        if kind == _TREATMENT:
            bear_treatment(st, p, key, parent, target, tick)
        elif kind == _COUPLED:
            bear_coupled(st, p, key, parent, target, tick)
        else:
            bear_sympathetic(st, p, key, parent, target, tick)
    st.count[CHILDREN] = 0
    return n
