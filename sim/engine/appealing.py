"""Phase 5: the loser at first instance appeals, or not; the case is then before the court above. Its end: `appeal`."""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.calendar import set_timer
from sim.engine.events import note
from sim.engine.machine import enter
from sim.engine.marks import COURT_ABOVE, ESCALATED, S_COURT_ABOVE, TICK
from sim.jit import inner
from sim.names import Event, Forum, Purpose, State, Way
from sim.rules.appeal import appeal_probability, own_merit
from sim.rules.claim import stake_score

_COURT, _APPEALED, _E_APPEAL, _APPEAL = int(Forum.COURT), int(State.APPEALED), int(Event.APPEAL), int(Purpose.APPEAL)
_GRANTED, _REJECTED = int(Way.GRANTED), int(Way.REJECTED)
CLAIMANT, RESPONDENT, CHANGED = 1, 2, 4
"""Bits of `filing_appeal`."""


@inner
def court_above(st, p, i):
    """Row of the place whose court hears the appeal: the next level up, else the first court's own place."""
    rank = p.court_rank + 1
    if rank > p.top:
        rank = p.top
    return int(st.anc[int(st.place[i]), rank])


@inner
def appeal_chance(st, p, i, way):
    """Chance that whoever lost appeals."""
    by_claimant = 1 if way == _REJECTED else 0
    score = stake_score(float(st.stake[i]), p.stake_median, p.stake_sigma)
    return appeal_probability(p, score, own_merit(float(st.merit[i]), by_claimant), float(st.hostility[i]))


@inner
def appeals(st, p, i, filing, way, chance):
    """True if a judgment (not a withdrawal) is appealed against. Once only: an appeal has no appeal."""
    if p.on_appeal == 0 or (way != _GRANTED and way != _REJECTED):
        return False
    counter = pack(_COURT, p.court_rank, int(st.filing_visit[filing]), 0)
    return uniform(int(st.seed[0]), _APPEAL, int(st.id[i]), counter) < chance


@inner
def _mark(st, p, i, level, side):
    """Spill and escalation of an appeal: a party lodges it, above home or not; only the claimant escalates."""
    if level > int(st.home[i]) and int(st.home[i]) < p.n_levels:
        st.marks[i] = int(st.marks[i]) | COURT_ABOVE
        st.series[int(st.count[TICK]), S_COURT_ABOVE] += 1
    if side == CLAIMANT and level > int(st.reach[i]):
        st.tried[i] = int(st.tried[i]) | ESCALATED
        st.reach[i] = level


@inner
def lodge_appeal(st, p, i, filing, way, chance, phase):
    """The judgment is not final; the dispute waits for the court above, which is given no hours of its own here."""
    tick = int(st.count[TICK])
    above = court_above(st, p, i)
    side = CLAIMANT if way == _REJECTED else RESPONDENT
    st.filing[i] = filing
    st.filing_appeal[filing] = side
    st.since[i] = tick
    _mark(st, p, i, int(st.place_rank[above]), side)
    enter(st, i, _APPEALED)
    set_timer(st, i, tick + int(p.appeal_window) + int(p.appeal_clock))
    note(st, i, phase, _E_APPEAL, _COURT, p.court_rank, above, side, chance,
         float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
