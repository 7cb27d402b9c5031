"""Phase 2: a latent grievance that is found is opened by the lowest forum on its own: no claim, hence no spill.

When it is found: `looking`. What its session does: `serve`. If that settles it, it was prevented; any other end makes
it known, and it counts as voiced from that day (`ends`).
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.channels import FIRST_SLOT, line_for
from sim.engine.events import note
from sim.engine.lodging import enlist
from sim.engine.marks import FOUND, S_FOUND, TICK
from sim.jit import inner
from sim.names import Event, Phase, Purpose
from sim.rules.finding import source_of

_SOURCE = int(Purpose.SOURCE)
_FOUND, _DUE = int(Event.FOUND), int(Phase.DUE)


@inner
def lowest_line(st, p, place):
    """Line of the lowest forum of a place; its minutes say whether anybody is there."""
    return line_for(p, int(st.anc[place, p.base]), FIRST_SLOT + p.base)


@inner
def open_early(st, p, i):
    """The lowest forum takes up the latent row `i`, which it has found; it joins the line in phase 3."""
    channel = FIRST_SLOT + p.base
    run = int(st.anc[int(st.place[i]), p.base])
    st.visits[i, channel] = int(st.visits[i, channel]) + 1
    st.tried[i] = int(st.tried[i]) | FOUND
    st.series[int(st.count[TICK]), S_FOUND] += 1
    source = source_of(p, uniform(int(st.seed[0]), _SOURCE, int(st.id[i]), pack(0, 0, 0, 0)))
    note(st, i, _DUE, _FOUND, int(p.forum_of_slot[p.base]), p.base, run, source,
         float(st.hostility[i]), float(st.interest[i]), 0.0)  # fmt: skip
    enlist(st, p, i, channel, run, 0.0, 0)
