"""What befalls a dispute: it fails, pauses, comes to rest, is calmed or pressed, or leaves another grievance behind.

Every end is made of these (`ends`), and so is what goes on by itself (`due`, `claims`, `police`, the legal chain).
"""

from __future__ import annotations

from sim.draws import child_id, exponential, pack, uniform
from sim.engine.calendar import set_timer
from sim.engine.machine import enter
from sim.engine.marks import CHILDREN, FAR, PUSHES, TICK
from sim.engine.spiral import calm_respondent
from sim.jit import inner
from sim.names import Origin, Purpose, State
from sim.rules.relapse import DAYS_A_YEAR, heated
from sim.rules.voice import whole_days

_OPEN, _LUMPED, _SUPPRESSED = int(State.OPEN), int(State.LUMPED), int(State.SUPPRESSED)
_SETTLED, _ACCEPTED = int(State.SETTLED), int(State.ACCEPTED)
_DECIDE, _RETURN, _FORGET = int(Purpose.DECIDE), int(Purpose.RETURN), int(Purpose.FORGET)
_TREATMENT_DRAW, _TREATMENT_ID = int(Purpose.TREATMENT), int(Purpose.TREATMENT_ID)
_TREATMENT = int(Origin.TREATMENT)


@inner
def pause(st, p, i):
    """Let an OPEN dispute think it over: its next choice after an exponential pause, by its current episode."""
    tick = int(st.count[TICK])
    luck = exponential(int(st.seed[0]), _DECIDE, int(st.id[i]), pack(int(st.episode[i]), 0, 0, 0))
    set_timer(st, i, tick + whole_days(luck, 1.0 / p.claim_decide_days, FAR))


@inner
def push_on(st, i):
    """Remember that row `i` was hurt today; who feels it is settled in phase 6."""
    n = int(st.count[PUSHES])
    st.push_row[n] = i
    st.count[PUSHES] = n + 1


@inner
def fail(st, p, i, channel, amount, pauses):
    """A failure at a channel: counted, heated, pushed; the dispute is OPEN and, if `pauses`, chooses after a pause."""
    tick = int(st.count[TICK])
    st.fails[i, channel] = int(st.fails[i, channel]) + 1
    st.hostility[i] = heated(float(st.hostility[i]), amount)
    st.since[i] = tick
    st.episode[i] = int(st.episode[i]) + 1
    push_on(st, i)
    enter(st, i, _OPEN)
    if pauses == 1:
        pause(st, p, i)


@inner
def rest(st, p, i, state, rate, forget):
    """Put row `i` to rest in `state`: times of return (`rate` a year), of forgetting and limitation, one timer."""
    tick = int(st.count[TICK])
    seed = int(st.seed[0])
    key = int(st.id[i])
    episode = int(st.episode[i]) + 1
    st.episode[i] = episode
    st.since[i] = tick
    counter = pack(episode, 0, 0, 0)
    limit = tick + int(DAYS_A_YEAR * p.lump_limitation_years)
    returns = tick + whole_days(exponential(seed, _RETURN, key, counter), rate / DAYS_A_YEAR, FAR)
    if p.on_return_ == 0 and (state == _SETTLED or state == _ACCEPTED):
        returns = tick + FAR
    forgets = limit
    if state == _LUMPED or state == _SUPPRESSED:
        forgets = tick + whole_days(exponential(seed, _FORGET, key, counter), forget / DAYS_A_YEAR, FAR)
        if limit < forgets:
            forgets = limit
    enter(st, i, state)
    wait_at_rest(st, i, returns, forgets)


@inner
def wait_at_rest(st, i, returns, forgets):
    """What rests comes back or is forgotten, whichever is first: one timer."""
    st.returns[i] = returns
    st.forgets[i] = forgets
    due = returns
    if forgets < due:
        due = forgets
    set_timer(st, i, due)


@inner
def calm_parties(st, p, i):
    """What both agreed to calms both."""
    st.hostility[i] = float(st.hostility[i]) * p.returns_calm
    calm_respondent(st, p, i)


@inner
def press_down(st, p, i):
    """What was signed under pressure heats, and leaves little of the interest to be asked for."""
    st.hostility[i] = heated(float(st.hostility[i]), p.press_hostility)
    if float(st.interest[i]) > p.press_interest:
        st.interest[i] = p.press_interest


@inner
def treat(st, p, i, place, forum, slot, visit):
    """A blocked or returned claim may become a grievance against the place that did it, born tomorrow."""
    if p.on_treatment == 0:
        return
    key = int(st.id[i])
    counter = pack(forum, slot, visit, int(st.blocks[i]))
    if uniform(int(st.seed[0]), _TREATMENT_DRAW, key, counter) < p.treatment_pi:
        schedule_child(st, _TREATMENT, int(child_id(_TREATMENT_ID, key, counter)), i, place)


@inner
def schedule_child(st, kind, key, parent, target):
    """Note a child to be born in tomorrow's phase 1."""
    n = int(st.count[CHILDREN])
    st.child_kind[n] = kind
    st.child_id[n] = key
    st.child_parent[n] = parent
    st.child_target[n] = target
    st.count[CHILDREN] = n + 1
