"""Whether the loser of a first instance appeals.

A logit of the action over leaving it, as in `claim` (random utility with two options): worth more the larger the
stake, the better the own case, the hotter the quarrel. Weights are assumptions; what an appeal costs is in
`appeal_base`. What the court above decides: `decide.grant_probability`, from the appellant's side.
"""

from __future__ import annotations

from sim.floats import sigmoid
from sim.jit import njit


@njit
def appeal_probability(p, stake_score: float, own_merit: float, hostility: float) -> float:
    """Chance that the loser appeals; `own_merit` 0..1 is the merit of the loser's side, `stake_score` 0..1."""
    return sigmoid(
        p.appeal_base
        + p.appeal_stake * (stake_score - 0.5)
        + p.appeal_merit * (own_merit - 0.5)
        + p.appeal_hostility * (hostility - 0.5)
    )


@njit
def own_merit(merit: float, by_claimant: int) -> float:
    """Merit of the appellant's side: the claim's, or what it lacks."""
    if by_claimant == 1:
        return merit
    return 1.0 - merit
