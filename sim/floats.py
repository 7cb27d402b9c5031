"""Exact-to-the-bit exp, log and their kin for rules and engine: the same bits compiled or plain, on any IEEE machine.

The libraries' own differ: `np.exp` from `math.exp`, one CPU from the next (299 of 400,000 values with FMA masked). So
these are built from + - * / on doubles, one table of powers of two, and two functions that IEEE 754 leaves no choice
about: `math.sqrt` (correctly rounded) and `math.frexp` (splits off the exponent; nothing is rounded).

Method and coefficients: the minimax forms of FreeBSD msun (fdlibm, Sun Microsystems 1993), `e_exp.c` and `e_log.c`.
Relative error of `exp_` and `log_`: below 2.5e-16 over their whole range; of `log1p_` and `sigmoid`: below 6e-16
(measured against 40-digit arithmetic). What each does at its ends is said in its docstring.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from sim.jit import JIT, njit

EXP_LARGEST: Final = 709.782712893384
"""Above it exp_ returns inf: the largest double whose exp is finite."""

EXP_SMALLEST: Final = -708.0
"""Below it exp_ returns 0.0 (from 3.3e-308): subnormals begin at -708.4, and a CPU may flush them to zero or not."""

_LN2_HIGH: Final = 6.93147180369123816490e-01
_LN2_LOW: Final = 1.90821492927058770002e-10
_INVERSE_LN2: Final = 1.44269504088896338700
_HALF_SQRT2: Final = 0.70710678118654752440

_LOWEST_POWER: Final = -1022
_POWERS_OF_TWO: Final = np.array([math.ldexp(1.0, k) for k in range(_LOWEST_POWER, 1024)], dtype=np.float64)
"""_POWERS_OF_TWO[k + 1022] is 2**k, exactly, for every k whose power is a normal double."""

INF: Final = math.inf
NAN: Final = math.nan


@njit(signature="float64(float64)")
def exp_(x: float) -> float:
    """Return e**x. Above `EXP_LARGEST` inf, below `EXP_SMALLEST` 0.0 (no subnormals), nan for nan; never raises."""
    if not x <= EXP_LARGEST:
        return INF if x > EXP_LARGEST else x
    if x < EXP_SMALLEST:
        return 0.0
    k = int(_INVERSE_LN2 * x + (0.5 if x >= 0.0 else -0.5))
    high = x - k * _LN2_HIGH
    low = k * _LN2_LOW
    r = high - low
    t = r * r
    poly = 4.13813679705723846039e-08
    poly = -1.65339022054652515390e-06 + t * poly
    poly = 6.61375632143793436117e-05 + t * poly
    poly = -2.77777777770155933842e-03 + t * poly
    poly = 1.66666666666666019037e-01 + t * poly
    c = r - t * poly
    y = 1.0 - ((low - (r * c) / (2.0 - c)) - high)
    if k > 1022:  # 2**1024 has no double: multiply in two steps
        return y * float(_POWERS_OF_TWO[k - 1 - _LOWEST_POWER]) * 2.0
    return y * float(_POWERS_OF_TWO[k - _LOWEST_POWER])


def _split(x: float) -> tuple[float, int]:
    """Return mantissa in [0.5, 1) and exponent of a positive, finite x."""
    return math.frexp(x)


if JIT:
    from sim.jit.bits import by_its_bits

    by_its_bits(_split)


@njit(signature="float64(float64)")
def log_(x: float) -> float:
    """Return the natural logarithm. -inf for 0, nan below 0 and for nan, inf for inf; never raises."""
    if not x >= 0.0:
        return NAN
    if x == 0.0:
        return -INF
    if x == INF:
        return INF
    mantissa, k = _split(x)
    if mantissa < _HALF_SQRT2:
        mantissa = mantissa * 2.0
        k = k - 1
    f = mantissa - 1.0
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
    odd = 1.818357216161805012e-01 + w * 1.479819860511658591e-01
    odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * odd))
    half_square = 0.5 * f * f
    return k * _LN2_HIGH - ((half_square - (s * (half_square + even + odd) + k * _LN2_LOW)) - f)


@njit(signature="float64(float64)")
def log1p_(x: float) -> float:
    """Return log(1 + x), exact also for small x (Kahan's correction). -inf at -1, nan below."""
    u = 1.0 + x
    if u == 1.0:
        return x
    if not 0.0 < u < INF:
        return log_(u)
    return log_(u) * (x / (u - 1.0))


@njit(signature="float64(float64)")
def sigmoid(x: float) -> float:
    """Return 1 / (1 + e**-x), without overflow on either side; 0.0 below `EXP_SMALLEST`."""
    if x >= 0.0:
        return 1.0 / (1.0 + exp_(-x))
    e = exp_(x)
    return e / (1.0 + e)


@njit(signature="float64(float64)")
def sqrt_(x: float) -> float:
    """Return the square root, correctly rounded by IEEE 754; nan below 0, where `math.sqrt` would raise."""
    return math.sqrt(x) if x >= 0.0 else NAN
