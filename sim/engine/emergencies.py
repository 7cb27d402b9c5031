"""Phase 7 on the last day of a review period: which places go into emergency mode, and which leave it, from tomorrow.

Only what is reported counts. When: `rules.emergency`; what it moves: `surges`, and the answers of the review.
"""

from __future__ import annotations

from sim.engine.blocks import REPORTED_BLOCKS, reported_block
from sim.engine.events import emit, head_of
from sim.engine.marks import TICK
from sim.engine.surges import set_hours
from sim.jit import inner
from sim.names import Event, Phase
from sim.rules.emergency import emergency_after, incident_rate

_EMERGENCY, _PHASE = int(Event.EMERGENCY), int(Phase.INSTITUTIONS)


@inner
def _incidents_reported(st, place, block):
    """Incidents that stand in the books of a place for one review period: registered petitions, group incidents.

    Whatever else comes to be reported as an incident is added here, and nowhere else.
    """
    return int(st.place_registered[place, block]) + int(st.place_gathered[place, block])


@inner
def _residents_below(st, place):
    return int(st.hh_first[int(st.below_end[place])]) - int(st.hh_first[int(st.below_start[place])])


@inner
def switch_emergencies(st, p):
    """Look at every place with a forum; returns how many changed. Before the review, which empties the next block."""
    tick = int(st.count[TICK])
    if p.on_emergency == 0 or (tick + 1) % p.appraisal_review_days != 0:
        return 0
    last = reported_block(st, p)
    changed = 0
    for place in range(st.runs_forum.shape[0]):
        if int(st.runs_forum[place]) == 0:
            continue
        incidents = 0
        for back in range(p.emergency_periods):
            incidents += _incidents_reported(st, place, (last - back) % REPORTED_BLOCKS)
        rate = incident_rate(incidents, _residents_below(st, place), p.emergency_periods * p.appraisal_review_days)
        now = int(st.in_emergency[place])
        mode = emergency_after(p, now, incidents, rate)
        if mode == now:
            continue
        st.in_emergency[place] = mode
        set_hours(st, p, place)
        emit(
            st, head_of(tick, _PHASE, _EMERGENCY, 0, 0), int(st.place_key[place]), 0, mode, float(incidents), rate, 0.0
        )
        changed += 1
    return changed
