"""A dispute that has just been voiced may raise grievances of other types in the same household, born tomorrow.

They are children: they depend on what happened. Each type is raised at most once by a dispute, at its first voicing.
"""

from __future__ import annotations

from sim.draws import child_id, pack, uniform
from sim.engine.befalls import schedule_child
from sim.jit import inner
from sim.names import Origin, Purpose

_COUPLING, _COUPLING_ID = int(Purpose.COUPLING), int(Purpose.COUPLING_ID)
_COUPLED = int(Origin.COUPLED)


@inner
def couple(st, p, i):
    """Schedule what row `i` raises; at most `p.coupled_most` children."""
    if p.coupled_most == 0:
        return
    seed = int(st.seed[0])
    key = int(st.id[i])
    kind = int(st.type[i])
    for raised in range(p.type_coupled.shape[1]):
        chance = float(p.type_coupled[kind, raised])
        if chance > 0.0 and uniform(seed, _COUPLING, key, pack(raised, 0, 0, 0)) < chance:
            schedule_child(st, _COUPLED, int(child_id(_COUPLING_ID, key, raised)), i, raised)
