"""The morning of a day on which a campaign begins, ends or stops sagging: pressure, hours, and the principals' answer.

A principal does not wait for the next review: he answers anew, from what he last knew, under the weights that hold now.
On other days nothing is done. What a campaign is on a day: `rules.campaign`; what it moves: `surges`.
"""

from __future__ import annotations

from sim.engine.events import emit, head_of
from sim.engine.institutions import answer
from sim.engine.marks import TICK
from sim.engine.surges import set_hours
from sim.jit import inner
from sim.names import Event, Phase
from sim.rules.campaign import OFF, ON, campaign_pull, campaign_stage

_CAMPAIGN, _PHASE = int(Event.CAMPAIGN), int(Phase.CANDIDATES)


@inner
def _stage(st, p, campaign, day):
    return campaign_stage(
        day,
        int(st.campaign_start[campaign]),
        int(st.campaign_length[campaign]),
        int(st.campaign_period[campaign]),
        p.campaign_sag_days,
    )


@inner
def _something_changes(st, p, day):
    for campaign in range(st.campaign_start.shape[0]):
        if _stage(st, p, campaign, day) != _stage(st, p, campaign, day - 1):
            return True
    return False


@inner
def drive_campaigns(st, p):
    """Bring every place to the campaigns of the day. Returns the places where something changed."""
    day = int(st.count[TICK]) - int(st.burn_in[0])
    if not _something_changes(st, p, day):
        return 0
    moved = 0
    for place in range(st.runs_forum.shape[0]):
        if int(st.runs_forum[place]) == 1 and _drive(st, p, place, day):
            moved += 1
    return moved


@inner
def _drive(st, p, place, day):
    """True if the pressure on the place is another than yesterday's."""
    pressure = 0.0
    stages = 0
    places = st.runs_forum.shape[0]
    for campaign in range(st.campaign_start.shape[0]):
        stage = _stage(st, p, campaign, day)
        if stage == OFF or int(st.campaign_reach[campaign * places + place]) == 0:
            continue
        pressure = pressure + campaign_pull(stage, float(st.campaign_intensity[campaign]), p.campaign_sag)
        stages += 1 if stage == ON else 1 << 8
    if pressure == float(st.campaign_pressure[place]):
        return False
    st.campaign_pressure[place] = pressure
    set_hours(st, p, place)
    answer(st, p, place, float(st.known_u[place]), float(st.known_z[place]))
    emit(st, head_of(int(st.count[TICK]), _PHASE, _CAMPAIGN, 0, 0), int(st.place_key[place]), 0, stages,
         float(st.misreporting[place]), float(st.suppression[place]), float(st.effort[place]))  # fmt: skip
    return True
