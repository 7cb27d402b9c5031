"""What two places quarrel about across their border, of which type such a matter is, and whether the two meet."""

from __future__ import annotations

from sim.jit import njit
from sim.names import BorderMatter, DisputeType

_WATER, _FOREST = int(BorderMatter.WATER), int(BorderMatter.FOREST)
_MINERALS, _COMMUTING = int(BorderMatter.MINERALS), int(BorderMatter.COMMUTING)
_LAND, _ENVIRONMENT, _TRAFFIC = int(DisputeType.LAND), int(DisputeType.ENVIRONMENT), int(DisputeType.TRAFFIC)
ACROSS = len(DisputeType)
"""What stands for a type in cells and keys of candidates across borders; their types follow from the matter."""


@njit
def border_rate(water: float, forest: float, minerals: float, commuting: float) -> float:
    """Border matters voiced per 1,000 adult-years of places with a border, of all kinds."""
    return water + forest + minerals + commuting


@njit
def matter_of(p, luck: float) -> int:
    """Kind of matter, by the rates; `luck` 0..1."""
    left = luck * border_rate(p.border_water, p.border_forest, p.border_minerals, p.border_commuting)
    if left < p.border_water:
        return _WATER
    if left < p.border_water + p.border_forest:
        return _FOREST
    if left < p.border_water + p.border_forest + p.border_minerals:
        return _MINERALS
    return _COMMUTING


@njit
def type_of_matter(matter: int) -> int:
    """The dispute type whose numbers a matter has: water and forest land, minerals environment, commuting traffic."""
    if matter == _MINERALS:
        return _ENVIRONMENT
    if matter == _COMMUTING:
        return _TRAFFIC
    return _LAND


@njit
def collective_share(p, matter: int) -> float:
    """Chance that the other side is the village collective across."""
    if matter == _COMMUTING:
        return 0.0
    return p.border_collective


@njit
def join_probability(p, lever: float) -> float:
    """Chance that the place across joins a session; `lever` is 1 without a policy."""
    chance = p.border_join * lever
    if chance > 1.0:
        return 1.0
    return chance
