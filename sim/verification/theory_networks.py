"""Decides what theory says of a small world of a given size: degrees, clustering, and how many live together.

A ring of `size` households in which each ties itself to its next `reach`, and each of those ties ends elsewhere with
chance `rewire` (Watts, Strogatz 1998). The forms are exact for a finite ring, which Barrat and Weigt (2000) give in the
limit; nothing here draws.
"""

from __future__ import annotations

import itertools
import math
from typing import Final

import numpy as np
import numpy.typing as npt

REACH: Final = 3
"""Half of the degree of a rural block."""


def binomial(n: int, p: float) -> npt.NDArray[np.float64]:
    """Return the chances of 0..n of n tries that come off with chance p each."""
    return np.array([math.comb(n, k) * p**k * (1.0 - p) ** (n - k) for k in range(n + 1)])


def distinct(draws: int, of: int) -> npt.NDArray[np.float64]:
    """Return the chances of 0..draws different targets in `draws` draws among `of`."""
    chances = np.zeros(draws + 1)
    chances[0] = 1.0
    for _ in range(draws):
        old, chances = chances, np.zeros(draws + 1)
        for k in range(draws + 1):
            chances[k] += old[k] * k / of
            if k > 0:
                chances[k] += old[k - 1] * (of - k + 1) / of
    return chances


def ring_degrees(size: int, rewire: float, reach: int = REACH) -> npt.NDArray[np.float64]:
    """Return the chances of each degree 0..size - 1 of a household of a ring.

    Its own ties that stay, the different ends of those that do not, those of its `reach` predecessors that stay, and
    whoever of the rest of the ring ends at it; only the last three are luck of others.
    """
    spare = size - 2 * reach - 1
    hit = 1.0 - (1.0 - rewire / spare) ** reach
    behind = binomial(reach, 1.0 - rewire)
    chances = np.zeros(size)
    for gone, weight in enumerate(binomial(reach, rewire)):
        for ends, share in enumerate(distinct(gone, spare)):
            others = np.convolve(behind, binomial(spare - ends, hit))
            low = reach - gone + ends
            chances[low : low + len(others)] += weight * share * others
    return chances


def ring_closure(size: int, rewire: float, reach: int = REACH) -> float:
    """Return the expected share of pairs of a household's mates that are tied (ratio of expectations), exactly.

    Of three households each has own ties to both others, to one or to none, independently of what the others have; a
    triangle is there if every pair is joined from one side at least.
    """
    spare = size - 2 * reach - 1
    ends = np.zeros((reach, size))  # where each own tie ends, by distance
    ends[:, reach + 1 : reach + 1 + spare] = rewire / spare
    for step in range(1, reach + 1):
        ends[step - 1, step] = 1.0 - rewire
    x, y = np.meshgrid(np.arange(size), np.arange(size), indexing="ij")
    different = (x != y) & (x != 0) & (y != 0)
    pairs = ((x, y), ((-x) % size, (y - x) % size), ((-y) % size, (x - y) % size))
    sides = [_own_ties(ends, one, other) for one, other in pairs]
    closed = np.zeros((size, size))
    for first, second, third in itertools.product(range(4), repeat=3):
        joined = (first & 1 or second & 1) and (first & 2 or third & 1) and (second & 2 or third & 2)
        if joined:
            closed += sides[0][first] * sides[1][second] * sides[2][third]
    degrees, mates = ring_degrees(size, rewire, reach), np.arange(size)
    return float(closed[different].sum()) / float((degrees * mates * (mates - 1)).sum())


def _own_ties(
    ends: npt.NDArray[np.float64], one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]
) -> list[npt.NDArray[np.float64]]:
    """Return the chances that own ties end at neither of two distances, one alone, the other alone, at both."""
    no_one, no_other = np.prod(1.0 - ends[:, one], axis=0), np.prod(1.0 - ends[:, other], axis=0)
    neither = np.prod(1.0 - ends[:, one] - ends[:, other], axis=0)
    return [neither, no_other - neither, no_one - neither, 1.0 - no_one - no_other + neither]


def ring_closure_limit(rewire: float, reach: int = REACH) -> float:
    """Return 3 (k - 1) / (2 (2k - 1)) (1 - p)^3, k = reach: an endless ring, as if all degrees were the mean one."""
    return 3.0 * (reach - 1) / (2.0 * (2 * reach - 1)) * (1.0 - rewire) ** 3


def household_sizes(residents: int, households: int, most: int) -> npt.NDArray[np.float64]:
    """Return the chances of sizes 1..most, the last with all above: one each, every further one to any household."""
    p, extra = 1.0 / households, residents - households
    chances = np.array([math.exp(_log_binomial(extra, k, p)) for k in range(most)])
    chances[-1] = 1.0 - chances[:-1].sum()
    return chances


def _log_binomial(n: int, k: int, p: float) -> float:
    if k > n or p >= 1.0:
        return 0.0 if k == n else -math.inf
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return ways + k * math.log(p) + (n - k) * math.log1p(-p)
