"""What theory says of random utility: logit shares, the law of the best, and what becomes of an option's choosers."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

CLOSED = -1e9
"""Utility of what is not open: its share is 0."""


def shares(utilities: Array) -> Array:
    """Return the chance of each option, float64[n, options]: logit (Luce 1959; McFadden 1974)."""
    odds = np.exp(utilities - utilities.max(axis=1, keepdims=True))
    chances: Array = odds / odds.sum(axis=1, keepdims=True)
    return chances


def level(utilities: Array) -> Array:
    """Return the location of the best value, float64[n]: the largest of Gumbel values is Gumbel (Gumbel 1958)."""
    top = utilities.max(axis=1)
    logsum: Array = top + np.log(np.exp(utilities - top[:, None]).sum(axis=1))
    return logsum


def places(chances: Array, chosen: Array, lot: Array) -> Array:
    """Return where each choice stands among the options in their order; even on (0, 1) whatever the chances are."""
    row = np.arange(len(chosen))
    before = chances.cumsum(axis=1)[row, chosen] - chances[row, chosen]
    even: Array = np.clip(before + lot * chances[row, chosen], 0.0, 1.0)
    return even
