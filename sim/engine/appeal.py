"""Phase 2: the court above upholds or changes a judgment; what follows is what follows any judgment, only later.

Who appeals: `appealing`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.appealing import CHANGED, CLAIMANT, court_above
from sim.engine.befalls import fail, rest
from sim.engine.channels import court_channel
from sim.engine.events import note
from sim.engine.marks import TICK
from sim.engine.owed import await_terms, has_terms
from sim.engine.trusting import feel_end
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose, State, Way
from sim.rules.appeal import own_merit
from sim.rules.decide import fair_probability, grant_probability
from sim.rules.relapse import return_rate

_DUE, _E_DECIDED, _COURT = int(Phase.DUE), int(Event.APPEAL_DECIDED), int(Forum.COURT)
_CHANGED, _FAIR = int(Purpose.APPEAL_CHANGED), int(Purpose.FAIR)
_GRANTED, _REJECTED = int(Way.GRANTED), int(Way.REJECTED)
_SETTLED, _ACCEPTED = int(State.SETTLED), int(State.ACCEPTED)
_SECOND = 1
"""Instance, in the key of whether a loss is felt fair."""


@inner
def _luck(st, p, i, filing, purpose, instance):
    counter = pack(_COURT, p.court_rank, int(st.filing_visit[filing]), instance)
    return uniform(int(st.seed[0]), purpose, int(st.id[i]), counter)


@inner
def _final_rest(st, p, i, filing, state):
    rest(st, p, i, state, return_rate(p, float(st.hostility[i]), 0.0), 0.0)
    st.filing_returns[filing] = st.returns[i]


@inner
def _won(st, p, i, filing):
    """The judgment for the claimant is final."""
    if has_terms(p, _COURT, _GRANTED):
        await_terms(st, p, i, filing)
        return
    st.interest[i] = 0.0
    _final_rest(st, p, i, filing, _SETTLED)


@inner
def _lost(st, p, i, filing):
    """The judgment against the claimant is final: 1 if it is felt fair, else a failure."""
    if _luck(st, p, i, filing, _FAIR, _SECOND) < fair_probability(p.court_fair, float(st.hostility[i])):
        st.filing_fair[filing] = 1
        _final_rest(st, p, i, filing, _ACCEPTED)
        return 1
    fail(st, p, i, court_channel(p), p.heat_failure, 1)
    return 0


@inner
def appeal_over(st, p, i):
    """The day on which the court above decides."""
    filing = int(st.filing[i])
    above = court_above(st, p, i)
    by_claimant = 1 if int(st.filing_appeal[filing]) == CLAIMANT else 0
    chance = grant_probability(p.appeal_change, p.court_merit, own_merit(float(st.merit[i]), by_claimant))
    changed = 1 if _luck(st, p, i, filing, _CHANGED, 0) < chance else 0
    granted = changed if by_claimant == 1 else 1 - changed
    st.filing_appeal[filing] = int(st.filing_appeal[filing]) + CHANGED * changed
    st.filing[i] = -1
    st.last_end[i] = st.count[TICK]
    st.last_level[i] = st.place_rank[above]
    st.last_way[i] = _GRANTED if granted == 1 else _REJECTED
    fair = 0
    if granted == 1:
        _won(st, p, i, filing)
    else:
        fair = _lost(st, p, i, filing)
    feel_end(st, p, i, _COURT, int(st.place_rank[above]), int(st.last_way[i]), fair)
    note(st, i, _DUE, _E_DECIDED, _COURT, p.court_rank, above, changed | (granted << 1) | (fair << 2), chance,
         float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
