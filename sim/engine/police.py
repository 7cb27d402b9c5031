"""A 110 call in the heat of a quarrel, and next day mediation on the spot by the police station of the town.

A station has hours and no line: whom it has no officer for it parts and sends on. What it does not settle, its claimant
takes elsewhere. Odds: `rules.police`; the lodging itself: `claims`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.befalls import calm_parties, fail, press_down, rest
from sim.engine.calendar import set_timer
from sim.engine.channels import police_channel
from sim.engine.events import note
from sim.engine.machine import enter
from sim.engine.marks import FILINGS, HEARD, S_CALLS, S_POLICE_MINUTES, S_POLICE_REFUSED, S_UNATTENDED, TICK
from sim.jit import inner
from sim.names import Event, Forum, Opponent, Phase, Purpose, State, Way
from sim.rules.book import police_false_success
from sim.rules.claim import stake_score
from sim.rules.police import call_probability, minutes_kept, spot_pressed, spot_probability, stays_probability
from sim.rules.relapse import return_rate
from sim.rules.settle import burden_logit, knowledge_at, session_logit

_CALL, _CONSENT, _SETTLE = int(Purpose.CALL), int(Purpose.CONSENT), int(Purpose.SETTLE)
_PRESS, _MISREPORT = int(Purpose.PRESS), int(Purpose.MISREPORT)
_E_CALLED, _E_ATTENDED, _DUE = int(Event.CALLED), int(Event.ATTENDED), int(Phase.DUE)
_CALLED, _SETTLED, _SUPPRESSED = int(State.CALLED), int(State.SETTLED), int(State.SUPPRESSED)
_AGREED, _PRESSED, _REJECTED = int(Way.CONSENT), int(Way.PRESSED), int(Way.REJECTED)
_REFUSED, _NO_OFFICER = int(Way.REFUSED), int(Way.NO_OFFICER)
_POLICE, _ORGANISATION = int(Forum.POLICE), int(Opponent.ORGANISATION)
BOOKED = 1 << 8
"""Bit of the detail of an ATTENDED: the books call it settled."""


@inner
def station_of(st, p, i):
    """Place of the police station of row `i`: that of the town office."""
    return int(st.anc[int(st.place[i]), p.office_slot])


@inner
def calls_police(st, p, i):
    """True if the claimant of the OPEN row `i` calls the police instead of choosing."""
    if p.on_police == 0 or int(st.opponent[i]) > _ORGANISATION:
        return False
    if int(st.visits[i, police_channel(p)]) >= p.claim_max_visits:
        return False
    chance = call_probability(p, float(st.hostility[i]))
    if chance <= 0.0:
        return False
    return uniform(int(st.seed[0]), _CALL, int(st.id[i]), pack(int(st.episode[i]), 0, 0, 0)) < chance


@inner
def await_police(st, p, i):
    """The call of row `i` was lodged: the police come tomorrow."""
    tick = int(st.count[TICK])
    hostility = float(st.hostility[i])
    st.channel[i] = police_channel(p)
    st.joined[i] = tick
    st.series[tick, S_CALLS] += 1
    note(st, i, _DUE, _E_CALLED, _POLICE, p.office_slot, station_of(st, p, i), 0,
         call_probability(p, hostility), hostility, float(st.interest[i]))  # fmt: skip
    enter(st, i, _CALLED)
    set_timer(st, i, tick + 1)


@inner
def _spends(st, p, station):
    """True if the station has minutes for one more call today; they are spent."""
    tick = int(st.count[TICK])
    days = tick - int(st.police_until[station])
    kept = int(st.police_credit[station])
    kept = minutes_kept(kept, int(st.police_minutes[station]), days, p.police_minutes)
    st.police_until[station] = tick
    if kept < p.police_minutes:
        st.police_credit[station] = kept
        return False
    st.police_credit[station] = kept - p.police_minutes
    st.series[tick, S_POLICE_MINUTES] += p.police_minutes
    return True


@inner
def _draw(st, p, i, purpose, last):
    visit = int(st.visits[i, police_channel(p)]) - 1
    return uniform(int(st.seed[0]), purpose, int(st.id[i]), pack(_POLICE, p.office_slot, visit, last))


@inner
def attend(st, p, i):
    """The police come to row `i`: an officer is free or not, the respondent agrees to be mediated or not."""
    tick = int(st.count[TICK])
    station = station_of(st, p, i)
    if not _spends(st, p, station):
        st.series[tick, S_UNATTENDED] += 1
        _part(st, p, i, station, _NO_OFFICER, 0.0, 0)
        return
    score = stake_score(float(st.stake[i]), p.stake_median, p.stake_sigma)
    stays = stays_probability(p, float(st.tie[i]), score, float(st.respondent_standing[i]))
    if p.on_respondent_answer == 1 and _draw(st, p, i, _CONSENT, 1) >= stays:
        st.series[tick, S_POLICE_REFUSED] += 1
        _part(st, p, i, station, _REFUSED, stays, 0)
        return
    st.tried[i] = int(st.tried[i]) | HEARD
    chance = _odds(st, p, i, station)
    filing = _file(st, p, i, station)
    way = _REJECTED
    if _draw(st, p, i, _SETTLE, 0) < chance:
        way = _AGREED
        if p.on_pressing == 1 and _draw(st, p, i, _PRESS, 0) < spot_pressed(p, float(st.gap[i])):
            way = _PRESSED
    booked = 1
    if way == _REJECTED and _draw(st, p, i, _MISREPORT, 0) >= police_false_success(p):
        booked = 0
    st.filing_way[filing] = way
    st.filing_booked[filing] = booked
    _part(st, p, i, station, way, chance, booked)
    if way != _REJECTED:
        st.filing_returns[filing] = st.returns[i]


@inner
def _odds(st, p, i, station):
    """Chance of an agreement on the spot: the quarrel itself, what an officer knows of the place, and his presence."""
    level = int(st.place_rank[station])
    lacks = 1 if level < int(st.power[i]) or int(st.exclusive[i]) == 1 else 0
    out = 1 if level < int(st.ancestor[i]) else 0
    place = int(st.place[i])
    base = int(st.place_rank[int(st.anc[place, p.base])])
    knowledge = knowledge_at(p, level, base, int(st.place_urban[place]), 0.0)
    family = int(p.type_family[int(st.type[i])])
    logit = session_logit(
        p, float(p.settle_mu[family]), float(st.tie[i]), float(st.hostility[i]), float(st.gap[i]), knowledge
    )
    return spot_probability(p, logit + burden_logit(p, 0.0, p.police_presence, out), lacks)


@inner
def _file(st, p, i, station):
    """The station's entry of a call that it mediated: opened by the call, closed on the spot; returns its row."""
    row = int(st.count[FILINGS])
    channel = police_channel(p)
    st.filing_dispute[row] = i
    st.filing_line[row] = station * (p.n_levels + 1) + p.office_slot
    st.filing_forum[row] = _POLICE
    st.filing_level[row] = st.place_rank[station]
    st.filing_channel[row] = channel
    st.filing_visit[row] = int(st.visits[i, channel]) - 1
    st.filing_opened[row] = st.joined[i]
    st.filing_closed[row] = st.count[TICK]
    st.filing_sessions[row] = 1
    st.filing_work[row] = p.police_minutes
    st.count[FILINGS] = row + 1
    return row


@inner
def _part(st, p, i, station, way, chance, booked):
    """What the visit leads to: rest, or another choice after a pause."""
    tick = int(st.count[TICK])
    st.last_way[i] = way
    st.last_end[i] = tick
    st.last_level[i] = st.place_rank[station]
    if way == _AGREED:
        calm_parties(st, p, i)
        st.interest[i] = 0.0
        rest(st, p, i, _SETTLED, return_rate(p, float(st.hostility[i]), 0.0), 0.0)
    elif way == _PRESSED:
        press_down(st, p, i)
        rest(st, p, i, _SUPPRESSED, return_rate(p, float(st.hostility[i]), 1.0), p.suppress_forget)
    else:
        fail(st, p, i, police_channel(p), p.heat_refused if way == _REFUSED else p.heat_failure, 1)
    note(st, i, _DUE, _E_ATTENDED, _POLICE, p.office_slot, station, way + BOOKED * booked,
         chance, float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
