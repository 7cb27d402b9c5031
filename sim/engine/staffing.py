"""In the evening: holders of posts whose day has come leave, successors come, volunteers think it over.

What happens to a post holds from tomorrow. Who serves: `posts`; chances: `rules.turnover`, `rules.volunteer`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.events import emit, head_of
from sim.engine.marks import S_POSTS_LEFT, TICK
from sim.engine.posts import chooses, hold, staff_line, wait_post
from sim.jit import inner
from sim.names import DisputeFamily, Event, Forum, Phase, Purpose, StaffKind
from sim.rules.strain import rested
from sim.rules.volunteer import chance_to_change, willing

_LEFT, _TAKEN, _PHASE = int(Event.POST_LEFT), int(Event.POST_TAKEN), int(Phase.INSTITUTIONS)
_D_VOLUNTEER = int(Purpose.VOLUNTEER)
_VOLUNTEER, _COURT = int(StaffKind.VOLUNTEER), int(Forum.COURT)
_KIN, _MONEY, _LAND = int(DisputeFamily.KIN), int(DisputeFamily.MONEY), int(DisputeFamily.LAND)


@inner
def open_posts(st, p):
    """Who is there at tick 0, and the minutes of every line by it; without the process those of the world."""
    width = p.n_levels + 1
    for line in range(st.place_rank.shape[0] * width):
        place, slot = line // width, line % width
        st.line_staffed[line] = int(st.minutes[place, slot])
        first, end = int(st.line_posts[line]), int(st.line_posts[line + 1])
        if first < end:
            st.line_staffed[line] = 0
        for k in range(first, end):
            there = True
            if chooses(p, int(st.post_kind[k])):
                luck = uniform(int(st.seed[0]), _D_VOLUNTEER, int(st.post_key[k]), pack(0, 1, 0, 0))
                there = luck < willing(p, 0, 0, 0.0)
            if there:
                hold(st, p, k, -1)
                st.line_staffed[line] = int(st.line_staffed[line]) + int(st.post_minutes[k])


@inner
def change_posts(st, p):
    """Posts due this evening, and at the end of a review period the volunteers; returns how many changed."""
    if p.on_staff == 0:
        return 0
    tick = int(st.count[TICK])
    changed = 0
    k = int(st.post_calendar[tick])
    while k >= 0:
        following = int(st.post_next[k])
        if int(st.post_in[k]) == 1:
            _leave(st, p, k, tick)
            if int(p.turnover_vacancy_days) > 0:
                wait_post(st, k, tick + int(p.turnover_vacancy_days))
            else:
                _take(st, p, k, tick)
        else:
            _take(st, p, k, tick)
        changed += 1
        k = following
    if p.on_volunteers == 1 and (tick + 1) % p.appraisal_review_days == 0:
        changed += _think_over(st, p, tick)
    return changed


@inner
def _think_over(st, p, tick):
    """Every volunteer, in or away, by its own luck of the month."""
    month = tick // p.appraisal_review_days
    changed = 0
    for k in range(st.post_kind.shape[0]):
        if int(st.post_kind[k]) == _VOLUNTEER:
            load = rested(float(st.post_load[k]), tick - int(st.post_rested[k]), p.fatigue_memory)
            wants = willing(p, int(st.post_held[k]), int(st.post_agreed[k]), load)
            present = int(st.post_in[k])
            luck = uniform(int(st.seed[0]), _D_VOLUNTEER, int(st.post_key[k]), pack(month, 0, 0, 0))
            if luck < chance_to_change(p, present, wants):
                if present == 1:
                    _leave(st, p, k, tick)
                else:
                    _take(st, p, k, tick)
                changed += 1
    return changed


@inner
def _tell(st, p, k, tick, kind, x, y, z):
    width = p.n_levels + 1
    line = int(st.post_line[k])
    run, slot = line // width, line % width
    forum, key_slot = _COURT, p.court_rank
    if slot < p.n_levels:
        forum, key_slot = int(p.forum_of_slot[slot]), slot
    detail = int(st.post_kind[k]) | (int(st.post_spell[k]) << 8)
    emit(st, head_of(tick, _PHASE, kind, forum, key_slot), int(st.post_key[k]), int(st.place_key[run]), detail,
         x, y, z)  # fmt: skip


@inner
def _leave(st, p, k, tick):
    """The holder goes; what he had behind him is forgotten, open cases go to whoever is next free."""
    load = rested(float(st.post_load[k]), tick - int(st.post_rested[k]), p.fatigue_memory)
    _tell(st, p, k, tick, _LEFT, float(int(st.post_held[k])), float(int(st.post_agreed[k])), load)
    st.series[tick, S_POSTS_LEFT] += 1
    st.post_in[k] = 0
    st.post_spell[k] = int(st.post_spell[k]) + 1
    st.post_held[k] = 0
    st.post_agreed[k] = 0
    st.post_load[k] = 0.0
    staff_line(st, p, int(st.post_line[k]), -int(st.post_minutes[k]), tick)


@inner
def _take(st, p, k, tick):
    """A newcomer."""
    hold(st, p, k, tick)
    staff_line(st, p, int(st.post_line[k]), int(st.post_minutes[k]), tick)
    skills = st.post_skill
    _tell(st, p, k, tick, _TAKEN, float(skills[k, _KIN]), float(skills[k, _MONEY]), float(skills[k, _LAND]))
