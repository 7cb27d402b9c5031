"""The three steps of a complaint against a government: answers counted, and which office is open to it next.

Rule: `rules.steps`. Mediation by a committee, the court and `outside` stay open throughout.
"""

from __future__ import annotations

from sim.engine.events import note
from sim.jit import inner
from sim.names import Event, Forum, Opponent, Phase, Way
from sim.rules.steps import MOST_STEPS, office_open

_OFFICE, _PETITION, _GOVERNMENT = int(Forum.OFFICE), int(Forum.PETITION), int(Opponent.GOVERNMENT)
_GRANTED, _REJECTED, _PROMISE = int(Way.GRANTED), int(Way.REJECTED), int(Way.PROMISE)
_STEP, _OUTCOME = int(Event.STEP), int(Phase.OUTCOME)


@inner
def under_review(st, i):
    """True if an office has answered the matter before (a further claim there is a review), or reconsideration has."""
    return int(st.steps[i]) > 0


@inner
def closed_to_offices(st, i):
    """True after the third answer, and where reconsideration has upheld the act."""
    return int(st.steps[i]) >= MOST_STEPS


@inner
def _next_level(st, p, i):
    """Level of the lowest office above the last answer; n_levels where the tree has none."""
    place = int(st.place[i])
    for r in range(p.base, p.n_levels):
        forum = int(p.forum_of_slot[r])
        if forum == _OFFICE or forum == _PETITION:
            level = int(st.place_rank[int(st.anc[place, r])])
            if level > int(st.answered[i]):
                return level
    return p.n_levels


@inner
def office_closed(st, p, i, forum, level):
    """True if the office of `level` is none of the steps left to row `i`."""
    if not under_review(st, i) or (forum != _OFFICE and forum != _PETITION):
        return False
    return office_open(int(st.steps[i]), _next_level(st, p, i), level) == 0


@inner
def count_step(st, p, i, way, forum, slot, run):
    """Count the answer of an office to a complaint against a government; one that grants it begins the count anew."""
    if p.on_petition_steps == 0 or int(st.opponent[i]) != _GOVERNMENT or (forum != _OFFICE and forum != _PETITION):
        return
    if way == _GRANTED:
        st.steps[i] = 0
        st.answered[i] = 0
        return
    if way != _REJECTED and way != _PROMISE:
        return
    step = int(st.steps[i]) + 1
    if step > MOST_STEPS:
        step = MOST_STEPS
    st.steps[i] = step
    level = int(st.place_rank[run])
    if level > int(st.answered[i]):
        st.answered[i] = level
    note(st, i, _OUTCOME, _STEP, forum, slot, run, step, float(st.hostility[i]), float(st.interest[i]), 0.0)
