"""Phase 2: a claimant chooses among lumping, talk and every forum within reach, by random utility.

What follows: `claims`. A new option leaves the others' noise alone: each option has its own keyed Gumbel draw.
"""

from __future__ import annotations

from sim.draws import gumbel, pack
from sim.engine.arbitration import forum_for, line_before
from sim.engine.causes import active_before, allied_before
from sim.engine.channels import LUMP, TALK, court_channel, outside_channel, police_channel, slot_of
from sim.engine.compensation import hoped, stake_of
from sim.engine.gates import gate_before
from sim.engine.lines import length_before, reconsideration_line
from sim.engine.marks import TICK, TRACES
from sim.engine.memory import mood_of
from sim.engine.petitioning import office_closed
from sim.engine.profit import worth_of_rounds
from sim.engine.reconsidering import reviewer, upheld
from sim.engine.trusting import belief_in, lost_below, trust_in
from sim.jit import inner
from sim.names import Forum, Opponent, Purpose
from sim.rules.arbitrate import arbitration_cost
from sim.rules.bonds import allies_in
from sim.rules.claim import (
    anger_worth,
    belief,
    court_cost,
    escalation_cost,
    forum_worth,
    lump_utility,
    stake_score,
    talk_utility,
    wait_cost,
)
from sim.rules.migrate import reach_cost
from sim.rules.trust import assertive_worth

_CHOICE = int(Purpose.CHOICE)
_COURT, _PETITION, _OUTSIDE = int(Forum.COURT), int(Forum.PETITION), int(Forum.OUTSIDE)
_ARBITRATION, _RECONSIDERATION = int(Forum.ARBITRATION), int(Forum.RECONSIDERATION)
_ORGANISATION = int(Opponent.ORGANISATION)
MOST_SUITS = 2
"""Visits to the court of one dispute; labour arbitration, whose award stands, is gone to once."""
CLOSED = -1.0e30
"""Utility of an option that is not open."""


@inner
def mood_now(st, p, resident):
    """Mood 0..cap of a resident as at the start of the day; reading never writes."""
    days = int(st.count[TICK]) - int(st.mood_tick[resident])
    return mood_of(st, p, int(st.mood[resident]), days)


@inner
def attempts_of(st, p, i):
    """Talks, lodgings and calls so far."""
    total = 0
    for c in range(TALK, police_channel(p) + 1):
        total += int(st.visits[i, c])
    return total


@inner
def allies_of(st, p, i, was_active):
    """Other active disputes of the same cause at the end of the day before; `was_active` = 1 if it was one.

    Each weighs by the kind of tie by which it came, where those differ.
    """
    if p.on_tie_kinds == 0:
        return float(active_before(st, int(st.cause[i])) - was_active)
    return allies_in(allied_before(st, int(st.cause[i])) - was_active * int(st.ally_of[int(st.came_by[i])]))


@inner
def expected_wait(st, p, line, forum):
    """Days until a case that joins today is heard, from yesterday's line; -1 if the line has no minutes."""
    minutes = int(st.line_minutes[line])
    if minutes <= 0:
        return -1.0
    days = length_before(st, line) * float(p.mean_minutes[forum]) / minutes
    if days > 3650.0:
        return 3650.0
    return days


@inner
def _gate_cost(st, p, i, slot):
    """What a gate before the claim takes off: people know the rule, and that it may send them back."""
    g = gate_before(st, p, i, slot)
    if g < 0:
        return 0.0
    return p.claim_gate_cost * float(st.gate_strictness[int(st.place[i]), g])


@inner
def _believed(st, p, i, channel, forum):
    """Believed success: what was lived through and heard, or, with trust off, own failures; and what is paid."""
    if p.on_trust == 1:
        believed = belief_in(st, p, i, forum)
    else:
        believed = belief(float(p.belief_forum[forum]), int(st.fails[i, channel]), p.claim_belief_penalty)
    return hoped(st, p, i, forum, believed)


@inner
def _forum_utility(st, p, i, channel, score, anger):
    """Utility of slot or court `channel` without noise, CLOSED if it is not open."""
    place = int(st.place[i])
    forum = forum_for(st, p, i, channel)
    slot = slot_of(p, channel)
    run = int(st.anc[place, slot])
    most = p.claim_max_visits
    if forum == _COURT:
        most = MOST_SUITS
    elif forum == _ARBITRATION:
        most = 1
    level = int(st.place_rank[run])
    if forum == 0 or int(st.visits[i, channel]) >= most or office_closed(st, p, i, forum, level):
        return CLOSED
    if forum == _COURT and upheld(st, i):
        return CLOSED
    wait = expected_wait(st, p, line_before(st, p, run, channel, forum), forum)
    if wait < 0.0:
        return CLOSED
    claimant = int(st.claimant[i])
    value = forum_worth(
        p, float(p.claim_const[forum]), _believed(st, p, i, channel, forum), score, trust_in(st, p, i, level)
    )
    standing = float(st.res_standing[claimant]) / 255.0
    value = value - escalation_cost(p, slot - p.base, p.top - p.base, float(st.tie[i]), standing) - wait_cost(p, wait)
    if forum < _COURT:
        value = value - _gate_cost(st, p, i, slot)
    if forum == _PETITION:
        value = value + anger + assertive_worth(p, lost_below(st, p, i, level))
    elif forum == _COURT:
        value = value - court_cost(p, stake_of(st, i), float(st.res_legal[claimant]) / 255.0)
    elif forum == _ARBITRATION:
        value = value - arbitration_cost(p, float(st.res_legal[claimant]) / 255.0)
    if p.on_migration == 1:
        value = value - _cost_of_moving(st, p, place, forum, int(st.res_migrant[claimant]))
    return value


@inner
def _review_value(st, p, i, score):
    """Utility of applying for reconsideration without noise, CLOSED if that is not open."""
    run = reviewer(st, p, i)
    if run < 0:
        return CLOSED
    level, claimant = int(st.place_rank[run]), int(st.claimant[i])
    believed = _believed(st, p, i, court_channel(p), _RECONSIDERATION)
    value = forum_worth(p, float(p.claim_const[_RECONSIDERATION]), believed, score, trust_in(st, p, i, level))
    standing = float(st.res_standing[claimant]) / 255.0
    value = value - escalation_cost(p, level - p.base, p.top - p.base, float(st.tie[i]), standing)
    value = value - wait_cost(p, expected_wait(st, p, reconsideration_line(st, p, run), _RECONSIDERATION))
    value = value - arbitration_cost(p, float(st.res_legal[claimant]) / 255.0)
    if p.on_migration == 1:
        value = value - p.migrants_court * int(st.res_migrant[claimant])
    return value


@inner
def _cost_of_moving(st, p, place, forum, migrant):
    """What a migrant pays beyond a local: to find the way to a committee or an office, or to go to law."""
    if forum >= _COURT:
        return p.migrants_court * migrant
    if forum == _PETITION:
        return 0.0
    return reach_cost(p.migrants_reach, float(st.migrant_reach[place]), migrant)


@inner
def _outside_utility(st, p, i, score, anger):
    """Utility of going outside without noise."""
    c = outside_channel(p)
    believed = _believed(st, p, i, c, _OUTSIDE)
    value = forum_worth(p, float(p.claim_const[_OUTSIDE]), believed, score, trust_in(st, p, i, p.n_levels))
    standing = float(st.res_standing[int(st.claimant[i])]) / 255.0
    value = value - escalation_cost(p, p.n_levels - p.base, p.top - p.base, float(st.tie[i]), standing)
    return value + anger + assertive_worth(p, lost_below(st, p, i, p.n_levels))


@inner
def option_value(st, p, i, channel, attempts, score, anger):
    """Utility of one option without its noise; CLOSED if it is not open to this claimant today."""
    if channel == LUMP:
        return lump_utility(p, attempts)
    if channel == TALK:
        if int(st.opponent[i]) > _ORGANISATION or int(st.visits[i, TALK]) >= 2:
            return CLOSED
        return talk_utility(p, float(st.tie[i]), float(st.hostility[i]), attempts)
    if channel == outside_channel(p):
        if p.on_outside == 0 or attempts < 1:
            return CLOSED
        return _outside_utility(st, p, i, score, anger)
    return _forum_utility(st, p, i, channel, score, anger)


@inner
def choose(st, p, i, was_active):
    """The chosen channel, its utility with noise, and 1 if that is reconsideration; ties go to the lower channel.

    Reconsideration stands in the court's channel: a trace shows there the better of the two.
    """
    seed = int(st.seed[0])
    key = int(st.id[i])
    attempts = attempts_of(st, p, i)
    score = stake_score(stake_of(st, i), p.stake_median, p.stake_sigma)
    anger = anger_worth(p, mood_now(st, p, int(st.claimant[i])), allies_of(st, p, i, was_active))
    anger = anger + worth_of_rounds(st, p, i)
    best = LUMP
    best_value = CLOSED
    best_is_review = 0
    traced = _begin_trace(st, i)
    for c in range(outside_channel(p) + 1):
        value = option_value(st, p, i, c, attempts, score, anger)
        if value > CLOSED:
            noise = gumbel(seed, _CHOICE, key, pack(forum_for(st, p, i, c), slot_of(p, c), int(st.visits[i, c]), 0))
            _trace(st, traced, c, value, noise)
            value = value + noise
            if value > best_value:
                best, best_value, best_is_review = c, value, 0
        if c == court_channel(p):
            reviewed = _review_value(st, p, i, score)
            if reviewed > CLOSED:
                noise = gumbel(seed, _CHOICE, key, pack(_RECONSIDERATION, p.court_rank, 0, 0))
                if value == CLOSED or reviewed + noise > value:
                    _trace(st, traced, c, reviewed, noise)
                if reviewed + noise > best_value:
                    best, best_value, best_is_review = c, reviewed + noise, 1
    return best, best_value, best_is_review


@inner
def _trace(st, row, channel, value, noise):
    """Note an option's utility in a row of the trace, without and with its noise."""
    if row >= 0:
        st.trace_rows[row, 4 + 2 * channel] = value
        st.trace_rows[row, 5 + 2 * channel] = value + noise


@inner
def _begin_trace(st, i):
    """Row of the trace for this choice if the dispute is being followed (from tick 0 on), else -1. No rule reads it."""
    if st.trace_key[0] != st.id[i] or int(st.count[TICK]) < 0:
        return -1
    n = int(st.count[TRACES])
    if n >= st.trace_rows.shape[0]:
        return -1
    st.count[TRACES] = n + 1
    for c in range(st.trace_rows.shape[1]):
        st.trace_rows[n, c] = CLOSED
    st.trace_rows[n, 0] = int(st.count[TICK])
    st.trace_rows[n, 1] = float(st.hostility[i])
    st.trace_rows[n, 2] = float(st.interest[i])
    st.trace_rows[n, 3] = stored_mood(st, i)
    return n


@inner
def stored_mood(st, i):
    """Mood as stored, for display."""
    return int(st.mood[int(st.claimant[i])]) / 65536.0
