"""How long places have been looked at, and the tick on which a latent grievance is found if looking goes on as today.

Exposure of a place is kept as a sum up to a tick and a rate since; a grievance knows that of its birth (`clock`). So
nothing is done for who waits, but where the lever moves: then the latent there get a new timer, once.
"""

from __future__ import annotations

from sim.draws import exponential
from sim.engine.calendar import drop_timer, set_timer
from sim.engine.marks import DISPUTES, LATENT, LOOK_ANEW, TICK
from sim.jit import inner
from sim.names import Purpose, State
from sim.rules.finding import detection_rate, exposure_needed, looking

_DETECTION = int(Purpose.DETECTION)
_LATENT = int(State.LATENT)
NOT_AHEAD = 1 << 30
"""Later than any tick."""


@inner
def exposure_at(st, place, tick):
    """Exposure of a place up to the end of `tick`, not before the lever last moved there; 0 at the end of tick -1."""
    return int(st.look_sum[place]) + int(st.look_rate[place]) * (tick - int(st.look_since[place]))


@inner
def need_of(st, p, i):
    """Exposure that finds row `i`."""
    luck = exponential(int(st.seed[0]), _DETECTION, int(st.id[i]), 0)
    return exposure_needed(luck, detection_rate(p, float(st.hostility[i])))


@inner
def found_on(st, p, i):
    """Tick on which the latent row `i` is found if its place is looked at as now.

    NOT_AHEAD if it is not, or if that tick has gone by.
    """
    if p.on_detection == 0:
        return NOT_AHEAD
    place = int(st.place[i])
    rate = int(st.look_rate[place])
    need = need_of(st, p, i)
    if need < 0 or rate == 0:
        return NOT_AHEAD
    lacking = need + int(st.clock[i]) - int(st.look_sum[place])
    since = int(st.look_since[place])
    if lacking <= 0:
        return NOT_AHEAD
    tick = since + (lacking + rate - 1) // rate
    if tick < int(st.count[TICK]):
        return NOT_AHEAD
    return tick


@inner
def wait_latent(st, p, i):
    """Give a latent row its timer: the earliest of voicing, being found and fading."""
    tick = int(st.returns[i])
    if int(st.forgets[i]) < tick:
        tick = int(st.forgets[i])
    found = found_on(st, p, i)
    if found < tick:
        tick = found
    set_timer(st, i, tick)


@inner
def look_anew(st, p):
    """The lever `detection` has moved: exposure so far is kept, and the latent of the places where it moved wait anew.

    Rows are walked from the newest until all that are latent have been met.
    """
    if int(st.count[LOOK_ANEW]) == 0:
        return
    st.count[LOOK_ANEW] = 0
    tick = int(st.count[TICK])
    moved = 0
    for place in range(st.look_rate.shape[0]):
        rate = looking(float(st.detection[place]))
        if rate != int(st.look_rate[place]):
            st.look_sum[place] = exposure_at(st, place, tick - 1)
            st.look_since[place] = tick - 1
            st.look_rate[place] = rate
            moved += 1
    if moved == 0 or p.on_detection == 0:
        return
    left = int(st.count[LATENT])
    i = int(st.count[DISPUTES])
    while left > 0:
        i -= 1
        if int(st.state[i]) == _LATENT:
            left -= 1
            if int(st.look_since[int(st.place[i])]) == tick - 1:
                drop_timer(st, i)
                wait_latent(st, p, i)
