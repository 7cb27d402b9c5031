"""Phase 5: whether an agreement of people's mediation is taken to the court for confirmation. Its day: `confirmation`.

Agreements before filing are confirmed at once (`trial`); pressed papers are never taken there by both parties.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.calendar import set_timer
from sim.engine.channels import court_channel, line_for, run_place
from sim.engine.machine import enter
from sim.engine.marks import TICK
from sim.jit import inner
from sim.names import Forum, Purpose, State, Way
from sim.rules.claim import stake_score
from sim.rules.confirm import ask_probability

_COMMITTEE, _OFFICE, _CONSENT = int(Forum.COMMITTEE), int(Forum.OFFICE), int(Way.CONSENT)
_ASKED, _CONFIRMING = int(Purpose.CONFIRM_ASKED), int(State.CONFIRMING)
BEFORE_THE_COURT = 2
"""Value of `filing_confirmed` while the court is asked."""


@inner
def confirming_line(st, p, i):
    """Line of the judges whose minutes a confirmation takes."""
    channel = court_channel(p)
    return line_for(p, run_place(st, p, int(st.place[i]), channel), channel)


@inner
def asks_court(st, p, i, way, forum, slot, visit):
    """True if both parties to an agreement before a committee or an office apply to a court that has hours."""
    if p.on_confirmation == 0 or way != _CONSENT or (forum != _COMMITTEE and forum != _OFFICE):
        return False
    if int(st.line_minutes[confirming_line(st, p, i)]) == 0:
        return False
    score = stake_score(float(st.stake[i]), p.stake_median, p.stake_sigma)
    chance = ask_probability(p, score, float(st.tie[i]))
    return uniform(int(st.seed[0]), _ASKED, int(st.id[i]), pack(forum, slot, visit, 0)) < chance


@inner
def await_court(st, p, i, filing):
    """Keep the case in mind until the court decides; the agreement stands meanwhile, and nothing is performed yet."""
    tick = int(st.count[TICK])
    st.filing[i] = filing
    st.filing_confirmed[filing] = BEFORE_THE_COURT
    st.since[i] = tick
    enter(st, i, _CONFIRMING)
    set_timer(st, i, tick + int(p.confirm_days))
