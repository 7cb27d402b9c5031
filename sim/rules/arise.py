"""How many candidate grievances a place and type bring in a day, and which of them exist.

Candidates come at a fixed majorant; only exogenous, static traits thin them, so that no policy can move a root
(`definitions` section 5).
"""

from __future__ import annotations

from sim.floats import exp_
from sim.jit import njit

CHUNK_MEAN = 16.0
"""Largest mean inverted in one piece: exp(-16) is far from underflow, larger means are summed over pieces."""


@njit
def poisson_count(u: float, mean: float, p_zero: float) -> int:
    """Number of candidates by inversion of one uniform; `p_zero` = exp(-mean), mean <= CHUNK_MEAN."""
    if u < p_zero:
        return 0
    n = 0
    term = p_zero
    total = p_zero
    while u >= total and n < 200:
        n += 1
        term = term * mean / n
        total = total + term
    return n


@njit
def zero_probability(mean: float) -> float:
    """exp(-mean): the chance that a cell brings no candidate."""
    return exp_(-mean)


@njit
def existence_probability(standing: float, tilt: float, majorant: float) -> float:
    """Chance that a candidate exists: its static intensity over the majorant.

    `standing` 0..1 of the claimant; intensity 1 + tilt (2 standing - 1) around the mean of the place (assumption).
    """
    intensity = 1.0 + tilt * (2.0 * standing - 1.0)
    chance = intensity / majorant
    if chance > 1.0:
        return 1.0
    if chance < 0.0:
        return 0.0
    return chance


@njit
def raised_mean(mean: float, factor: float) -> float:
    """Mean number of candidates that a shock of `factor` > 1 adds to those that come anyway (`mean` of them)."""
    if factor <= 1.0:
        return 0.0
    return mean * (factor - 1.0)


@njit
def kind_share(factor: float, mean_factor: float) -> float:
    """Incidence in a kind of place over that of the society: its factor over the mean factor of all adults."""
    if mean_factor <= 0.0:
        return 1.0
    return factor / mean_factor
