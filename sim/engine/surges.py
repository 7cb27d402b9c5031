"""What the mode of a place makes of its appraisal weights and of the hours of its administrative forums.

Two things move them: the pressure of campaigns and the emergency mode. When they change: `campaigns`, `emergencies`.
The court's hours are nobody's to move.
"""

from __future__ import annotations

from sim.engine.lines import line_of
from sim.engine.marks import AVAILABLE
from sim.jit import inner
from sim.names import Forum
from sim.rules.campaign import hours_under, weight_under
from sim.rules.emergency import emergency_hours

_PETITION = int(Forum.PETITION)


@inner
def weight_on_unsettled(st, p, place):
    """Weight on unresolved cases today: the lever's, moved by campaigns and by the emergency."""
    weight = float(st.appraisal_w_u[place])
    if int(st.in_emergency[place]) == 1:
        weight = weight_under(weight, 1.0, p.emergency_w_u)
    return weight_under(weight, float(st.campaign_pressure[place]), p.campaign_w_u)


@inner
def weight_on_upward(st, p, place):
    """Weight on cases passed upward today."""
    weight = float(st.appraisal_w_z[place])
    if int(st.in_emergency[place]) == 1:
        weight = weight_under(weight, 1.0, p.emergency_w_z)
    return weight_under(weight, float(st.campaign_pressure[place]), p.campaign_w_z)


@inner
def set_hours(st, p, place):
    """Bring the minutes of the place's administrative lines to its mode and to today's levers."""
    under = hours_under(float(st.campaign_pressure[place]), p.campaign_hours)
    for slot in range(p.n_levels):
        forum = int(p.forum_of_slot[slot])
        if forum == 0:
            continue
        line = line_of(p, place, slot)
        factor = under * emergency_hours(p, int(st.in_emergency[place]), 1 if forum == _PETITION else 0)
        minutes = int(float(st.line_staffed[line]) * float(st.capacity[place, slot]) * factor)
        if minutes < 0:
            minutes = 0
        st.line_factor[line] = factor
        st.count[AVAILABLE + slot] = int(st.count[AVAILABLE + slot]) + minutes - int(st.line_minutes[line])
        st.line_minutes[line] = minutes
