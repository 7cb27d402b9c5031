"""Phase 4-5: one session: who comes, what was understood, and whether it mediates or decides.

A case whose session ends it ends at once (`ends`). Odds: `rules.settle`, `rules.decide`. Long, since all that is done
for one hearing is one thought.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.astray import goes_astray
from sim.engine.bonds import consent_for
from sim.engine.borders import JOINED, PASSED_ON, meet
from sim.engine.calendar import drop_timer
from sim.engine.compensation import share_shelved
from sim.engine.due import heat_by_waiting
from sim.engine.ends import end_case
from sim.engine.events import note
from sim.engine.favour import grant_for, pressed_for
from sim.engine.joint import all_come, set_aside
from sim.engine.lines import (
    append,
    remove,
)
from sim.engine.marks import HEARD, REACHED_REMEDY
from sim.engine.posts import give_to, remember_session, skill_at, strain_at
from sim.engine.spiral import answer_each_other
from sim.jit import inner
from sim.names import Event, Forum, Opponent, Phase, Purpose, Way
from sim.rules.answer import respondent_consent
from sim.rules.claim import stake_score
from sim.rules.decide import fair_probability, grant_probability
from sim.rules.departments import without_departments
from sim.rules.settle import (
    burden_logit,
    knowledge_at,
    session_logit,
    session_probability,
    session_quality,
)

_SERVE, _OUTCOME = int(Phase.SERVE), int(Phase.OUTCOME)
_SESSION, _E_CONSENT = int(Event.SESSION), int(Event.CONSENT)
_COMMITTEE, _COURT, _PREFILING = int(Forum.COMMITTEE), int(Forum.COURT), int(Forum.PREFILING)
_RECONSIDERATION = int(Forum.RECONSIDERATION)
_ARBITRATION, _E_AWARD, _D_AWARD = int(Forum.ARBITRATION), int(Event.AWARD), int(Purpose.AWARD)
_COLLECTIVE = int(Opponent.COLLECTIVE)
_CONSENT, _PRESSED, _GRANTED, _REJECTED, _PROMISE, _REFUSED = (
    int(Way.CONSENT),
    int(Way.PRESSED),
    int(Way.GRANTED),
    int(Way.REJECTED),
    int(Way.PROMISE),
    int(Way.REFUSED),
)
_D_CONSENT, _D_SETTLE, _D_PRESS, _D_FAIR, _D_PROMISE = (
    int(Purpose.CONSENT),
    int(Purpose.SETTLE),
    int(Purpose.PRESS),
    int(Purpose.FAIR),
    int(Purpose.PROMISE),
)


@inner
def _load(st, p, line, forum, before):
    """Yesterday's line over what the forum can do within its clock, at most 3."""
    if p.on_load == 0:
        return 0.0
    minutes = int(st.line_minutes[line])
    clock = int(p.clock_days[forum])
    if minutes <= 0 or clock <= 0:
        return 3.0
    load = before * float(p.mean_minutes[forum]) / (float(minutes) * clock)
    if load > 3.0:
        return 3.0
    return load


@inner
def hold_session(st, p, i, line, run, slot, forum, before):
    """Hear dispute `i` at its line; `before` is the length of yesterday's line."""
    heat_by_waiting(st, p, i)
    if goes_astray(st, p, i, line, run, forum, slot):
        return
    give_to(st, p, i, line)
    level = int(st.place_rank[run])
    lacks = 0
    if level < int(st.power[i]) or (int(st.exclusive[i]) == 1 and forum < _COURT):
        lacks = 1
    out = 0
    if level < int(st.ancestor[i]) or level < int(st.impartial[i]):
        out = 1
    if out == 1 and int(st.border[i]) > 0 and forum < _COURT and level < int(st.ancestor[i]):
        met = meet(st, p, i, run, forum, slot)
        if met == PASSED_ON:
            _lose_session(st, p, i, forum, slot)
            return
        if met == JOINED and level >= int(st.impartial[i]):
            out = 0
    key_slot = p.court_rank if forum >= _COURT else slot
    if forum == _COURT:
        _judge(st, p, i, run, key_slot)
    elif forum == _ARBITRATION:
        load = _load(st, p, line, forum, before)
        _hear(st, p, i, run, forum, key_slot, out, load, p.arbitration_grant, p.arbitration_fair)
    elif forum == _RECONSIDERATION:
        load = _load(st, p, line, forum, before)
        _hear(st, p, i, run, forum, key_slot, out, load, p.reconsideration_grant, p.reconsideration_fair)
    elif forum != _COMMITTEE and forum != _PREFILING and int(st.opponent[i]) >= _COLLECTIVE:
        _decide(st, p, i, run, forum, slot, lacks, out)
    else:
        _mediate(st, p, i, line, run, forum, key_slot, lacks, out, _load(st, p, line, forum, before))


@inner
def _draw(st, i, purpose, forum, slot, session):
    """Uniform of the open case: (dispute, forum kind, level, visit, session), never the handler."""
    visit = int(st.filing_visit[int(st.filing[i])])
    return uniform(int(st.seed[0]), purpose, int(st.id[i]), pack(forum, slot, visit, session))


@inner
def _heard(st, p, i, run, forum, slot, chance, agreed):
    mark = HEARD
    if int(st.exclusive[i]) == 1 and forum >= _COURT:
        mark = mark | REACHED_REMEDY
    st.tried[i] = int(st.tried[i]) | mark
    remember_session(st, p, i, agreed)
    detail = int(st.sessions[i]) | (agreed << 8)
    note(st, i, _SERVE, _SESSION, forum, slot, run, detail, chance, float(st.hostility[i]), float(st.interest[i]))


@inner
def _finish(st, p, i, way, fair):
    st.sessions[i] = int(st.sessions[i]) + 1
    remove(st, i)
    drop_timer(st, i)
    end_case(st, p, i, way, fair, _OUTCOME)


@inner
def _judge(st, p, i, run, slot):
    chance = grant_probability(p.court_grant, p.court_merit, float(st.merit[i]))
    granted = 1 if _draw(st, i, _D_SETTLE, _COURT, slot, 0) < chance else 0
    _heard(st, p, i, run, _COURT, slot, chance, granted)
    if granted == 1:
        _finish(st, p, i, _GRANTED, 0)
        return
    fair = 0
    if _draw(st, i, _D_FAIR, _COURT, slot, 0) < fair_probability(p.court_fair, float(st.hostility[i])):
        fair = 1
    _finish(st, p, i, _REJECTED, fair)


@inner
def _hear(st, p, i, run, forum, slot, out, load, at_middle, felt_fair):
    """One hearing of arbitration or reconsideration: it tries to reconcile the parties, and decides where it cannot."""
    chance = _odds(st, p, i, run, 0, out, load)
    agreed = 1 if _draw(st, i, _D_SETTLE, forum, slot, 0) < chance else 0
    _heard(st, p, i, run, forum, slot, chance, agreed)
    if agreed == 1:
        _finish(st, p, i, _CONSENT, 0)
        return
    chance = grant_probability(at_middle, p.court_merit, float(st.merit[i]))
    granted = 1 if _draw(st, i, _D_AWARD, forum, slot, 0) < chance else 0
    note(st, i, _SERVE, _E_AWARD, forum, slot, run, granted, chance,
         float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
    fair = 0
    if granted == 0 and _draw(st, i, _D_FAIR, forum, slot, 0) < fair_probability(felt_fair, float(st.hostility[i])):
        fair = 1
    _finish(st, p, i, _GRANTED if granted == 1 else _REJECTED, fair)


@inner
def _decide(st, p, i, run, forum, slot, lacks, out):
    """An office or petition office answers a claim against the collective or a government."""
    if not all_come(st, p, i, run, forum, slot):
        _lose_session(st, p, i, forum, slot)
        return
    chance = grant_probability(p.petition_decide, p.court_merit, float(st.merit[i]))
    chance = grant_for(st, p, i, chance) * session_quality(p, float(st.effort[run])) * strain_at(st, p, i)
    if lacks == 1 or out == 1:
        chance = chance * p.settle_lacking
    granted = 1 if _draw(st, i, _D_SETTLE, forum, slot, int(st.sessions[i])) < chance else 0
    _heard(st, p, i, run, forum, slot, chance, granted)
    if granted == 1:
        _finish(st, p, i, _GRANTED, 0)
        return
    if _draw(st, i, _D_FAIR, forum, slot, 0) < fair_probability(p.petition_fair, float(st.hostility[i])):
        _finish(st, p, i, _REJECTED, 1)
        return
    _give_up(st, p, i, forum, slot)


@inner
def _give_up(st, p, i, forum, slot):
    """A forum that could not settle shelves the case, promised or paid for, or rejects it (before a trial always)."""
    if forum != _PREFILING and _draw(st, i, _D_PROMISE, forum, slot, 0) < share_shelved(st, p, i, forum):
        _finish(st, p, i, _PROMISE, 0)
    else:
        _finish(st, p, i, _REJECTED, 0)


@inner
def _lose_session(st, p, i, forum, slot):
    """Departments or the place across were missing: one session less, and days; after the last the case is over."""
    session = int(st.sessions[i]) + 1
    if session >= p.settle_sessions:
        _give_up(st, p, i, forum, slot)
        return
    st.sessions[i] = session
    set_aside(st, p, i)


@inner
def _comes(st, p, i, run, forum, slot):
    """True if the respondent comes to the first session; a refusal ends the case.

    Before the court's mediators both have agreed at the door (`prefiling`).
    """
    if p.on_respondent_answer == 0 or int(st.sessions[i]) > 0 or forum == _PREFILING:
        return True
    score = stake_score(float(st.stake[i]), p.stake_median, p.stake_sigma)
    chance = respondent_consent(p, float(st.tie[i]), score, float(st.respondent_standing[i]), float(st.compulsion[i]))
    chance = consent_for(st, p, i, chance)
    if _draw(st, i, _D_CONSENT, forum, slot, 1) < chance:
        return True
    note(st, i, _SERVE, _E_CONSENT, forum, slot, run, 0, chance, float(st.hostility[i]), float(st.interest[i]))
    _finish(st, p, i, _REFUSED, 0)
    return False


@inner
def _odds(st, p, i, run, lacks, out, load):
    """Chance that this session ends in an agreement."""
    family = int(p.type_family[int(st.type[i])])
    place = int(st.place[i])
    base = int(st.place_rank[int(st.anc[place, p.base])])
    knowledge = knowledge_at(p, int(st.place_rank[run]), base, int(st.place_urban[place]), float(st.information[i]))
    logit = session_logit(
        p, float(p.settle_mu[family]), float(st.tie[i]), float(st.hostility[i]), float(st.gap[i]), knowledge
    )
    logit = logit + burden_logit(p, load, float(st.compulsion[i]), out)
    if p.on_staff == 1:
        logit = logit + skill_at(st, p, i, family)
    return session_probability(p, logit, float(st.effort[run]), lacks) * strain_at(st, p, i)


@inner
def _calls_nobody(forum):
    """True for mediators who cannot call a department: a committee's, and the court's before filing."""
    return forum == _COMMITTEE or forum == _PREFILING


@inner
def _mediates_alone(st, p, i, forum, chance):
    """The chance as it is where the forum can call whom the matter needs; some can call nobody."""
    if _calls_nobody(forum) and int(st.needs[i]) > 0:
        return without_departments(p, chance)
    return chance


@inner
def _mediate(st, p, i, line, run, forum, slot, lacks, out, load):
    if not _comes(st, p, i, run, forum, slot):
        return
    if not _calls_nobody(forum) and not all_come(st, p, i, run, forum, slot):
        _lose_session(st, p, i, forum, slot)
        return
    session = int(st.sessions[i])
    chance = _mediates_alone(st, p, i, forum, _odds(st, p, i, run, lacks, out, load))
    agreed = 1 if _draw(st, i, _D_SETTLE, forum, slot, session) < chance else 0
    _heard(st, p, i, run, forum, slot, chance, agreed)
    if agreed == 1:
        way = _CONSENT
        pressed = pressed_for(st, p, i, run)
        if p.on_pressing == 1 and _draw(st, i, _D_PRESS, forum, slot, session) < pressed:
            way = _PRESSED
        _finish(st, p, i, way, 0)
        return
    answer_each_other(st, p, i)
    if lacks == 0:
        st.interest[i] = float(st.interest[i]) * (1.0 - p.settle_partial)
    if session + 1 >= p.settle_sessions:
        _give_up(st, p, i, forum, slot)
        return
    st.sessions[i] = session + 1
    remove(st, i)
    append(st, line, i)
