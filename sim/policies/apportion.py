"""Whole minutes shared out by weight so that none is made or lost. Whole numbers: the same bits everywhere."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Minutes = NDArray[np.int64]


def apportion(total: int, weights: Minutes, low: Minutes, high: Minutes) -> Minutes:
    """Return int64 shares of `total` in proportion to `weights` >= 0, each within [low, high], summing to `total`.

    Largest remainder; ties go to the earlier row. Shares beyond a bound are fixed there and the rest is shared anew.
    Needs sum(low) <= total <= sum(high) and at least one weight above 0 among those that can still move.
    """
    share = np.zeros(weights.size, dtype=np.int64)
    free = np.ones(weights.size, dtype=np.bool_)
    while free.any():
        rows = np.flatnonzero(free)
        part = _by_remainder(total - int(share[~free].sum()), weights[rows])
        under, over = np.maximum(low[rows] - part, 0), np.maximum(part - high[rows], 0)
        share[rows] = part
        if not under.any() and not over.any():
            break
        # fix the side that is wrong by more: the other side may come right by itself
        wrong = under > 0 if int(under.sum()) >= int(over.sum()) else over > 0
        fixed = rows[wrong]
        share[fixed] = np.clip(share[fixed], low[fixed], high[fixed])
        free[fixed] = False
    return share


def blend(before: Minutes, after: Minutes, dose: float) -> Minutes:
    """Return whole minutes a share `dose` of the way from `before` to `after`, with the same sum as `before`.

    The two must have equal sums. What rounding down leaves over goes to the largest fractions, ties to the earlier row.
    """
    exact = before + dose * (after - before)
    share = np.floor(exact).astype(np.int64)
    left = int(before.sum() - share.sum())
    order = np.argsort(-(exact - share), kind="stable")
    share[order[:left]] += 1
    return share


def _by_remainder(total: int, weights: Minutes) -> Minutes:
    whole = int(weights.sum())
    if whole == 0:
        weights, whole = np.ones_like(weights), weights.size
    products = [total * int(weight) for weight in weights]  # Python integers: no overflow at any size
    share = np.array([product // whole for product in products], dtype=np.int64)
    order = np.argsort(np.array([-(product % whole) for product in products], dtype=object), kind="stable")
    share[order[: total - int(share.sum())]] += 1
    return share
