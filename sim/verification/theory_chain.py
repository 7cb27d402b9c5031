"""Known answers about absorbing Markov chains, from Kemeny and Snell 1960, chapter III."""

from __future__ import annotations

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
