"""What a shock does to the roots of its days: more candidates from a stream of its own, or some of the day's spared.

Everyone else's candidates stay as they are without it: the streams of the society are never touched. What a shock is
and whom it reaches: `scenario.shocks`; which cells those are: `ground`. Costs nothing on days without a shock.
"""

from __future__ import annotations

from sim.draws import child_id, pack, uniform
from sim.engine.marks import FIRST_TICK
from sim.jit import inner
from sim.names import Purpose
from sim.rules.arise import CHUNK_MEAN, poisson_count, raised_mean, zero_probability

_SHOCK, _SHOCK_ID = int(Purpose.SHOCK), int(Purpose.SHOCK_ID)


@inner
def _is_on(st, shock, tick):
    day = tick - int(st.burn_in[0])
    return day >= int(st.shock_start[shock]) and day < int(st.shock_end[shock])


@inner
def raises(st, shock, tick):
    """Whether this shock brings more today."""
    return float(st.shock_factor[shock]) > 1.0 and _is_on(st, shock, tick)


@inner
def reaches(st, shock, c):
    """Whether this shock acts on cell `c`."""
    return int(st.shock_reach[shock * st.cell_mean.shape[0] + c]) == 1


@inner
def _stream(st, shock, c):
    """Entity of the draws of a shock at the place of a cell."""
    key = int(st.place_key[int(st.cell_place[c])])
    return int(child_id(_SHOCK_ID, key, int(st.shock_key[shock])))


@inner
def raised_count(st, tick, shock, c):
    """How many candidates the shock adds to cell `c` on this tick."""
    mean = raised_mean(float(st.cell_mean[c]) * float(st.cell_pieces[c]), float(st.shock_factor[shock]))
    pieces = int(mean / CHUNK_MEAN) + 1
    mean = mean / float(pieces)
    zero = zero_probability(mean)
    seed = int(st.seed[0])
    stream = _stream(st, shock, c)
    n = 0
    for piece in range(pieces):
        luck = uniform(seed, _SHOCK, stream, pack(tick + FIRST_TICK, int(st.cell_type[c]), piece, 0))
        n += poisson_count(luck, mean, zero)
    return n


@inner
def raised_key(st, tick, shock, c, n):
    """Id of the n-th candidate that a shock adds to cell `c`."""
    return int(child_id(_SHOCK_ID, _stream(st, shock, c), pack(tick + FIRST_TICK, int(st.cell_type[c]), n, 0)))


@inner
def spared(st, tick, c, key):
    """Whether a candidate of cell `c` is left by every shock of the day that makes such grievances rarer."""
    seed = int(st.seed[0])
    for shock in range(st.shock_start.shape[0]):
        factor = float(st.shock_factor[shock])
        if factor >= 1.0 or not _is_on(st, shock, tick) or not reaches(st, shock, c):
            continue
        if uniform(seed, _SHOCK, key, int(st.shock_key[shock])) >= factor:
            return False
    return True
