"""Phase 7 on the last day of a review period: what lowest forums lost to false alarms, and what forums padded.

Neither is a dispute. Both take hours of a line; padded entries stand in the books as accepted and settled. False alarms
cost trust where it moves (`trusting`).
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.blocks import reported_block
from sim.engine.early import lowest_line
from sim.engine.events import emit, head_of
from sim.engine.lines import slot_of_line
from sim.engine.looking import exposure_at
from sim.engine.marks import S_FALSE_ALARMS, S_PADDED, S_PAPER, TICK
from sim.engine.trusting import lose_by_alarms
from sim.jit import inner
from sim.names import Event, Phase, Purpose
from sim.rules.arise import CHUNK_MEAN, poisson_count, zero_probability
from sim.rules.finding import MOST_LOOKING, alarm_chance, found_share
from sim.rules.padding import padded_entries
from sim.rules.paper import report_minutes

_ALARM, _KEPT, _PADDING = int(Purpose.FALSE_ALARM), int(Purpose.ALARM_KEPT), int(Purpose.PADDING)
_FALSE_ALARMS, _PADDED, _PHASE = int(Event.FALSE_ALARMS), int(Event.PADDED), int(Phase.INSTITUTIONS)


@inner
def enter_beside(st, p):
    """False alarms and padded entries of the review period that ends today; returns how many."""
    tick = int(st.count[TICK])
    if (tick + 1) % p.appraisal_review_days != 0:
        return 0
    month = tick // p.appraisal_review_days
    done = 0
    if p.on_detection == 1:
        done += _alarms(st, p, tick, month)
    for line in range(st.line_entered.shape[0]):
        entered = int(st.line_entered[line])
        st.line_entered[line] = 0
        if p.on_padding == 1 and entered > 0:
            done += _pad(st, p, tick, month, line, entered)
        if p.on_paperwork == 1:
            done += _report(st, p, tick, line)
    return done


@inner
def _report(st, p, tick, line):
    """The report of the period, at every forum with hours but the court."""
    if slot_of_line(st, p, line) >= p.n_levels or int(st.line_minutes[line]) <= 0:
        return 0
    minutes = report_minutes(p, int(st.line_minutes[line]), int(p.appraisal_review_days))
    st.line_credit[line] = int(st.line_credit[line]) - minutes
    st.series[tick, S_PAPER] += minutes
    return 1


@inner
def _alarms(st, p, tick, month):
    """Cells of a place follow one another: expected finds of the period are summed over them, then alarms drawn.

    Without what lies across borders, which is rare.
    """
    total = 0
    finds = 0.0
    cells = int(st.typed_cells[0])
    for c in range(cells):
        hostility = float(p.type_hostility[int(st.cell_type[c])])
        finds = finds + float(st.cell_mean[c]) * float(st.cell_pieces[c]) * found_share(p, hostility)
        place = int(st.cell_place[c])
        if c + 1 == cells or int(st.cell_place[c + 1]) != place:
            total += _alarms_of(st, p, tick, month, place, finds)
            finds = 0.0
    return total


@inner
def _alarms_of(st, p, tick, month, place, finds):
    days = int(p.appraisal_review_days)
    until = exposure_at(st, place, tick)
    units = until - int(st.look_before[place])
    st.look_before[place] = until
    line = lowest_line(st, p, place)
    if int(st.line_minutes[line]) <= 0:
        return 0
    mean = p.finding_false_share * finds * days / p.incidence_majorant * MOST_LOOKING
    count = _alarm_count(st, mean, alarm_chance(units, days), int(st.place_key[place]), month)
    if count == 0:
        return 0
    cost = count * int(p.finding_false_minutes)
    st.line_credit[line] = int(st.line_credit[line]) - cost
    st.series[tick, S_FALSE_ALARMS] += count
    lose_by_alarms(st, p, place, count)
    run = int(st.anc[place, p.base])
    emit(st, head_of(tick, _PHASE, _FALSE_ALARMS, int(p.forum_of_slot[p.base]), p.base), int(st.place_key[place]),
         int(st.place_key[run]), count, float(cost), 0.0, 0.0)  # fmt: skip
    return count


@inner
def _alarm_count(st, mean, chance, key, month):
    """Candidates at the majorant, each kept by chance: more looking only adds."""
    seed = int(st.seed[0])
    pieces = int(mean / CHUNK_MEAN) + 1
    each = mean / float(pieces)
    none = zero_probability(each)
    count, n = 0, 0
    for piece in range(pieces):
        candidates = poisson_count(uniform(seed, _ALARM, key, pack(month, piece, 0, 0)), each, none)
        for _ in range(candidates):
            if uniform(seed, _KEPT, key, pack(month, n, 0, 0)) < chance:
                count += 1
            n += 1
    return count


@inner
def _pad(st, p, tick, month, line, entered):
    """Entries that a forum of people's mediation books after its cases of the period: accepted, settled, no dispute."""
    width = p.n_levels + 1
    run, slot = line // width, line % width
    key = int(st.place_key[run])
    count = 0
    for k in range(entered):
        luck = uniform(int(st.seed[0]), _PADDING, key, pack(month, slot, k & 65535, k >> 16))
        count += padded_entries(luck, p.padding_pad)
    if count == 0:
        return 0
    cost = count * int(p.padding_minutes)
    st.line_credit[line] = int(st.line_credit[line]) - cost
    st.series[tick, S_PADDED + slot] += count
    book = reported_block(st, p)
    st.place_accepted[run, book] = int(st.place_accepted[run, book]) + count
    st.place_booked[run, book] = int(st.place_booked[run, book]) + count
    emit(st, head_of(tick, _PHASE, _PADDED, int(p.forum_of_slot[slot]), slot), key, 0, count, float(cost), 0.0, 0.0)
    return count
