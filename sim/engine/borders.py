"""Matters across a border: how they come up, who is on the other side, and whether the two places meet over them.

Roots like any other, from cells of their own. Home is the common level of both sides, as ever. Below home neither place
has the remit alone; both together have it.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.birth import complete_root, try_root
from sim.engine.events import note
from sim.engine.looking import wait_latent
from sim.engine.marks import DISPUTES
from sim.engine.respondent import set_collective_of, set_resident
from sim.jit import inner
from sim.names import Event, Opponent, Phase, Purpose
from sim.rules.borders import collective_share, join_probability, matter_of, type_of_matter
from sim.rules.relapse import heated

_BORDER, _JOIN, _BLAME = int(Purpose.BORDER), int(Purpose.BORDER_JOIN), int(Purpose.BORDER_BLAME)
_SAME_COUNTY, _SAME_ROOT = int(Opponent.SAME_COUNTY), int(Opponent.SAME_ROOT)
_E_BORDER, _SERVE = int(Event.BORDER), int(Phase.SERVE)
ALONE, JOINED, PASSED_ON = 0, 1, 2


@inner
def bear_border(st, p, tick, key, place):
    """Make the candidate `key` of a place at a border; 1 if it exists."""
    matter = matter_of(p, _luck(st, key, 0))
    if not try_root(st, p, key, place, type_of_matter(matter)):
        return 0
    i = _draw_across(st, p, key, place, matter)
    complete_root(st, p, i, tick)
    wait_latent(st, p, i)
    return 1


@inner
def _luck(st, key, which):
    return uniform(int(st.seed[0]), _BORDER, key, pack(which, 0, 0, 0))


@inner
def _own_side(st, p, key, place):
    """The place, of the town or further up, that holds the claimant's side of the border."""
    luck = _luck(st, key, 1)
    found = -1
    for r in range(p.office_slot, p.top):
        here = int(st.anc[place, r])
        if int(st.place_rank[here]) == r and int(st.border_start[here + 1]) > int(st.border_start[here]):
            found = here
            if luck >= p.border_upper:
                break
            luck = luck / p.border_upper
    return found


@inner
def _draw_across(st, p, key, place, matter):
    """Fill who is on the other side of the row that `try_root` began; returns the row."""
    i = int(st.count[DISPUTES])
    own = _own_side(st, p, key, place)
    first, end = int(st.border_start[own]), int(st.border_start[own + 1])
    other = int(st.border_to[first + int(_luck(st, key, 2) * (end - first))])
    low, high = int(st.below_start[other]), int(st.below_end[other])
    household = low + int(_luck(st, key, 3) * (high - low))
    st.border[i] = matter
    st.power[i] = 0
    if _luck(st, key, 4) < collective_share(p, matter):
        set_collective_of(st, p, i, int(st.hh_place[household]))
        return i
    st.opponent[i] = _SAME_COUNTY if int(st.place_rank[own]) == p.office_slot else _SAME_ROOT
    set_resident(st, i, household, _luck(st, key, 5))
    return i


@inner
def meet(st, p, i, run, forum, slot):
    """Whether the place across joins the session of row `i`, the forum's place goes on alone, or passes it on."""
    visit, session = int(st.filing_visit[int(st.filing[i])]), int(st.sessions[i])
    counter = pack(forum, slot, visit, session)
    chance = join_probability(p, float(st.border_join[run]))
    met = ALONE
    if uniform(int(st.seed[0]), _JOIN, int(st.id[i]), counter) < chance:
        met = JOINED
    elif uniform(int(st.seed[0]), _BLAME, int(st.id[i]), counter) < p.border_blame:
        met = PASSED_ON
        st.hostility[i] = heated(float(st.hostility[i]), p.border_heat)
    note(st, i, _SERVE, _E_BORDER, forum, slot, run, met, chance, float(st.hostility[i]), float(st.interest[i]))
    return met
