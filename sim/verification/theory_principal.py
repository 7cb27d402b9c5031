"""What theory says of a principal under appraisal: the best answer found by search, the peak, the two regimes.

The objective is that of `targets` (c). It is maximised by golden section, so that no formula of the rules is used.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

_GOLDEN: Final = (math.sqrt(5.0) - 1.0) / 2.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """Weights, what is known, chances and penalties, public spirit, gain, costs, hours: letters of definitions 6."""

    w_u: float
    w_z: float
    u: float
    z: float
    a: float
    x: float
    b: float
    y: float
    v: float
    q: float
    g: float
    k: float
    c: float
    paper: float
    tau: float


def changed(case: Case, **numbers: Any) -> Case:
    """Return the case with some numbers replaced."""
    return replace(case, **numbers)


def best(case: Case) -> tuple[float, float, float]:
    """Return the m, s and e that are worth most."""
    m = _highest(lambda m: -case.w_u * case.u * (1 - m) - case.g * m * m / 2 - case.a * case.x * m, 1.0)
    s = _highest(lambda s: -case.w_z * case.u * case.z * (1 - s) - case.k * s * s / 2 - case.b * case.y * s, 1.0)
    gain = case.q * (case.v + case.w_u * (1 - m) + case.w_z * case.z * (1 - s))
    e = _highest(lambda e: gain * e - case.c * e * e / 2, max(0.0, 1.0 - case.paper - case.tau * s))
    return m, s, e


def _highest(worth: Callable[[float], float], top: float) -> float:
    """Return where a concave function is highest on [0, top]: by golden section, then by the ends.

    A maximum is flat: sixty halvings find it to 1e-8. Its slope, whose zero is sharp, is searched instead.
    """
    step = 1e-4

    def slope(at: float) -> float:
        return worth(at + step) - worth(at - step)  # exact for a parabola

    if top <= 0.0 or slope(0.0) <= 0.0:
        return 0.0
    if slope(top) >= 0.0:
        return top
    low, high = 0.0, top
    while high - low > 1e-12:
        middle = low + _GOLDEN * (high - low)
        low, high = (middle, high) if slope(middle) > 0.0 else (low, middle)
    return 0.5 * (low + high)


def peak(case: Case) -> float:
    """Return the weight, the same on both, at which effort is highest where neither answer is at a bound."""
    top = 1.0 + case.a * case.x / case.g + case.z * (1.0 + case.b * case.y / case.k)
    return top / (2.0 * case.u * (1.0 / case.g + case.z**2 / case.k))


def regimes(case: Case) -> tuple[float, float]:
    """Return the weight below which nothing is hidden, and that above which everything is."""
    m, s = case.a * case.x, case.b * case.y
    return (
        min(m / case.u, s / (case.u * case.z)),
        max((case.g + m) / case.u, (case.k + s) / (case.u * case.z)),
    )


def effort_by_weight(case: Case, w: float) -> float:
    """Return effort under one weight on both, without a cap of hours: marginal gain over marginal cost."""
    left = 1.0 - min(1.0, max(0.0, (w * case.u - case.a * case.x) / case.g))
    shown = 1.0 - min(1.0, max(0.0, (w * case.u * case.z - case.b * case.y) / case.k))
    return case.q * (case.v + w * left + w * case.z * shown) / case.c


def left_by(case: Case, reference: float, unsettled: float) -> float:
    """Return what is unsettled after the answer to a share unsettled; sessions at `reference` effort leave `case.u`."""
    m = min(1.0, max(0.0, (case.w_u * unsettled - case.a * case.x) / case.g))
    s = min(1.0, max(0.0, (case.w_z * unsettled * case.z - case.b * case.y) / case.k))
    wished = case.q * (case.v + case.w_u * (1.0 - m) + case.w_z * case.z * (1.0 - s)) / case.c
    e = max(0.0, min(wished, 1.0 - case.paper - case.tau * s))
    return max(0.0, 1.0 - (1.0 - case.u) * max(0.0, 1.0 - case.q + case.q * e / reference))


def resting(case: Case, reference: float) -> list[float]:
    """Return all fixed points, ascending: each piece of the answer is a line, and each line meets u = T(u) once.

    A line is (level, slope) in u. Of all pieces' meeting points those are kept at which the whole answer is met.
    """
    m_lines = [(0.0, 0.0), (-case.a * case.x / case.g, case.w_u / case.g), (1.0, 0.0)]
    s_lines = [(0.0, 0.0), (-case.b * case.y / case.k, case.w_z * case.z / case.k), (1.0, 0.0)]
    candidates = [1.0, 0.0]
    for m in m_lines:
        for s in s_lines:
            level = case.v + case.w_u * (1.0 - m[0]) + case.w_z * case.z * (1.0 - s[0])
            slope = -case.w_u * m[1] - case.w_z * case.z * s[1]
            wished = (case.q * level / case.c, case.q * slope / case.c)
            capped = (1.0 - case.paper - case.tau * s[0], -case.tau * s[1])
            for e in (wished, capped, (0.0, 0.0)):
                gain = (1.0 - case.u) * case.q / reference
                left = (1.0 - (1.0 - case.u) * (1.0 - case.q) - gain * e[0], -gain * e[1])
                if abs(1.0 - left[1]) > 1e-12:
                    candidates.append(left[0] / (1.0 - left[1]))
    kept: list[float] = []
    for u in sorted(candidates):
        if 0.0 <= u <= 1.0 and abs(left_by(case, reference, u) - u) < 1e-12 and (not kept or u - kept[-1] > 1e-9):
            kept.append(u)
    return kept
