"""Phase 2 and 5 of administrative reconsideration: who may apply where, and whether its decision is taken to court.

It stands in the channel of the court, since both are open to the same act and one shuts the other: whoever weighs going
to law weighs both, each with noise of its own. The hearing is in `serve`. Rules: `rules.reconsider`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.channels import court_channel
from sim.engine.lines import reconsideration_line
from sim.engine.marks import TICK
from sim.engine.reached import attempt, lodged_in_review
from sim.jit import inner
from sim.names import Forum, Purpose, Way
from sim.rules.appeal import own_merit
from sim.rules.claim import stake_score
from sim.rules.reconsider import RECONSIDERED, chance_of_suit, may_apply

_RECONSIDERATION, _SUE = int(Forum.RECONSIDERATION), int(Purpose.SUE)
_REJECTED = int(Way.REJECTED)


@inner
def reviewer(st, p, i):
    """Row of the place that hears an application in row `i` today, -1 where none does.

    Nobody has gone to law over it before: a suit shuts out reconsideration, and it is had once.
    """
    home = int(st.home[i])
    if p.on_reconsideration == 0 or home + 1 >= p.n_levels or int(st.visits[i, court_channel(p)]) > 0:
        return -1
    run = int(st.anc[int(st.place[i]), home + 1])
    waited = int(st.count[TICK]) - int(st.voiced[i])
    if may_apply(p, int(st.opponent[i]), waited, int(st.place_rank[run]), p.court_rank) == 0:
        return -1
    if int(st.line_minutes[reconsideration_line(st, p, run)]) <= 0:
        return -1
    return run


@inner
def upheld(st, i):
    """True if reconsideration has upheld the act: the way to court was open for its window only."""
    return int(st.steps[i]) >= RECONSIDERED


@inner
def lodge_application(st, p, i, run):
    """The marks of an application, which nobody stops on the way: administrative, above home, lawful review."""
    level = int(st.place_rank[run])
    attempt(st, p, i, level)
    lodged_in_review(st, i, court_channel(p))


@inner
def goes_to_court(st, p, i, filing, way):
    """True if the applicant takes the decision that closed `filing` to court; the government may not."""
    if way != _REJECTED:
        return False
    score = stake_score(float(st.stake[i]), p.stake_median, p.stake_sigma)
    chance = chance_of_suit(p, score, own_merit(float(st.merit[i]), 1), float(st.hostility[i]))
    counter = pack(_RECONSIDERATION, p.court_rank, int(st.filing_visit[filing]), 0)
    return uniform(int(st.seed[0]), _SUE, int(st.id[i]), counter) < chance


@inner
def close_to_offices(st, i, way):
    """What the decision leaves open: an act upheld is closed to petition offices; any other end begins anew."""
    st.steps[i] = RECONSIDERED if way == _REJECTED else 0
    if way != _REJECTED:
        st.answered[i] = 0
