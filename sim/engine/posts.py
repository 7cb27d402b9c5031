"""Posts of a forum: who serves a case, what serving does to him, and the minutes of a line by who is there.

A post is a row for life; its holders follow one another, each a spell with a skill of its own. Nothing is done for who
waits: load is a memory that is brought to the day when its holder serves. When holders change: `staffing`.
"""

from __future__ import annotations

from sim.draws import exponential, normal, pack, uniform
from sim.engine.lines import forum_of_line, place_of_line, rest_idle, set_minutes, slot_of_line
from sim.engine.marks import TICK
from sim.jit import inner
from sim.names import DisputeFamily, Purpose, StaffKind
from sim.rules.skill import own_skill, practice, skill_logit
from sim.rules.strain import rested, strain_factor, worked
from sim.rules.turnover import days_contracted, days_held

_SKILL, _TURNOVER = int(Purpose.SKILL), int(Purpose.TURNOVER)
_CONTRACTED, _VOLUNTEER = int(StaffKind.CONTRACTED), int(StaffKind.VOLUNTEER)
_FAMILIES = len(DisputeFamily)


@inner
def settle_idle(st, p, line, tick):
    """Credit of an empty line up to the end of `tick`, under the minutes that it had; as `lodging.wake` would later."""
    if int(st.line_length[line]) > 0 or int(st.line_served[line]) >= tick:
        return
    mean = int(p.mean_minutes[forum_of_line(p, slot_of_line(st, p, line))])
    rest_idle(st, line, mean, tick - int(st.line_served[line]))
    st.line_served[line] = tick


@inner
def staff_line(st, p, line, more, tick):
    """`more` minutes a day are there from tomorrow (less if negative), before the lever."""
    settle_idle(st, p, line, tick)
    st.line_staffed[line] = int(st.line_staffed[line]) + more
    set_minutes(st, p, line)


@inner
def wait_post(st, k, tick):
    """Post `k` is due at the end of `tick`: its holder leaves, or a new one comes. Beyond the horizon: never.

    A tick's posts stand in the order of rows, for colleagues who change on one evening; few do.
    """
    st.post_due[k] = tick
    if tick >= st.post_calendar.shape[0]:
        return
    before, after = -1, int(st.post_calendar[tick])
    while 0 <= after < k:
        before, after = after, int(st.post_next[after])
    st.post_next[k] = after
    if before < 0:
        st.post_calendar[tick] = k
    else:
        st.post_next[before] = k


@inner
def chooses(p, kind):
    """True of volunteers, where they come and go by choice instead of by a hazard."""
    return p.on_volunteers == 1 and kind == _VOLUNTEER


@inner
def hold(st, p, k, tick):
    """Somebody new holds post `k` from tomorrow: skill, no load, and the day of leaving, by (post, spell)."""
    seed, key, spell, kind = int(st.seed[0]), int(st.post_key[k]), int(st.post_spell[k]), int(st.post_kind[k])
    general = normal(seed, _SKILL, key, pack(spell, 0, 0, 0))
    for family in range(_FAMILIES):
        special = normal(seed, _SKILL, key, pack(spell, 1 + family, 0, 0))
        st.post_skill[k, family] = float(p.staff_fit[kind, family]) + own_skill(p, general, special)
        st.post_practice[k, family] = 0
    st.post_used[k] = _least_used(st, k)
    st.post_in[k] = 1
    st.post_held[k] = 0
    st.post_agreed[k] = 0
    st.post_load[k] = 0.0
    st.post_rested[k] = tick
    if p.on_turnover == 1 and not chooses(p, kind):
        wait_post(st, k, tick + _days(st, p, k, kind, spell))


@inner
def _days(st, p, k, kind, spell):
    seed, key = int(st.seed[0]), int(st.post_key[k])
    luck = exponential(seed, _TURNOVER, key, pack(spell, 0, 0, 0))
    if kind != _CONTRACTED:
        return days_held(float(p.leave_rate[kind]), luck)
    first = int(p.turnover_contract_days)
    if spell == 0:  # somewhere in its first contract at tick 0
        first = 1 + int(first * uniform(seed, _TURNOVER, key, pack(0, 1, 0, 0)))
    return days_contracted(first, int(p.turnover_contract_days), p.turnover_renewal, luck)


@inner
def _least_used(st, k):
    """A newcomer has as much behind him, for his hours, as the colleague with the least; else all would go to him."""
    free = next_free(st, int(st.post_line[k]))
    if free < 0:
        return 0
    return int(st.post_used[free]) * int(st.post_minutes[k]) // int(st.post_minutes[free])


@inner
def next_free(st, line):
    """The holder of a post with the least work behind him for his hours, the first of equals; -1 if none is there."""
    best = -1
    for k in range(int(st.line_posts[line]), int(st.line_posts[line + 1])):
        if int(st.post_in[k]) == 1 and (
            best < 0 or int(st.post_used[k]) * int(st.post_minutes[best])
            < int(st.post_used[best]) * int(st.post_minutes[k])
        ):  # fmt: skip
            best = k
    return best


@inner
def give_to(st, p, i, line):
    """The session of row `i` goes to whoever has the case, or to the next free; its minutes are his."""
    if p.on_staff == 0:
        return
    filing = int(st.filing[i])
    k = int(st.filing_post[filing])
    if k < 0 or int(st.post_in[k]) == 0:
        k = next_free(st, line)
        st.filing_post[filing] = k
    if k >= 0:
        take_minutes(st, p, k, line, int(st.work[i]))


@inner
def take_minutes(st, p, k, line, work):
    """Minutes of work for post `k`: its load, and what it has behind it."""
    tick = int(st.count[TICK])
    place, slot = place_of_line(st, p, line), slot_of_line(st, p, line)
    hours = float(int(st.post_minutes[k])) * float(st.capacity[place, slot])
    load = rested(float(st.post_load[k]), tick - int(st.post_rested[k]), p.fatigue_memory)
    st.post_load[k] = worked(p, load, work, hours)
    st.post_rested[k] = tick
    st.post_used[k] = int(st.post_used[k]) + work


@inner
def _server(st, i):
    return int(st.filing_post[int(st.filing[i])])


@inner
def skill_at(st, p, i, family):
    """Logit that the skill of who serves row `i` adds; 0 if nobody does."""
    k = _server(st, i)
    if k < 0:
        return 0.0
    skill = float(st.post_skill[k, family])
    if p.on_learning == 1:
        skill = skill + practice(int(st.post_practice[k, family]), p.learning_gain, p.learning_sessions)
    return skill_logit(p, skill)


@inner
def strain_at(st, p, i):
    """Factor of the load of who serves row `i`, this session in it; 1 if nobody does."""
    k = _server(st, i)
    if k < 0 or p.on_fatigue == 0:
        return 1.0
    return strain_factor(p, float(st.post_load[k]))


@inner
def remember_session(st, p, i, agreed):
    """Count a session held by whoever serves row `i`."""
    k = _server(st, i)
    if k < 0:
        return
    family = int(p.type_family[int(st.type[i])])
    st.post_practice[k, family] = int(st.post_practice[k, family]) + 1
    st.post_held[k] = int(st.post_held[k]) + 1
    st.post_agreed[k] = int(st.post_agreed[k]) + agreed
