"""Known answers about stocks: how long constant hazards let one stay, who is still there, and how a slope varies."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def stays(ticks: Array, hazards: Array, limit: int, first: int, last: int) -> Array:
    """Mean evenings of first..last - 1 in a stock, of each who entered on a tick and leaves at a hazard a day.

    Nobody stays longer than `limit` days. Without edges this is W = (1 - x^limit)/(1 - x), x = exp(-hazard).
    """
    x = np.exp(-hazards)
    since = np.maximum(first - ticks, 0)
    until = np.maximum(np.minimum(limit, last - ticks), since)
    evenings: Array = (x**since - x**until) / (1.0 - x)
    return evenings


def still_there(ages: Array, hazards: Array) -> float:
    """Mean number of those who came `ages` days ago and are still there."""
    return float(np.exp(-hazards * ages).sum())


def slope_weights(days: int) -> Array:
    """Weights of the least-squares slope a day over equally spaced values."""
    x = np.arange(days) - (days - 1) / 2.0
    weights: Array = x / float(x @ x)
    return weights


def slope_error(days: int, variance: float, memory: float) -> float:
    """Standard error of the least-squares slope a year of a series whose values `k` days apart correlate memory^k."""
    weights = slope_weights(days)
    lags = np.abs(np.subtract.outer(np.arange(days), np.arange(days)))
    return 365.0 * math.sqrt(variance * float(weights @ memory**lags @ weights))


def normal_cdf(z: float) -> float:
    """Distribution of the standard normal."""
    return 0.5 * math.erfc(-z / math.sqrt(2.0))
