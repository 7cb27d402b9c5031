"""Phase 2 at the court's door: some suits are offered mediation before they are filed (诉前调解).

Both must agree; the sessions are in `serve`, what follows them in `ends` and `trial`.
"""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.bonds import consent_for
from sim.engine.events import note
from sim.engine.lines import prefiling_line
from sim.engine.lodging import enlist, enlist_at
from sim.engine.trial import wait_for_trial
from sim.jit import inner
from sim.names import Event, Forum, Opponent, Phase, Purpose
from sim.rules.answer import respondent_consent
from sim.rules.claim import stake_score

_DUE, _E_OFFERED, _E_TRIAL = int(Phase.DUE), int(Event.OFFERED), int(Event.TRIAL)
_OFFER, _CONSENT = int(Purpose.OFFER), int(Purpose.CONSENT)
_COURT, _PREFILING, _GOVERNMENT = int(Forum.COURT), int(Forum.PREFILING), int(Opponent.GOVERNMENT)


@inner
def _luck(st, i, purpose, slot, visit, party):
    return uniform(int(st.seed[0]), purpose, int(st.id[i]), pack(_PREFILING, slot, visit, party))


@inner
def _respondent_chance(st, p, i):
    """Chance that the respondent agrees to be mediated at the court's door."""
    if p.on_respondent_answer == 0:
        return 1.0
    score = stake_score(float(st.stake[i]), p.stake_median, p.stake_sigma)
    chance = respondent_consent(p, float(st.tie[i]), score, float(st.respondent_standing[i]), 0.0)
    return consent_for(st, p, i, chance)


@inner
def offered(st, p, i, channel, run):
    """True if the court offers mediation for the suit of row `i`, which then has been dealt with for today.

    A suit against a government is not offered it. An offer binds nobody: refused by either party it costs a day.
    """
    visit = int(st.visits[i, channel]) - 1
    slot = p.court_rank
    if p.on_prefiling == 0 or int(st.opponent[i]) == _GOVERNMENT:
        return False
    if _luck(st, i, _OFFER, slot, visit, 0) >= p.prefiling_offer:
        return False
    chance = _respondent_chance(st, p, i)
    claimant = 1 if _luck(st, i, _CONSENT, slot, visit, 0) < p.prefiling_claimant_agrees else 0
    respondent = 1 if _luck(st, i, _CONSENT, slot, visit, 1) < chance else 0
    note(st, i, _DUE, _E_OFFERED, _PREFILING, slot, run, claimant | (respondent << 1),
         chance, float(st.hostility[i]), float(st.interest[i]))  # fmt: skip
    st.compulsion[i] = 0.0
    if claimant == 1 and respondent == 1:
        enlist_at(st, i, prefiling_line(st, p, run), _PREFILING, slot, 0)
    else:
        wait_for_trial(st, p, i, 1)
    return True


@inner
def file_suit(st, p, i, channel, run):
    """The suit goes to trial after an offer refused, mediation that failed or an award; its visit was counted then."""
    st.transfer[i] = 0
    note(st, i, _DUE, _E_TRIAL, _COURT, p.court_rank, run, 0, float(st.hostility[i]), float(st.interest[i]), 0.0)
    enlist(st, p, i, channel, run, 0.0, 0)
