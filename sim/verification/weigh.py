"""Decides how much a look speaks for theory or against it: log10 of a Bayes factor, so that neither side wins by noise.

A test that rejects at five per cent is wrong once in twenty times for ever. Here the claim ("just this value") stands
against an alternative of a stated scale; as the sample grows a true claim gathers weight slowly, a false one loses it
fast, and in between the check asks for more (Kass and Raftery 1995; Wald 1945 on stopping when odds are told).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

ENOUGH: Final = 1.0
"""log10 of the odds at which a side has won: 10 to 1, "strong" (Kass and Raftery 1995, 3.2)."""
ODDS: Final = 100.0
"""Weight of the claim's chances in the alternative of `counts`, a class: an even class is off by a tenth of itself."""
CERTAIN: Final = 300.0
"""Weight of an exact comparison that holds (and, negative, of one that does not)."""


def exact(seen: float, expected: float, bound: float = 0.0) -> float:
    """Return the weight of `|seen - expected| <= bound`, which needs no odds."""
    return CERTAIN if abs(seen - expected) <= bound else -CERTAIN


def mean(seen: float, expected: float, error: float, scale: float) -> float:
    """Return the weight of a mean with standard `error` being `expected`, against being off by about `scale`.

    Under the alternative the true value is normal around `expected` with standard deviation `scale` (> 0). Where the
    error is as large as the scale nothing can be told, and the weight says so by staying near 0.
    """
    if error <= 0.0:
        return exact(seen, expected, 1e-9 * max(1.0, abs(expected)))
    ratio = 1.0 + (scale / error) ** 2
    z = (seen - expected) / error
    natural = 0.5 * math.log(ratio) - 0.5 * z * z * (1.0 - 1.0 / ratio)
    return max(-CERTAIN, natural / math.log(10.0))


def counts(seen: Sequence[float], chances: Sequence[float], odds: float = ODDS) -> float:
    """Return the weight of `seen` being multinomial with `chances`, against chances drawn around them.

    Under the alternative the chances are Dirichlet with parameters `odds * classes * chances`: classes that are even
    are off by about 1/sqrt(odds) of themselves. An alternative of larger departures forgives small ones, one of smaller
    departures needs more cases before a true claim wins. `chances` sum to 1 and are positive.
    """
    if not math.isclose(sum(chances), 1.0, rel_tol=1e-9) or min(chances) <= 0.0:
        raise ValueError(f"weigh.counts: positive chances that sum to 1, got {list(chances)}")
    total = odds * len(chances)
    n = sum(seen)
    claim = sum(k * math.log(p) for k, p in zip(seen, chances, strict=True))
    other = math.lgamma(total) - math.lgamma(total + n)
    other += sum(math.lgamma(total * p + k) - math.lgamma(total * p) for k, p in zip(seen, chances, strict=True))
    return max(-CERTAIN, (claim - other) / math.log(10.0))


def smallest(chances: Sequence[float], n: int, at: int, odds: float = ODDS) -> float:
    """Return by how much the chance of class `at` must be higher for `counts` to fail the claim at `n` cases.

    The others give way in proportion, and luck is even: half of the time as little as that is found. `inf` where no
    such chance is.
    """

    def weight(more: float) -> float:
        rest = (1.0 - chances[at] - more) / (1.0 - chances[at])
        return counts([n * (p + more if k == at else p * rest) for k, p in enumerate(chances)], chances, odds)

    low, high = 0.0, 1.0 - chances[at]
    if weight(high) > -ENOUGH:
        return math.inf
    for _ in range(50):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if weight(middle) > -ENOUGH else (low, middle)
    return high
