"""Administrative reconsideration: who may apply, whether whoever lost sues, and what its decision closes.

Administrative Reconsideration Law (revised 2023, in force 2024-01-01): arts. 20 (application within 60 days), 24 (to
the government of county level or above that stands over the one that acted), 62 (decision within 60 days, 30 more), 5
and 73 (mediation, whose paper binds), 74 (the applicant may withdraw), 87 (no fee), 10 and 34 (whoever lost may sue
within 15 days). Petition Regulation 2022: offices do not take what such a way has decided. A town's act is reviewed by
the county and a county's by the city; departments, which their own government reviews, are no level of this model.
"""

from __future__ import annotations

from typing import Final

from sim.jit import njit
from sim.names import Opponent
from sim.rules.arbitrate import contest_probability
from sim.rules.steps import MOST_STEPS

_GOVERNMENT: Final = int(Opponent.GOVERNMENT)
RECONSIDERED: Final = MOST_STEPS + 1
"""Steps of a petition once reconsideration has upheld the act: closed to offices, and its days to sue are over."""


@njit
def may_apply(p, opponent: int, waited: int, above: int, county: int) -> int:
    """1 for a government's act that hurt within the term of days; `above` is the level over that government.

    Only governments from `county` up hear applications.
    """
    if opponent != _GOVERNMENT or above < county:
        return 0
    return 1 if waited <= p.reconsideration_apply else 0


@njit
def chance_of_suit(p, stake_score: float, own_merit: float, hostility: float) -> float:
    """Chance that an applicant who lost takes the matter to court, with the slopes of an appeal."""
    return contest_probability(p, p.reconsideration_sue, stake_score, own_merit, hostility)
