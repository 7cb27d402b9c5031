"""Phase 1: candidate roots of a tick. The starting stocks: `past`.

Candidates are counted first, so that room can be made before anything is written.
Cost: cells (places x types) a day, the one cost that does not follow disputes.
"""

from __future__ import annotations

from sim.draws import child_id, from_stem, pack, unit
from sim.engine.birth import bear_unmet, fill_root, try_root
from sim.engine.borders import bear_border
from sim.engine.contacts import list_unmet
from sim.engine.listing import OF_THE_DAY, UNMET, close_list, list_more
from sim.engine.looking import wait_latent
from sim.engine.marks import CANDIDATES, CAUSES, DISPUTES, FIRST_TICK
from sim.engine.shocks import raised_count, raised_key, raises, reaches, spared
from sim.jit import inner
from sim.names import Purpose
from sim.rules.arise import poisson_count
from sim.rules.borders import ACROSS

_ID = int(Purpose.ROOT_ID)


@inner
def count_candidates(st, p, tick):
    """List the candidates of a tick (cell, n); returns their number, or minus the room needed if it is too short."""
    total = 0
    _draw_first(st, tick)
    for c in range(st.cell_mean.shape[0]):
        if st.cell_luck[c] >= st.cell_none[c]:  # most bring none, and need no more than this
            total = list_more(st, c, _number_of(st, tick, c), total, OF_THE_DAY)
    return close_list(st, list_unmet(st, p, tick, count_raised(st, tick, total)))


@inner
def _draw_first(st, tick):
    """The first draw of every cell. One after the other and nothing between, so that a machine draws eight at once."""
    stem, kind, luck = st.cell_stem, st.cell_type, st.cell_luck
    for c in range(luck.shape[0]):
        luck[c] = from_stem(stem[c], pack(tick + FIRST_TICK, kind[c], 0, 0))


@inner
def _number_of(st, tick, c):
    """Candidates of a cell: of its first draw, and of one for each further piece."""
    mean, zero = float(st.cell_mean[c]), float(st.cell_zero[c])
    n = poisson_count(unit(st.cell_luck[c]), mean, zero)
    for piece in range(1, int(st.cell_pieces[c])):
        luck = from_stem(st.cell_stem[c], pack(tick + FIRST_TICK, int(st.cell_type[c]), piece, 0))
        n += poisson_count(unit(luck), mean, zero)
    return n


@inner
def count_raised(st, tick, total):
    """List behind the others the candidates that the shocks of the day bring; returns how many there are now."""
    for shock in range(st.shock_start.shape[0]):
        if raises(st, shock, tick):
            for c in range(st.cell_mean.shape[0]):
                if reaches(st, shock, c):
                    total = list_more(st, c, raised_count(st, tick, shock, c), total, shock)
    return total


@inner
def candidate_key(st, tick, c, n, past):
    """Id of a candidate; `past` is 0 for those of a tick, 1 for those of a block of the past."""
    key = int(st.place_key[int(st.cell_place[c])])
    return int(child_id(_ID, key, pack(tick + FIRST_TICK, int(st.cell_type[c]), n, past)))


@inner
def bear_roots(st, p, tick):
    """Make the roots of the tick from the list of candidates; returns how many exist."""
    born = 0
    for k in range(int(st.count[CANDIDATES])):
        at, n, stream = int(st.candidate_at[k]), int(st.candidate_n[k]), int(st.candidate_stream[k])
        if stream == UNMET:
            bear_unmet(st, p, tick, at, n)
            born += 1
        elif int(st.cell_type[at]) == ACROSS:
            born += bear_border(st, p, tick, candidate_key(st, tick, at, n, 0), int(st.cell_place[at]))
        else:
            born += _bear_root(st, p, tick, at, n, stream)
    return born


@inner
def _bear_root(st, p, tick, c, n, stream):
    """Make the n-th candidate of a cell, of the day or of a shock; 1 if it exists."""
    key = candidate_key(st, tick, c, n, 0) if stream == OF_THE_DAY else raised_key(st, tick, stream, c, n)
    if not spared(st, tick, c, key) or not try_root(st, p, key, int(st.cell_place[c]), int(st.cell_type[c])):
        return 0
    wait_latent(st, p, fill_root(st, p, tick))
    return 1


@inner
def room_for_births(st, births):
    """True if that many births fit into disputes, causes and their table."""
    if int(st.count[DISPUTES]) + births >= st.id.shape[0]:
        return False
    causes = int(st.count[CAUSES]) + births
    return causes < st.cause_key.shape[0] and 2 * causes < st.cause_slots.shape[0]
