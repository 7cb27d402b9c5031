"""Around what stands before a trial: whether an agreement before filing is confirmed, and the way on where it fails.

The offer at the court's door: `prefiling`; the sessions: `serve`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.calendar import set_timer
from sim.engine.channels import court_channel
from sim.engine.machine import enter
from sim.engine.marks import TICK
from sim.jit import inner
from sim.names import Forum, Purpose, State

_CONFIRM, _PREFILING, _OPEN = int(Purpose.CONFIRM), int(Forum.PREFILING), int(State.OPEN)


@inner
def confirms(st, p, i, filing, slot):
    """1 if the parties have the court confirm what they signed before its mediators (司法确认)."""
    counter = pack(_PREFILING, slot, int(st.filing_visit[filing]), 0)
    if uniform(int(st.seed[0]), _CONFIRM, int(st.id[i]), counter) < p.prefiling_confirm:
        return 1
    return 0


@inner
def go_to_trial(st, p, i, days):
    """What came before the court did not settle it: in `days` the suit is filed. No failure, no new claim.

    Visits stand as they are. A transfer to the court's channel is nothing else: no other institution moves one there.
    """
    tick = int(st.count[TICK])
    st.episode[i] = int(st.episode[i]) + 1
    st.since[i] = tick
    enter(st, i, _OPEN)
    wait_for_trial(st, p, i, days)


@inner
def wait_for_trial(st, p, i, days):
    """Note that the OPEN row `i` joins the court's line in `days`."""
    st.transfer[i] = court_channel(p)
    set_timer(st, i, int(st.count[TICK]) + days)
