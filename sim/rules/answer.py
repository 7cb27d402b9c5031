"""Whether a party comes to a mediation. Refusal ends the session; nobody is dragged to the table (PM Law).

Consent rises with the tie and the shadow of court and falls with own power (`definitions` 7). A respondent whose
opponent was sent down by a gate is pressed to come.
"""

from __future__ import annotations

from sim.floats import sigmoid
from sim.jit import njit


@njit
def respondent_consent(p, tie: float, stake_score: float, standing: float, compulsion: float) -> float:
    """Chance that the respondent comes; `stake_score` 0..1 stands for how real a suit is, `standing` 0..1 for power."""
    logit = (
        p.answer_base
        + p.answer_tie * tie
        + p.answer_shadow * stake_score
        + p.answer_power * standing
        + p.answer_compelled * compulsion
    )
    return sigmoid(logit)


@njit
def claimant_consent(p, compulsion: float) -> float:
    """Chance that a claimant sent down by a gate goes along; 1 for a claim lodged freely."""
    if compulsion <= 0.0:
        return 1.0
    return p.answer_claimant_agrees
