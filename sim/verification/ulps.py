"""The exact exp and log against 50-digit arithmetic, in units in the last place, over their range and at its ends.

Points lie where errors do: evenly over the range, at every magnitude around 0 or 1, beside the places where the method
changes its power of two, and among subnormals.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Context, Decimal
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim import floats
from sim.verification import weigh
from sim.verification.check import Curve, Looked, Part
from sim.verification.societies import lots

Array = npt.NDArray[Any]

_EXACT: Final = Context(prec=50, Emin=-999_999, Emax=999_999)
_LEAST: Final = 5e-324
_LARGEST: Final = 1.7976931348623157e308


def error_in_ulps(got: float, truth: Decimal) -> float:
    """Return how far `got` is from the truth, in units in the last place of the double next to the truth."""
    return float(abs(_EXACT.subtract(Decimal(got), truth)) / Decimal(math.ulp(float(truth))))


def _errors(of: Callable[[float], float], truth: Callable[[Decimal], Decimal], points: list[float]) -> list[float]:
    return [error_in_ulps(of(x), truth(Decimal(x))) for x in points]


def _worst(what: str, errors: list[float], bound: float = 1.0) -> Part:
    worst = max(errors)
    return Part(what=what, seen=worst, expected=0.0, unit="ulp", weight=weigh.exact(worst, 0.0, bound))


def _curve(what: str, x_label: str, x: Array, errors: list[float]) -> Curve:
    """The largest error of each fortieth of the points, with the half unit that no rounding can beat."""
    order = np.array_split(np.argsort(x, kind="stable"), 40)
    return Curve(
        what=what, x_label=x_label, y_label="largest error, ulp", x=tuple(float(x[part].mean()) for part in order),
        seen=tuple(max(errors[k] for k in part) for part in order), expected=(0.5,) * len(order),
    )  # fmt: skip


def _ends(what: str, pairs: list[tuple[float, float]]) -> Part:
    """Count the values that are not the very double, nan and the sign of zero included, that they should be."""
    wrong = sum(repr(got) != repr(should) for got, should in pairs)
    return Part(what=what, seen=wrong, expected=0.0, weight=weigh.exact(wrong, 0), unit="values")


def look_exp(size: int) -> Looked:
    """Even over the range; at every magnitude down to subnormals; beside the changes of the power of two."""
    third = size // 3
    even = -708.0 + (floats.EXP_LARGEST + 708.0) * lots(801, third)
    near = np.where(lots(802, third) < 0.5, -1.0, 1.0) * 10.0 ** (-320.0 + 322.0 * lots(803, third))
    turns = math.log(2.0) * (np.floor(-1021 + 2044 * lots(804, third)) + 0.5) * (1.0 + 2.0**-50 * lots(805, third))
    turns = turns[(turns >= -708.0) & (turns <= floats.EXP_LARGEST)]
    points = {"evenly over the range": even, "at every magnitude": near, "beside changes of the power of two": turns}
    parts, curves = [], []
    for what, x in points.items():
        errors = _errors(floats.exp_, _EXACT.exp, x.tolist())
        parts.append(_worst(f"largest error {what}", errors))
        shown = np.log10(np.abs(x)) if what == "at every magnitude" else x
        curves.append(_curve(what, "log10 |x|" if what == "at every magnitude" else "x", shown, errors))
    above = math.nextafter(floats.EXP_LARGEST, math.inf)
    below = math.nextafter(floats.EXP_SMALLEST, -math.inf)
    pairs = [(0.0, 1.0), (-0.0, 1.0), (_LEAST, 1.0), (-_LEAST, 1.0), (above, math.inf), (math.inf, math.inf),
             (below, 0.0), (-math.inf, 0.0), (math.nan, math.nan)]  # fmt: skip
    parts.append(_ends("ends that are not what is said", [(floats.exp_(x), y) for x, y in pairs]))
    ends = [floats.EXP_LARGEST, floats.EXP_SMALLEST]
    parts.append(_worst("error at the last finite and the last normal value", _errors(floats.exp_, _EXACT.exp, ends)))
    apart = max(abs(floats.exp_(x) - math.exp(x)) / math.ulp(math.exp(x)) for x in even.tolist())
    parts.append(_worst("largest distance from the library's exp", [apart]))
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves[:2]))


def look_log(size: int) -> Looked:
    """At every power of two; at every distance from 1; beside the change of the power of two; among subnormals."""
    quarter = size // 4
    all_over = np.ldexp(1.0 + lots(811, quarter), np.floor(-1022 + 2046 * lots(812, quarter)).astype(np.int64))
    by_one = 1.0 + np.where(lots(813, quarter) < 0.5, -0.5, 1.0) * 10.0 ** (-16.0 * lots(814, quarter))
    by_one = by_one[by_one != 1.0]
    power = np.floor(-1021 + 2043 * lots(815, quarter)).astype(np.int64)
    turns = np.ldexp(math.sqrt(0.5) * (1.0 + 2.0**-50 * (lots(816, quarter) - 0.5)), power)
    tiny = np.ldexp(1.0 + lots(817, quarter), -1023 - np.floor(51 * lots(818, quarter)).astype(np.int64))
    points = {"over all powers of two": all_over, "at every distance from 1": by_one,
              "beside changes of the power of two": turns, "among subnormals": tiny}  # fmt: skip
    parts, curves = [], []
    for what, x in points.items():
        errors = _errors(floats.log_, _EXACT.ln, x.tolist())
        parts.append(_worst(f"largest error {what}", errors))
        near = what == "at every distance from 1"
        shown = np.log10(np.abs(x - 1.0)) if near else np.log10(x)
        curves.append(_curve(what, "log10 |x - 1|" if near else "log10 x", shown, errors))
    pairs = [(1.0, 0.0), (0.0, -math.inf), (-0.0, -math.inf), (-_LEAST, math.nan), (-math.inf, math.nan),
             (math.inf, math.inf), (math.nan, math.nan)]  # fmt: skip
    parts.append(_ends("ends that are not what is said", [(floats.log_(x), y) for x, y in pairs]))
    least = [_LEAST, 2.0**-1022, math.nextafter(1.0, 0.0), math.nextafter(1.0, 2.0), _LARGEST]
    parts.append(_worst("error at the least, the last and beside 1", _errors(floats.log_, _EXACT.ln, least)))
    apart = max(abs(floats.log_(x) - math.log(x)) / math.ulp(math.log(x)) for x in all_over.tolist())
    parts.append(_worst("largest distance from the library's log", [apart]))
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves[:2]))
