"""Phase 2: the day on which the court confirms an agreement of people's mediation, or does not. Who asks: `confirming`.

Either way the agreement stands; a confirmed one can be enforced and comes back less. Judges spend minutes on each.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.befalls import rest
from sim.engine.confirming import confirming_line
from sim.engine.events import note
from sim.engine.lines import place_of_line, slot_of_line
from sim.engine.marks import COURT_KIND, S_MINUTES, TICK
from sim.engine.owed import await_terms, has_terms
from sim.jit import inner
from sim.names import Event, Phase, Purpose, State, Way
from sim.rules.relapse import return_rate

_DUE, _E_CONFIRMATION = int(Phase.DUE), int(Event.CONFIRMATION)
_CONFIRM, _SETTLED, _CONSENT = int(Purpose.CONFIRM), int(State.SETTLED), int(Way.CONSENT)


@inner
def _spend(st, p, i):
    line = confirming_line(st, p, i)
    minutes = int(60.0 * p.confirm_hours)
    st.line_credit[line] = int(st.line_credit[line]) - minutes
    st.series[int(st.count[TICK]), S_MINUTES + COURT_KIND] += minutes


@inner
def confirmation_over(st, p, i):
    """The court answers the parties of row `i`."""
    filing = int(st.filing[i])
    forum, line = int(st.filing_forum[filing]), int(st.filing_line[filing])
    slot = slot_of_line(st, p, line)
    luck = uniform(int(st.seed[0]), _CONFIRM, int(st.id[i]), pack(forum, slot, int(st.filing_visit[filing]), 0))
    confirmed = 1 if luck < p.confirm_granted else 0
    st.filing_confirmed[filing] = confirmed
    _spend(st, p, i)
    if has_terms(p, forum, _CONSENT):
        await_terms(st, p, i, filing)
    else:
        st.interest[i] = 0.0
        rate = return_rate(p, float(st.hostility[i]), 0.0)
        if confirmed == 1:
            rate = rate * p.returns_confirmed
        rest(st, p, i, _SETTLED, rate, 0.0)
        st.filing_returns[filing] = st.returns[i]
        st.filing[i] = -1
    note(st, i, _DUE, _E_CONFIRMATION, forum, slot, place_of_line(st, p, line), confirmed, p.confirm_granted,
         float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
