"""Decides how values that theory makes even are weighed: counts of equal classes, against being off by about a tenth.

The alternative matters: classes drawn anyhow are so far from even that ten per cent of unevenness would still speak for
the claim. Here a class is off by a tenth of itself (`weigh.ODDS`).
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.verification import weigh
from sim.verification.check import Curve, Part
from sim.verification.weigh import ODDS

Array = npt.NDArray[Any]


def tally(values: Array, classes: int) -> list[int]:
    """Return how many values on (0, 1) fall into each of `classes` equal classes."""
    cell = np.minimum((values * classes).astype(np.int64), classes - 1)
    return np.bincount(cell, minlength=classes).tolist()  # type: ignore[no-any-return]


def even(what: str, seen: list[int], odds: float = ODDS) -> Part:
    """Weigh counts of classes that are equally likely."""
    return shared(what, seen, [1.0 / len(seen)] * len(seen), odds)


def shared(what: str, seen: list[int], chances: list[float], odds: float = ODDS) -> Part:
    """Weigh counts of classes of these chances; told is the class that is furthest off, in its standard errors.

    Few classes are better held against departures that are larger: `odds` is what each weighs in the alternative.
    """
    total = sum(seen)
    off = [abs(k - total * p) / math.sqrt(total * p * (1.0 - p)) for k, p in zip(seen, chances, strict=True)]
    worst = off.index(max(off))
    weight = weigh.counts(seen, chances, odds)
    return Part(what=what, seen=seen[worst] / total, expected=chances[worst], weight=weight, unit="share")


def curve_of(what: str, x_label: str, seen: list[int], chances: list[float], x: list[float] | None = None) -> Curve:
    """Draw shares of classes over their number, or over `x`, with their standard errors."""
    total = sum(seen)
    return Curve(
        what=what, x_label=x_label, y_label="share", x=tuple(x or [float(k) for k in range(len(seen))]),
        seen=tuple(k / total for k in seen), expected=tuple(chances),
        error=tuple(math.sqrt(p * (1.0 - p) / total) for p in chances),
    )  # fmt: skip
