"""Who calls the police in a quarrel, and what their mediation on the spot is like (`definitions` 7).

Police mediation of quarrels between private parties is voluntary (Public Security Administration Punishments Law, art.
9): a party may refuse, and what it does not settle is left to the other forums. All sizes are assumptions of
`scenario.police`.
"""

from __future__ import annotations

from sim.jit import njit
from sim.rules.answer import respondent_consent
from sim.rules.settle import pressed_probability, session_probability


@njit
def call_probability(p, hostility: float) -> float:
    """Chance that a claimant calls instead of choosing: 0 up to `hot`, then in a line to `call` at 1."""
    if hostility <= p.police_hot:
        return 0.0
    return p.police_call * (hostility - p.police_hot) / (1.0 - p.police_hot)


@njit
def stays_probability(p, tie: float, stake_score: float, standing: float) -> float:
    """Chance that the respondent agrees to be mediated: that of coming to a forum, told so by an officer."""
    return respondent_consent(p, tie, stake_score, standing, p.police_presence)


@njit
def spot_probability(p, logit: float, lacks_power: int) -> float:
    """Chance of an agreement on the spot: a session at the effort of reference, better or worse by `skill`.

    The station answers to its own superiors, not to the principal of the town, so no appraisal moves its effort.
    """
    return session_probability(p, logit + p.police_skill, p.settle_effort_reference, lacks_power)


@njit
def spot_pressed(p, gap: float) -> float:
    """Chance that what was signed before an officer was pressed out of the weaker party."""
    return pressed_probability(p, gap, p.police_presence, 0.0)


@njit
def minutes_kept(kept: int, a_day: int, days: int, a_call: int) -> int:
    """Minutes of a station after `days` more days: hours do not keep, so never more than a day's, or one call's."""
    most = a_day
    if a_call > most:
        most = a_call
    total = kept + a_day * days
    if total > most:
        return most
    return total
