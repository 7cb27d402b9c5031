"""Phase 2: what a choice leads to: giving up, talk, or a claim.

A claim may be stopped on the way, sent down by a gate, refused at the court's door, join a line or go outside.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.arbitration import forum_for
from sim.engine.befalls import fail, pause, push_on, rest, treat
from sim.engine.calendar import set_timer
from sim.engine.channels import (
    FIRST_SLOT,
    LUMP,
    TALK,
    court_channel,
    forum_of,
    level_of,
    police_channel,
    run_place,
    slot_of,
)
from sim.engine.choose import choose, mood_now
from sim.engine.events import note
from sim.engine.favour import strictness_for
from sim.engine.gates import gate_before
from sim.engine.lines import arbitration_line, reconsideration_line
from sim.engine.lodging import enlist, enlist_at
from sim.engine.machine import enter
from sim.engine.marks import (
    GATED,
    S_BLOCKED,
    S_CLAIMS,
    S_RETURNED,
    S_TALKS,
    SPEAKS,
    TICK,
)
from sim.engine.police import await_police, calls_police, station_of
from sim.engine.prefiling import offered
from sim.engine.profit import mark_of_claim
from sim.engine.reached import attempt, lodge_unhindered, lodged, raise_reach
from sim.engine.reconsidering import lodge_application, reviewer
from sim.engine.trusting import feel_end
from sim.engine.windows import goes_wrong, remit_of, stops_at_window
from sim.jit import inner
from sim.names import Event, Forum, Opponent, Phase, Purpose, State, Way
from sim.rules.answer import claimant_consent
from sim.rules.intercept import block_probability
from sim.rules.relapse import heated
from sim.rules.settle import power_of_strictness

_DUE = int(Phase.DUE)
_E_CLAIM, _E_BLOCKED, _E_RETURNED, _E_NOT_FILED = (
    int(Event.CLAIM),
    int(Event.BLOCKED),
    int(Event.RETURNED),
    int(Event.NOT_FILED),
)
_E_TOGETHER = int(Event.TOGETHER)
_TALK, _AWAY, _LUMPED, _SUPPRESSED, _OPEN = (
    int(State.TALK),
    int(State.AWAY),
    int(State.LUMPED),
    int(State.SUPPRESSED),
    int(State.OPEN),
)
_SUPPRESS, _GATE, _CONSENT, _REFUSE = (
    int(Purpose.SUPPRESS),
    int(Purpose.GATE),
    int(Purpose.CONSENT),
    int(Purpose.REFUSE),
)
_W_LUMPED, _W_BLOCKED, _W_RETURNED, _W_NOT_FILED = (
    int(Way.LUMPED),
    int(Way.BLOCKED),
    int(Way.RETURNED),
    int(Way.NOT_FILED),
)
_COURT, _OUTSIDE, _GOVERNMENT = int(Forum.COURT), int(Forum.OUTSIDE), int(Opponent.GOVERNMENT)
_ARBITRATION, _RECONSIDERATION = int(Forum.ARBITRATION), int(Forum.RECONSIDERATION)


@inner
def act(st, p, i, was_active):
    """Choose for the OPEN row `i`, which holds no timer, and do what was chosen; or call the police in the heat."""
    if calls_police(st, p, i):
        _call(st, p, i)
        return
    channel, value, in_review = choose(st, p, i, was_active)
    mood = mood_now(st, p, int(st.claimant[i]))
    run = run_place(st, p, int(st.place[i]), channel)
    forum, slot = forum_for(st, p, i, channel), slot_of(p, channel)
    if in_review == 1:
        run, forum = reviewer(st, p, i), _RECONSIDERATION
    detail = channel | mark_of_claim(st, p, i, forum)
    note(st, i, _DUE, _E_CLAIM, forum, slot, run, detail, value, float(st.hostility[i]), mood)
    tick = int(st.count[TICK])
    st.channel[i] = channel
    st.series[tick, S_CLAIMS] += 1
    if channel == LUMP:
        st.visits[i, LUMP] = int(st.visits[i, LUMP]) + 1
        st.last_way[i] = _W_LUMPED
        st.last_end[i] = tick
        rest(st, p, i, _LUMPED, p.lump_reopen, p.lump_forget)
    elif channel == TALK:
        st.visits[i, TALK] = int(st.visits[i, TALK]) + 1
        st.series[tick, S_TALKS] += 1
        enter(st, i, _TALK)
        set_timer(st, i, tick + int(p.talk_days))
    elif in_review == 1:
        lodge_application(st, p, i, run)
        st.compulsion[i] = 0.0
        enlist_at(st, i, reconsideration_line(st, p, run), forum, slot, 0)
    elif channel == court_channel(p):
        _go_to_law(st, p, i, channel, run, forum)
    elif not stops_at_window(st, p, i, channel):
        _go_up(st, p, i, channel, run, forum, slot)


@inner
def _go_to_law(st, p, i, channel, run, forum):
    """To the court's door; in a dispute with an employer to arbitration, where nobody is turned away."""
    level = int(st.place_rank[run])
    visit = int(st.visits[i, channel])
    raise_reach(st, p, i, level)
    lodged(st, p, i, channel, level)
    if forum == _ARBITRATION:
        st.compulsion[i] = 0.0
        enlist_at(st, i, arbitration_line(st, p, run), _ARBITRATION, p.court_rank, 0)
        return
    luck = uniform(int(st.seed[0]), _REFUSE, int(st.id[i]), pack(_COURT, p.court_rank, visit, 0))
    if luck < p.court_refuse:
        st.last_way[i] = _W_NOT_FILED
        st.last_end[i] = int(st.count[TICK])
        fail(st, p, i, channel, p.heat_failure, 1)
        feel_end(st, p, i, _COURT, level, _W_NOT_FILED, 0)
        note(st, i, _DUE, _E_NOT_FILED, _COURT, p.court_rank, run, 0,
             float(st.hostility[i]), float(st.interest[i]), 0.0)  # fmt: skip
        return
    if not offered(st, p, i, channel, run):
        enlist(st, p, i, channel, run, 0.0, 0)


@inner
def _blocker(st, p, i, forum, slot):
    """Place below the target whose principal may stop the claim; -1 if there is none."""
    place = int(st.place[i])
    if forum == _OUTSIDE:
        return int(st.anc[place, p.top])
    for r in range(slot - 1, p.base - 1, -1):
        if int(p.forum_of_slot[r]) != 0:
            return int(st.anc[place, r])
    return -1


@inner
def _go_up(st, p, i, channel, run, forum, slot):
    """An administrative claim, or one to outside: interception, lodging, gate, line."""
    place = int(st.place[i])
    visit = int(st.visits[i, channel])
    level = level_of(st, p, place, channel)
    attempt(st, p, i, level)
    blocker = _blocker(st, p, i, forum, slot)
    if p.on_interception == 1 and blocker >= 0:
        to_outside = 1 if forum == _OUTSIDE else 0
        chance = block_probability(float(st.suppression[blocker]), to_outside, int(st.blocks[i]),
                                   p.suppress_leak_outside, p.suppress_repeat_factor)  # fmt: skip
        luck = uniform(int(st.seed[0]), _SUPPRESS, int(st.id[i]), pack(forum, slot, visit, int(st.blocks[i])))
        if luck < chance:
            _blocked(st, p, i, blocker, forum, slot, visit, chance)
            return
    lodged(st, p, i, channel, level)
    if forum == _OUTSIDE:
        enter(st, i, _AWAY)
        set_timer(st, i, int(st.count[TICK]) + int(p.clocks_outside))
        return
    gate = _gate_slot(st, p, i, slot, forum, visit)
    if gate >= 0:
        _returned(st, p, i, channel, run, forum, slot, visit, gate)
        return
    enlist(st, p, i, channel, run, 0.0, 0)


@inner
def _call(st, p, i):
    lodge_unhindered(st, p, i, police_channel(p), int(st.place_rank[station_of(st, p, i)]))
    await_police(st, p, i)


@inner
def dispatch(st, p, i):
    """A window sends row `i` on. Its level is that of the forum that takes it; a party lodged it, at the window."""
    channel = remit_of(st, p, i)
    run = run_place(st, p, int(st.place[i]), channel)
    if not goes_wrong(st, p, i, channel, run):
        lodge_unhindered(st, p, i, channel, int(st.place_rank[run]))
        enlist(st, p, i, channel, run, 0.0, 1)


@inner
def _blocked(st, p, i, blocker, forum, slot, visit, chance):
    tick = int(st.count[TICK])
    treat(st, p, i, blocker, forum, slot, visit)
    st.blocks[i] = int(st.blocks[i]) + 1
    st.hostility[i] = heated(float(st.hostility[i]), p.suppress_hostility)
    st.last_way[i] = _W_BLOCKED
    st.last_end[i] = tick
    st.last_level[i] = st.place_rank[blocker]
    st.series[tick, S_BLOCKED] += 1
    feel_end(st, p, i, forum, int(st.place_rank[blocker]), _W_BLOCKED, 0)
    push_on(st, i)
    rest(st, p, i, _SUPPRESSED, p.suppress_return_rate, p.suppress_forget)
    note(st, i, _DUE, _E_BLOCKED, forum, slot, blocker, 0, float(st.hostility[i]), float(st.interest[i]), chance)


@inner
def _gate_slot(st, p, i, slot, forum, visit):
    """Slot to which a gate sends the claim down today, -1 if it lets it pass."""
    g = gate_before(st, p, i, slot)
    if g < 0:
        return -1
    luck = uniform(int(st.seed[0]), _GATE, int(st.id[i]), pack(forum, slot, visit, g))
    if luck < strictness_for(st, p, i, float(st.gate_strictness[int(st.place[i]), g])):
        return g
    return -1


@inner
def _returned(st, p, i, channel, run, forum, slot, visit, gate):
    """An empty referral (程序空转): sent down to slot `gate`, angrier; the claimant goes along or thinks again."""
    tick = int(st.count[TICK])
    place = int(st.place[i])
    strictness = float(st.gate_strictness[place, gate])
    amount = p.gate_referral_hostility * power_of_strictness(strictness, p.settle_compulsion_power)
    treat(st, p, i, run, forum, slot, visit)
    st.hostility[i] = heated(float(st.hostility[i]), amount)
    st.since[i] = tick
    st.tried[i] = int(st.tried[i]) | GATED
    st.series[tick, S_RETURNED] += 1
    feel_end(st, p, i, forum, int(st.place_rank[run]), _W_RETURNED, 0)
    push_on(st, i)
    below = int(st.anc[place, gate])
    forum_below = int(p.forum_of_slot[gate])
    key = pack(forum_below, gate, int(st.visits[i, FIRST_SLOT + gate]), 0)
    goes = 0
    if uniform(int(st.seed[0]), _CONSENT, int(st.id[i]), key) < claimant_consent(p, strictness):
        goes = 1
    note(st, i, _DUE, _E_RETURNED, forum, slot, below, goes, float(st.hostility[i]), float(st.interest[i]), strictness)
    if goes == 1:
        st.visits[i, FIRST_SLOT + gate] = int(st.visits[i, FIRST_SLOT + gate]) + 1
        st.gate_target[i] = channel
        enlist(st, p, i, FIRST_SLOT + gate, below, strictness, 1)
        return
    st.last_way[i] = _W_RETURNED
    st.last_end[i] = tick
    st.episode[i] = int(st.episode[i]) + 1
    enter(st, i, _OPEN)
    pause(st, p, i)


@inner
def go_together(st, p, i):
    """The one who speaks for a crowd lodges where it went yesterday: no gate and nobody on the way stops a crowd."""
    channel = int(st.transfer[i]) - SPEAKS
    place = int(st.place[i])
    run = run_place(st, p, place, channel)
    st.transfer[i] = 0
    lodge_unhindered(st, p, i, channel, level_of(st, p, place, channel))
    note(st, i, _DUE, _E_TOGETHER, forum_of(p, channel), slot_of(p, channel), run, 0,
         float(st.hostility[i]), float(st.interest[i]), 0.0)  # fmt: skip
    enlist(st, p, i, channel, run, 0.0, 0)


@inner
def transfer_on(st, p, i):
    """An institution lodges a dispute where it decided to move it."""
    channel = int(st.transfer[i])
    place = int(st.place[i])
    run = run_place(st, p, place, channel)
    st.transfer[i] = 0
    st.visits[i, channel] = int(st.visits[i, channel]) + 1
    st.channel[i] = channel
    enlist(st, p, i, channel, run, 0.0, 1)
    return run, channel
