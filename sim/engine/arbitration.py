"""Phase 2 and phase 5 of labour arbitration: who goes to it instead of the court, and who then takes its award there.

It is a stage of going to law: its channel is the court's, so that visits and choices stand as they are. The hearing is
in `serve`, the suit that follows in `prefiling.file_suit`. Rules: `rules.arbitrate`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.channels import court_channel, forum_of, line_for
from sim.engine.lines import arbitration_line
from sim.jit import inner
from sim.names import Forum, Purpose, Way
from sim.rules.appeal import own_merit
from sim.rules.arbitrate import arbitration_first, final_for_employer, sue_probability
from sim.rules.claim import stake_score

_ARBITRATION, _SUE = int(Forum.ARBITRATION), int(Purpose.SUE)
_GRANTED, _REJECTED = int(Way.GRANTED), int(Way.REJECTED)


@inner
def arbitrates_first(st, p, i):
    """True if the law sends row `i` to arbitration before a court may hear it."""
    return p.on_arbitration == 1 and arbitration_first(int(st.type[i]), int(st.opponent[i])) == 1


@inner
def forum_for(st, p, i, channel):
    """Kind of forum that row `i` finds in a channel."""
    if channel == court_channel(p) and arbitrates_first(st, p, i):
        return _ARBITRATION
    return forum_of(p, channel)


@inner
def line_before(st, p, run, channel, forum):
    """Line that a claimant joins in a channel run at `run`."""
    if forum == _ARBITRATION:
        return arbitration_line(st, p, run)
    return line_for(p, run, channel)


@inner
def chance_to_sue(st, p, i, way):
    """Chance that whoever lost before the tribunal sues; 0 for an employer whom a small award binds."""
    if way == _GRANTED and final_for_employer(p, float(st.stake[i])) == 1:
        return 0.0
    by_claimant = 1 if way == _REJECTED else 0
    score = stake_score(float(st.stake[i]), p.stake_median, p.stake_sigma)
    return sue_probability(p, score, own_merit(float(st.merit[i]), by_claimant), float(st.hostility[i]))


@inner
def sues(st, p, i, filing, way):
    """True if the award that closed `filing` is taken to court."""
    if way != _GRANTED and way != _REJECTED:
        return False
    counter = pack(_ARBITRATION, p.court_rank, int(st.filing_visit[filing]), 0)
    return uniform(int(st.seed[0]), _SUE, int(st.id[i]), counter) < chance_to_sue(st, p, i, way)
