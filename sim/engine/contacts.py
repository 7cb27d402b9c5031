"""Phase 7 on the last day of a week: enquiries and service demands of every place, counted, and what was not met.

A demand is dispatched to the town office, whose hours it takes; one that is not met may become a grievance against the
town's government, born the next day. Odds: `rules.contacts`. Cost: places with people, once a week.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.events import emit, head_of
from sim.engine.lines import length_before
from sim.engine.listing import UNMET, list_more
from sim.engine.marks import S_BOOKED_DEMANDS, S_DEMANDS, S_ENQUIRIES, S_MET, TICK
from sim.engine.people import residents_of
from sim.jit import inner
from sim.names import Event, Forum, Phase, Purpose
from sim.rules.arise import CHUNK_MEAN, poisson_count, zero_probability
from sim.rules.book import false_success_probability
from sim.rules.contacts import MOST_ASKED, WEEK, asked_next, contact_mean, met_probability, office_load

_COUNT, _MET = int(Purpose.CONTACTS), int(Purpose.MET)
_UNMET, _BOOKED = int(Purpose.UNMET), int(Purpose.BOOKED_DEMAND)
_DEMANDS, _PHASE, _HOTLINE = int(Event.DEMANDS), int(Phase.INSTITUTIONS), int(Forum.HOTLINE)
ENQUIRIES, DEMANDS, VISITS = 0, 1, 2
"""Streams: enquiries by telephone, demands by telephone, visits to the centre."""
HOTLINE_RANK = 2
"""r of the hotline in `false_success_probability`."""


@inner
def hear_contacts(st, p):
    """Count the week's contacts of every place; returns the places that had any."""
    tick = int(st.count[TICK])
    if p.on_contacts == 0 or p.on_window_hours == 1 or (tick + 1) % WEEK != 0:
        return 0
    heard = 0
    for place in range(st.runs_forum.shape[0]):
        first, end = residents_of(st, place)
        if end > first:
            heard += _hear(st, p, tick, place, end - first)
    return heard


@inner
def count_stream(st, place, week, stream, mean):
    """Contacts of one stream: pieces at the majorant, so that asking more only adds."""
    key = int(st.place_key[place])
    pieces = int(mean * MOST_ASKED / CHUNK_MEAN) + 1
    each = mean / float(pieces) * float(st.asked[place])
    none = zero_probability(each)
    total = 0
    for piece in range(pieces):
        total += poisson_count(uniform(int(st.seed[0]), _COUNT, key, pack(week, stream, piece, 0)), each, none)
    return total


@inner
def _odds(st, p, place):
    """Chance that a demand of the place is met: none where its town office has nobody."""
    slot = p.office_slot
    run = int(st.anc[place, slot])
    line = run * (p.n_levels + 1) + slot
    forum = int(p.forum_of_slot[slot])
    minutes = int(st.line_minutes[line])
    if forum == 0 or minutes <= 0:
        return 0.0
    load = office_load(length_before(st, line), int(p.mean_minutes[forum]), minutes, int(p.clock_days[forum]))
    return met_probability(p, load)


@inner
def _hear(st, p, tick, place, residents):
    week = tick // WEEK
    calls = contact_mean(p.contacts_hotline, residents)
    enquiries = count_stream(st, place, week, ENQUIRIES, calls * (1.0 - p.contacts_demands))
    enquiries += count_stream(st, place, week, VISITS, contact_mean(p.contacts_centre, residents))
    demands = count_stream(st, place, week, DEMANDS, calls * p.contacts_demands)
    chance = _odds(st, p, place)
    run = int(st.anc[place, p.office_slot])
    met, booked, grieved = _meet(st, p, place, run, week, demands, chance)
    if chance > 0.0:
        line = run * (p.n_levels + 1) + p.office_slot
        st.line_credit[line] = int(st.line_credit[line]) - demands * p.contacts_minutes
    asked = float(st.asked[place])
    st.asked[place] = asked_next(p, met, demands, asked)
    st.unmet[place] = grieved
    st.series[tick, S_ENQUIRIES] += enquiries
    st.series[tick, S_DEMANDS] += demands
    st.series[tick, S_MET] += met
    st.series[tick, S_BOOKED_DEMANDS] += booked
    if enquiries + demands == 0:
        return 0
    detail = enquiries | (demands << 16) | (met << 32) | (booked << 48)
    emit(st, head_of(tick, _PHASE, _DEMANDS, _HOTLINE, 0), int(st.place_key[place]), int(st.place_key[run]), detail,
         chance, asked, float(grieved))  # fmt: skip
    return 1


@inner
def _meet(st, p, place, run, week, demands, chance):
    """Demands met, those that the books call met, and those not met that become a grievance."""
    seed, key = int(st.seed[0]), int(st.place_key[place])
    false = false_success_probability(p, 0, HOTLINE_RANK, float(st.misreporting[run]))
    met, booked, grieved = 0, 0, 0
    for n in range(demands):
        counter = pack(week, n, 0, 0)
        if uniform(seed, _MET, key, counter) < chance:
            met += 1
            booked += 1
            continue
        if uniform(seed, _BOOKED, key, counter) < false:
            booked += 1
        if uniform(seed, _UNMET, key, counter) < p.contacts_grievance:
            grieved += 1
    return met, booked, grieved


@inner
def list_unmet(st, p, tick, total):
    """List behind the others the grievances of last week's unmet demands, on its morrow; returns how many now."""
    if p.on_contacts == 0 or tick % WEEK != 0:
        return total
    for place in range(st.unmet.shape[0]):
        total = list_more(st, place, int(st.unmet[place]), total, UNMET)
    return total
