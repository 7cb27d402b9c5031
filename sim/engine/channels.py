"""Channels of a dispute: which forum, slot, run place, line and level a choice stands for."""

from __future__ import annotations

from sim.jit import inner
from sim.names import Forum

_NONE, _BILATERAL, _COURT, _OUTSIDE = int(Forum.NONE), int(Forum.BILATERAL), int(Forum.COURT), int(Forum.OUTSIDE)
_POLICE = int(Forum.POLICE)
LUMP = 0
TALK = 1
FIRST_SLOT = 2


@inner
def court_channel(p):
    """Channel of the court."""
    return FIRST_SLOT + p.n_levels


@inner
def outside_channel(p):
    """Channel of `outside`."""
    return FIRST_SLOT + p.n_levels + 1


@inner
def police_channel(p):
    """Channel of the police: the last; nobody chooses it (`police`)."""
    return FIRST_SLOT + p.n_levels + 2


@inner
def forum_of(p, channel):
    """Kind of forum of a channel."""
    if channel == LUMP:
        return _NONE
    if channel == TALK:
        return _BILATERAL
    if channel == court_channel(p):
        return _COURT
    if channel == outside_channel(p):
        return _OUTSIDE
    return int(p.forum_of_slot[channel - FIRST_SLOT])


@inner
def slot_of(p, channel):
    """Slot of a channel as it stands in keys and events."""
    if channel < FIRST_SLOT:
        return 0
    if channel == court_channel(p):
        return p.court_rank
    return channel - FIRST_SLOT - (1 if channel == outside_channel(p) else 0)


@inner
def run_place(st, p, place, channel):
    """Row of the place that runs the channel for residents of `place`; -1 for lump, talk and outside."""
    if channel < FIRST_SLOT or channel == outside_channel(p):
        return -1
    return int(st.anc[place, slot_of(p, channel)])


@inner
def line_for(p, run, channel):
    """Line of the channel at its run place."""
    slot = channel - FIRST_SLOT
    return run * (p.n_levels + 1) + slot


@inner
def level_of(st, p, place, channel):
    """Level (rank) that a claim in this channel reaches; n_levels for outside, -1 for lump and talk."""
    if channel == outside_channel(p):
        return p.n_levels
    run = run_place(st, p, place, channel)
    if run < 0:
        return -1
    return int(st.place_rank[run])
