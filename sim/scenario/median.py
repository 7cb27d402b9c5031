"""The scenario median of the stake: the median of a mixture of log-normals, computed once, never from a run."""

from __future__ import annotations

from collections.abc import Sequence
from math import erf, exp, log, sqrt


def mixture_median(median: float, sigma: float, shifts: Sequence[float], weights: Sequence[float]) -> float:
    """Return, in whole yuan, the median of log-normals with log-medians `log(median) + shift` and one `sigma`.

    `weights` need not sum to 1. Rounded, so that no machine's `erf` can move it.
    """
    total = sum(weights)
    scale = sigma * sqrt(2.0)

    def below(x: float) -> float:
        parts = (w * (1.0 + erf((x - shift) / scale)) for w, shift in zip(weights, shifts, strict=True))
        return 0.5 * sum(parts) / total

    low, high = min(shifts), max(shifts)
    for _ in range(80):
        middle = 0.5 * (low + high)
        if below(middle) < 0.5:
            low = middle
        else:
            high = middle
    return float(round(exp(log(median) + 0.5 * (low + high))))
