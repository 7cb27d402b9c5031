"""Phase 2: the day on which terms are due, and the day on which enforcement ends: kept, enforced, or broken.

Odds: `rules.perform`. Which ends have terms: `owed`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.befalls import rest
from sim.engine.calendar import set_timer
from sim.engine.ends import make_known
from sim.engine.events import note
from sim.engine.lines import place_of_line
from sim.engine.machine import enter
from sim.engine.marks import S_REOPENED, TICK
from sim.engine.owed import ordered
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose, State, Terms, Way
from sim.rules.perform import enforce_probability, perform_probability, promised_share
from sim.rules.relapse import heated, return_rate

_DUE = int(Phase.DUE)
_E_KEPT, _E_BROKEN, _E_ENFORCEMENT = int(Event.KEPT), int(Event.BROKEN), int(Event.ENFORCEMENT)
_PERFORM, _ASKED, _ENFORCE = int(Purpose.PERFORM), int(Purpose.ENFORCE_ASKED), int(Purpose.ENFORCE)
_KEPT, _ENFORCED = int(Terms.KEPT), int(Terms.ENFORCED)
_BROKEN, _UNENFORCED = int(Terms.BROKEN), int(Terms.UNENFORCED)
_OPEN, _SETTLED, _LUMPED, _ENFORCING = (
    int(State.OPEN),
    int(State.SETTLED),
    int(State.LUMPED),
    int(State.ENFORCING),
)
_COURT, _W_BROKEN = int(Forum.COURT), int(Way.BROKEN)
FIRST_VOICED = 1 << 8
"""Bit of the detail of a BROKEN: what was settled before it was voiced is now known."""


@inner
def _key_slot(p, st, filing):
    """Slot of the case's forum as it stands in keys and events."""
    if int(st.filing_forum[filing]) >= _COURT:
        return p.court_rank
    return int(st.filing_line[filing]) % (p.n_levels + 1)


@inner
def _luck(st, p, i, filing, purpose):
    counter = pack(int(st.filing_forum[filing]), _key_slot(p, st, filing), int(st.filing_visit[filing]), 0)
    return uniform(int(st.seed[0]), purpose, int(st.id[i]), counter)


@inner
def _tell(st, p, i, filing, kind, detail, chance):
    place = place_of_line(st, p, int(st.filing_line[filing]))
    note(st, i, _DUE, kind, int(st.filing_forum[filing]), _key_slot(p, st, filing), place, detail, chance,
         float(st.hostility[i]), float(st.interest[i]))  # fmt: skip


@inner
def _close(st, i, filing, terms):
    st.filing_terms[filing] = terms
    st.filing_returns[filing] = st.returns[i]
    st.filing[i] = -1


@inner
def _satisfied(st, p, i, filing, terms):
    """The claimant has what is owed: interest is gone; confirmed agreements come back less."""
    st.interest[i] = 0.0
    rate = return_rate(p, float(st.hostility[i]), 0.0)
    if int(st.filing_confirmed[filing]) == 1:
        rate = rate * p.returns_confirmed
    rest(st, p, i, _SETTLED, rate, 0.0)
    _close(st, i, filing, terms)


@inner
def _empty_handed(st, p, i, filing, terms):
    """A paper worth nothing: laid down for now, with the hazard of unkept terms."""
    st.last_way[i] = _W_BROKEN
    rest(st, p, i, _LUMPED, return_rate(p, float(st.hostility[i]), 1.0), p.lump_forget)
    _close(st, i, filing, terms)


@inner
def _comes_back(st, p, i, filing):
    """An agreement that nobody can enforce was broken: the quarrel is back, and its claimant chooses today."""
    tick = int(st.count[TICK])
    st.last_way[i] = _W_BROKEN
    st.episode[i] = int(st.episode[i]) + 1
    st.since[i] = tick
    st.came_back[i] = int(st.came_back[i]) + 1
    if tick - int(st.last_end[i]) <= 365:
        st.back_soon[i] = int(st.back_soon[i]) + 1
    if float(st.interest[i]) < p.returns_interest:
        st.interest[i] = p.returns_interest
    st.returns[i] = tick
    st.series[tick, S_REOPENED] += 1
    enter(st, i, _OPEN)
    _close(st, i, filing, _BROKEN)


@inner
def terms_due(st, p, i):
    """The day of the terms; 1 if the claimant now chooses."""
    filing = int(st.filing[i])
    confirmed = int(st.filing_confirmed[filing])
    by_court = 1 if ordered(int(st.filing_forum[filing]), confirmed) else 0
    share = promised_share(p, by_court, confirmed)
    chance = perform_probability(p, share, float(st.tie[i]), float(st.hostility[i]), float(st.respondent_standing[i]))
    if _luck(st, p, i, filing, _PERFORM) < chance:
        _satisfied(st, p, i, filing, _KEPT)
        _tell(st, p, i, filing, _E_KEPT, 0, chance)
        return 0
    st.hostility[i] = heated(float(st.hostility[i]), p.perform_heat)
    st.since[i] = st.count[TICK]
    known = FIRST_VOICED if make_known(st, p, i) > 0 else 0
    if by_court == 0 and confirmed == 0 and p.on_return_ == 1:
        _comes_back(st, p, i, filing)
        _tell(st, p, i, filing, _E_BROKEN, known, chance)
        return 1
    if (by_court == 1 or confirmed == 1) and _luck(st, p, i, filing, _ASKED) < p.perform_ask:
        enter(st, i, _ENFORCING)
        set_timer(st, i, int(st.count[TICK]) + int(p.perform_enforce_days))
        _tell(st, p, i, filing, _E_BROKEN, 1 | known, chance)
        return 0
    _empty_handed(st, p, i, filing, _BROKEN)
    _tell(st, p, i, filing, _E_BROKEN, 2 | known, chance)
    return 0


@inner
def enforcement_over(st, p, i):
    """The day on which enforcement ends, with or without what is owed."""
    filing = int(st.filing[i])
    chance = enforce_probability(p, float(st.respondent_standing[i]))
    if _luck(st, p, i, filing, _ENFORCE) < chance:
        _satisfied(st, p, i, filing, _ENFORCED)
        _tell(st, p, i, filing, _E_ENFORCEMENT, 1, chance)
        return
    _empty_handed(st, p, i, filing, _UNENFORCED)
    _tell(st, p, i, filing, _E_ENFORCEMENT, 0, chance)
