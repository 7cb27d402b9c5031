"""Which gate stands before a claim: the lowest untried slot where a small matter must be tried first.

Gates see the observed stake only, never true home level or authority.
"""

from __future__ import annotations

from sim.engine.channels import FIRST_SLOT
from sim.engine.petitioning import under_review
from sim.jit import inner


@inner
def gate_before(st, p, i, slot):
    """Slot whose gate stands before a claim of row `i` at `slot`; -1 if none does. A review is no new claim."""
    if p.on_gate == 0 or under_review(st, i):
        return -1
    place = int(st.place[i])
    for g in range(p.base, slot):
        if int(p.forum_of_slot[g]) == 0 or float(st.gate_strictness[place, g]) <= 0.0:
            continue
        if int(st.visits[i, FIRST_SLOT + g]) > 0:
            continue
        if float(st.observed_stake[i]) <= float(st.gate_threshold[place, g]):
            return g
    return -1
