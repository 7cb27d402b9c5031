"""How often a claim is first heard at the wrong desk (charter 3.4). What it costs is said in `docs/day.md`."""

from __future__ import annotations

from sim.jit import njit


@njit
def misroute_probability(p, lever: float) -> float:
    """Chance of misrouting (definitions 10, p_misroute: assumption) times the lever of the place, at most 1."""
    chance = p.misroute_p * lever
    if chance > 1.0:
        return 1.0
    return chance
