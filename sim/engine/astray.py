"""A claim that is first heard at the wrong desk: the hearing is spent, and the case waits anew.

How often: `rules.misroute`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.events import note
from sim.engine.lines import append, remove
from sim.engine.marks import S_MISROUTED, TICK
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose
from sim.rules.misroute import misroute_probability
from sim.rules.relapse import heated

_MISROUTE = int(Purpose.MISROUTE)
_MISROUTED, _SERVE = int(Event.MISROUTED), int(Phase.SERVE)
_OFFICE, _PETITION = int(Forum.OFFICE), int(Forum.PETITION)


@inner
def _may_stray(st, p, i, forum, slot):
    """A party's claim above the lowest forum, at an office or petition office, before its first session."""
    if p.on_misrouting == 0 or slot <= p.base or (forum != _OFFICE and forum != _PETITION):
        return False
    filing = int(st.filing[i])
    if int(st.filing_misrouted[filing]) == 1 or int(st.filing_referred[filing]) == 1:
        return False
    return int(st.sessions[i]) == 0


@inner
def goes_astray(st, p, i, line, run, forum, slot):
    """True if the minutes of this session were spent at the wrong desk; row `i` then stands at the tail, angrier."""
    if not _may_stray(st, p, i, forum, slot):
        return False
    filing = int(st.filing[i])
    chance = misroute_probability(p, float(st.misrouting[run]))
    counter = pack(forum, slot, int(st.filing_visit[filing]), 0)
    if uniform(int(st.seed[0]), _MISROUTE, int(st.id[i]), counter) >= chance:
        return False
    st.filing_misrouted[filing] = 1
    st.series[int(st.count[TICK]), S_MISROUTED] += 1
    st.hostility[i] = heated(float(st.hostility[i]), p.misroute_hostility)
    remove(st, i)
    append(st, line, i)
    note(st, i, _SERVE, _MISROUTED, forum, slot, run, 0, chance,
         float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
    return True
