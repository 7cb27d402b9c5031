"""Phase 5 and every other end: what a case's end does to the dispute, its filing and the principal's count.

Failures choose again. The table of ends is in `docs/day.md`; rules of return and booking in `rules.relapse` and
`rules.book`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.appealing import CLAIMANT, RESPONDENT, appeal_chance, appeals, lodge_appeal
from sim.engine.arbitration import sues
from sim.engine.befalls import calm_parties, fail, press_down, rest
from sim.engine.blocks import reported_block, review_block
from sim.engine.calendar import set_timer
from sim.engine.confirming import asks_court, await_court
from sim.engine.events import note
from sim.engine.lines import forum_of_line, kind_of_line, place_of_line, slot_of_line
from sim.engine.marks import IN_LINE, NEVER, S_BOOKED, S_PAPER, S_VOICED, TICK
from sim.engine.owed import await_terms, has_terms
from sim.engine.petitioning import count_step
from sim.engine.profit import rate_after
from sim.engine.reached import sued_above
from sim.engine.reconsidering import close_to_offices, goes_to_court
from sim.engine.trial import confirms, go_to_trial
from sim.engine.trusting import feel_end, feel_harm
from sim.jit import inner
from sim.names import Event, Forum, Purpose, State, Way
from sim.rules.book import false_success_probability
from sim.rules.relapse import return_rate

_LUMPED, _SUPPRESSED = int(State.LUMPED), int(State.SUPPRESSED)
_SETTLED, _ACCEPTED = int(State.SETTLED), int(State.ACCEPTED)
_CONSENT, _PRESSED, _GRANTED = int(Way.CONSENT), int(Way.PRESSED), int(Way.GRANTED)
_REJECTED, _REFUSED, _WITHDRAWN, _TIMED_OUT = (
    int(Way.REJECTED),
    int(Way.REFUSED),
    int(Way.WITHDRAWN),
    int(Way.TIMED_OUT),
)
_MISREPORT, _REFERRAL = int(Purpose.MISREPORT), int(Purpose.REFERRAL)
_COURT, _PETITION, _PREFILING = int(Forum.COURT), int(Forum.PETITION), int(Forum.PREFILING)
_ARBITRATION, _RECONSIDERATION = int(Forum.ARBITRATION), int(Forum.RECONSIDERATION)
_ENDED = int(Event.ENDED)
FORWARDED_BIT = 1 << 16
ACCEPTED_BIT = 1 << 24
CONFIRMED_BIT = 1 << 25
TERMS_BIT = 1 << 26
APPEAL_BIT = 1 << 27
ASKED_BIT = 1 << 28
SUED_BIT = 1 << 29
VOICED_BIT = 1 << 32
"""Bits of the detail of an ENDED: goes on by itself; a loss felt fair; confirmed by the court; terms run; not final;
the court is asked to confirm it; the award is taken to court; voiced by this end, for a third party knows of it."""


@inner
def _booked(st, p, i, forum, slot, place, visit, settled):
    """1 if the forum's books call the case settled."""
    if settled == 1 or forum == _COURT or forum == _ARBITRATION or forum == _RECONSIDERATION:
        return 1
    rank = 0
    if forum == _PETITION:
        rank = 1
    elif forum == _PREFILING:
        rank = 3
    chance = false_success_probability(p, 0, rank, float(st.misreporting[place]))
    if uniform(int(st.seed[0]), _MISREPORT, int(st.id[i]), pack(forum, slot, visit, 0)) < chance:
        return 1
    return 0


@inner
def _count_case(st, p, place, forum, fair, booked):
    """The principal's own count (true) and the books' (reported) of the current review block; the court has its own."""
    if forum >= _COURT:
        return
    block = review_block(st, p)
    st.place_cases[place, block] = int(st.place_cases[place, block]) + 1
    book = reported_block(st, p)
    st.place_booked[place, book] = int(st.place_booked[place, book]) + booked
    if fair == 0:
        st.place_unsettled[place, block] = int(st.place_unsettled[place, block]) + 1


@inner
def _write_up(st, p, line):
    """Booking a closed case takes time of its forum, which may leave it in debt for some days."""
    minutes = int(p.paperwork_case_minutes)
    st.line_credit[line] = int(st.line_credit[line]) - minutes
    st.series[int(st.count[TICK]), S_PAPER] += minutes


@inner
def _forwards(st, p, i, forum, slot, visit):
    """Channel to which a failed case that a gate had sent down is carried, 0 if none."""
    target = int(st.gate_target[i])
    if target == 0 or float(st.compulsion[i]) <= 0.0:
        return 0
    if int(st.visits[i, target]) >= p.claim_max_visits:
        return 0
    share = float(st.gate_forward[int(st.place[i]), slot])
    if uniform(int(st.seed[0]), _REFERRAL, int(st.id[i]), pack(forum, slot, visit, 0)) < share:
        return target
    return 0


@inner
def end_case(st, p, i, way, fair, phase):
    """Close the filing of row `i` at its forum with `way`; `fair` = 1 for a loss felt fair.

    The row has left its line.
    """
    line = int(st.filing_line[int(st.filing[i])])
    slot = slot_of_line(st, p, line)
    _end(st, p, i, way, fair, phase)
    if forum_of_line(p, slot) == _RECONSIDERATION:
        close_to_offices(st, i, way)
    count_step(st, p, i, way, forum_of_line(p, slot), slot, place_of_line(st, p, line))


@inner
def _end(st, p, i, way, fair, phase):
    filing = int(st.filing[i])
    line = int(st.filing_line[filing])
    place, slot = place_of_line(st, p, line), slot_of_line(st, p, line)
    forum, visit = int(st.filing_forum[filing]), int(st.filing_visit[filing])
    kind = kind_of_line(p, slot)
    key_slot = p.court_rank if forum >= _COURT else slot
    settled = 1 if way == _CONSENT or way == _PRESSED or way == _GRANTED else 0
    honest = 1 if way == _CONSENT or way == _GRANTED or fair == 1 else 0
    booked = _booked(st, p, i, forum, key_slot, place, visit, settled)
    level = int(st.place_rank[place])
    _close(st, i, filing, way, booked, level)
    st.series[int(st.count[TICK]), S_BOOKED + kind] += booked
    st.count[IN_LINE + kind] = int(st.count[IN_LINE + kind]) - 1
    _count_case(st, p, place, forum, honest, booked)
    if p.on_paperwork == 1 and forum < _COURT:
        _write_up(st, p, line)
    voiced = 0 if way == _CONSENT or way == _GRANTED else make_known(st, p, i)
    if _goes_on_at_law(st, p, i, filing, way, fair, booked, key_slot, phase):
        return
    feel_end(st, p, i, forum, level, way, fair)
    if fair == 0 and (way == _REJECTED or way == _REFUSED or way == _TIMED_OUT):
        _fail_case(st, p, i, way, booked, forum, key_slot, place, visit, phase, voiced)
        return
    confirmed = 1 if forum >= _ARBITRATION and way == _CONSENT else 0  # a tribunal takes it down
    if forum == _PREFILING and settled == 1:
        confirmed = confirms(st, p, i, filing, key_slot)
    st.filing_confirmed[filing] = confirmed
    st.filing_fair[filing] = fair
    detail = way | (booked << 8) | voiced
    rate = 0.0
    if asks_court(st, p, i, way, forum, key_slot, visit):
        _sign(st, p, i, way)
        await_court(st, p, i, filing)
        detail = detail | ASKED_BIT
    elif fair == 0 and has_terms(p, forum, way):
        _sign(st, p, i, way)
        await_terms(st, p, i, filing)
        detail = detail | TERMS_BIT
    else:
        rate = _come_to_rest(st, p, i, way, fair, forum, confirmed)
        st.filing_returns[filing] = st.returns[i]
    if fair == 1:
        detail = detail | ACCEPTED_BIT
    if confirmed == 1:
        detail = detail | CONFIRMED_BIT
    note(st, i, phase, _ENDED, forum, key_slot, place, detail, float(st.hostility[i]), float(st.interest[i]), rate)


@inner
def _goes_on_at_law(st, p, i, filing, way, fair, booked, slot, phase):
    """True if the end is a step of going to law: on to trial, to the court above, or to court with an award."""
    forum, place = int(st.filing_forum[filing]), place_of_line(st, p, int(st.filing_line[filing]))
    detail = way | (booked << 8)
    before_court = forum == _PREFILING or forum >= _ARBITRATION
    if (forum == _PREFILING and way == _REJECTED) or (before_court and way == _TIMED_OUT):
        _sued_after(st, p, i, forum)
        go_to_trial(st, p, i, 1)
        detail = detail | FORWARDED_BIT
    elif forum == _COURT and fair == 0:
        chance = appeal_chance(st, p, i, way)
        if not appeals(st, p, i, filing, way, chance):
            return False
        note(st, i, phase, _ENDED, forum, slot, place, detail | APPEAL_BIT,
             float(st.hostility[i]), float(st.interest[i]), 0.0)  # fmt: skip
        lodge_appeal(st, p, i, filing, way, chance, phase)
        return True
    elif forum == _ARBITRATION and fair == 0 and sues(st, p, i, filing, way):
        st.filing_appeal[filing] = CLAIMANT if way == _REJECTED else RESPONDENT
        go_to_trial(st, p, i, int(p.arbitration_window))
        detail = detail | SUED_BIT
    elif forum == _RECONSIDERATION and fair == 0 and goes_to_court(st, p, i, filing, way):
        st.filing_appeal[filing] = CLAIMANT
        _sued_after(st, p, i, forum)
        go_to_trial(st, p, i, int(p.reconsideration_window))
        detail = detail | SUED_BIT
    else:
        return False
    note(st, i, phase, _ENDED, forum, slot, place, detail, float(st.hostility[i]), float(st.interest[i]), 0.0)
    return True


@inner
def _sued_after(st, p, i, forum):
    """A suit after reconsideration is the party's first before a court; whoever arbitrated went to law before."""
    if forum == _RECONSIDERATION:
        sued_above(st, i, int(st.place_rank[int(st.anc[int(st.place[i]), p.court_rank])]))


@inner
def make_known(st, p, i):
    """A grievance that was found and is not settled is voiced today; the bit for ENDED, 0 if it was."""
    if int(st.voiced[i]) != NEVER:
        return 0
    tick = int(st.count[TICK])
    st.voiced[i] = tick
    st.series[tick, S_VOICED] += 1
    feel_harm(st, p, i)
    return VOICED_BIT


@inner
def _close(st, i, filing, way, booked, level):
    tick = int(st.count[TICK])
    st.filing_closed[filing] = tick
    st.filing_way[filing] = way
    st.filing_booked[filing] = booked
    st.filing_sessions[filing] = st.sessions[i]
    st.filing[i] = -1
    st.last_way[i] = way
    st.last_end[i] = tick
    st.last_level[i] = level


@inner
def _fail_case(st, p, i, way, booked, forum, slot, place, visit, phase, voiced):
    """The failing ways: OPEN again, or carried up by the institution that a gate had made try first."""
    target = _forwards(st, p, i, forum, slot, visit)
    if forum < _COURT:
        st.failed_place[i] = place
    amount = p.heat_failure
    if way == _REFUSED:
        amount = p.heat_refused
    fail(st, p, i, int(st.channel[i]), amount, 1 if target == 0 else 0)
    forwarded = 0
    st.information[i] = 0.0
    if target > 0:
        forwarded = 1
        st.transfer[i] = target
        st.information[i] = p.settle_info_carried
        set_timer(st, i, int(st.count[TICK]) + 1)
    st.compulsion[i] = 0.0
    st.gate_target[i] = 0
    note(st, i, phase, _ENDED, forum, slot, place, way | (booked << 8) | (forwarded << 16) | voiced,
         float(st.hostility[i]), float(st.interest[i]), 0.0)  # fmt: skip


@inner
def _sign(st, p, i, way):
    """An agreement or a judgment that is still to be confirmed or performed; consent calms at once."""
    st.compulsion[i] = 0.0
    st.gate_target[i] = 0
    st.information[i] = 0.0
    if way == _CONSENT:
        calm_parties(st, p, i)


@inner
def _come_to_rest(st, p, i, way, fair, forum, confirmed):
    """The resting ways; returns the yearly rate of return (0 in phase 2, where nothing but a withdrawal rests)."""
    st.compulsion[i] = 0.0
    st.gate_target[i] = 0
    st.information[i] = 0.0
    unkept = 0.0
    state = _SETTLED
    forget = 0.0
    if way == _WITHDRAWN:
        rest(st, p, i, _LUMPED, p.lump_reopen, p.lump_forget)
        return 0.0
    if fair == 1:
        state = _ACCEPTED
    elif way == _CONSENT:
        calm_parties(st, p, i)
        st.interest[i] = 0.0
    elif way == _GRANTED:
        st.interest[i] = 0.0
    else:
        state = _SUPPRESSED
        unkept = 1.0
        forget = p.suppress_forget
        if way == _PRESSED:
            press_down(st, p, i)
    rate = rate_after(st, p, i, forum, way, return_rate(p, float(st.hostility[i]), unkept))
    if confirmed == 1:
        rate = rate * p.returns_confirmed
    rest(st, p, i, state, rate, forget)
    if p.on_return_ == 0 and state != _SUPPRESSED:
        return 0.0
    return rate
