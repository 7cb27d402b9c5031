"""What differs for residents who are registered elsewhere: the way to local forums, to court, ties and voice.

That migrants and locals are served apart is told in S4 (equal service for both is one of its systems); how much it
matters is measured nowhere: every number is an assumption of `scenario.migrants`, and each may be without effect.
"""

from __future__ import annotations

from sim.jit import njit


@njit
def mixed_tie(tie: float, factor: float, one: int, other: int) -> float:
    """Strength of a tie 0..1 where one side is a migrant (1) and the other a local (0); among their own as it was."""
    if one == other:
        return tie
    mixed = tie * factor
    if mixed > 1.0:
        return 1.0
    return mixed


@njit
def reach_cost(cost: float, unequal: float, migrant: int) -> float:
    """What keeps a migrant from a local forum, in utility; `unequal` = 1 unless a policy serves both alike, then 0."""
    if migrant == 0:
        return 0.0
    return cost * unequal


@njit
def voiced_share(share: float, factor: float, migrants: float, migrant: int) -> float:
    """Share of grievances voiced: a migrant's is `factor` times a local's, and the mean over all adults is `share`.

    `migrants` = share of migrants among adults. At most 0.95, so that the hazard of voicing stays finite.
    """
    own = share / (1.0 - migrants + migrants * factor)
    if migrant == 1:
        own = own * factor
    if own > 0.95:
        return 0.95
    return own
