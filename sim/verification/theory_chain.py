"""Known answers about absorbing Markov chains (Kemeny and Snell 1960, chapter III), and about tastes that stay."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def fundamental(moves: Array) -> Array:
    """N = (I - Q)^-1: mean visits to each transient state from each; `moves` is Q (theorem 3.2.1)."""
    inverse: Array = np.linalg.inv(np.eye(len(moves)) - moves)
    return inverse


def absorbed(moves: Array, ends: Array) -> Array:
    """B = N R: chance of ending in each absorbing state, from each transient one; `ends` is R (theorem 3.3.7)."""
    chances: Array = fundamental(moves) @ ends
    return chances


def steps_to_end(moves: Array, start: int, most: int) -> Array:
    """Chance of being absorbed by step 1..most, from `start`: no visit is in a transient state any more."""
    here = np.zeros(len(moves))
    here[start] = 1.0
    left = [1.0]
    for _ in range(most):
        here = here @ moves
        left.append(float(here.sum()))
    return -np.diff(np.array(left))


def tries(odds: float, most: int) -> list[float]:
    """Chance of trying a way 0..most times before giving up, where the noise of giving up stays and the way's is fresh.

    `odds` = exp(worth of giving up - worth of the way). Extreme-value noise is a race of exponential clocks: giving up
    rings at x, each try needs a fresh clock that rings before x; over x that is beta-geometric.
    """

    def beta(a: float, b: float) -> float:
        return math.exp(math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b))

    return [*(odds * beta(odds + 1.0, n + 1.0) for n in range(most)), odds * beta(odds, most + 1.0)]
