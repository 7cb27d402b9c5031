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


def counts(seen: Sequence[int], chances: Sequence[float], strength: float | None = None) -> float:
    """Return the weight of `seen` being multinomial with `chances`, against chances drawn around them.

    Under the alternative the chances are Dirichlet with parameters `strength * chances`; `strength` is by default the
    number of classes (on average one observation a class). `chances` sum to 1 and are positive.
    """
    if not math.isclose(sum(chances), 1.0, rel_tol=1e-9) or min(chances) <= 0.0:
        raise ValueError(f"weigh.counts: positive chances that sum to 1, got {list(chances)}")
    total = float(len(chances)) if strength is None else strength
    n = sum(seen)
    claim = sum(k * math.log(p) for k, p in zip(seen, chances, strict=True))
    other = math.lgamma(total) - math.lgamma(total + n)
    other += sum(math.lgamma(total * p + k) - math.lgamma(total * p) for k, p in zip(seen, chances, strict=True))
    return max(-CERTAIN, (claim - other) / math.log(10.0))
