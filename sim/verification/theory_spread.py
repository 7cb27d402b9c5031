"""What theory says of spread: sizes of clusters (branching, and among few), sizes of crowds, families of many types."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def borel(mean: float, most: int) -> list[float]:
    """Return P(1), P(2), … P(most) of the total progeny of one ancestor, children Poisson (Borel 1942)."""
    return [math.exp(-mean * k + (k - 1) * math.log(mean * k) - math.lgamma(k + 1)) for k in range(1, most + 1)]


def otter(children: Array, most: int) -> list[float]:
    """Return the same for any law of children, float64[0 …]: P(k) = P(k ancestors have k - 1 children) / k (1949)."""
    together = np.array([1.0])
    chances = []
    for k in range(1, most + 1):
        together = np.convolve(together, children)[: most + 1]
        chances.append(float(together[k - 1]) / k if k - 1 < len(together) else 0.0)
    return chances


def binomial(n: int, chance: float) -> Array:
    """Return the binomial law, float64[n + 1]."""
    if chance <= 0.0 or chance >= 1.0:
        sure: Array = np.eye(n + 1)[0 if chance <= 0.0 else n]
        return sure
    k = np.arange(n + 1)
    logs = np.array([math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) for i in range(n + 1)])
    law: Array = np.exp(logs + k * math.log(chance) + (n - k) * math.log1p(-chance))
    return law


def extinction(children: Array) -> float:
    """Return the chance that a line dies out: the least root of x = sum p_k x^k (Watson and Galton 1875)."""
    x = 0.0
    for _ in range(100_000):
        after = float(np.polynomial.polynomial.polyval(x, children))
        if abs(after - x) < 1e-14:
            break
        x = after
    return x


def among_few(households: int, pressure: float) -> list[float]:
    """Return P(1), … P(households + 1) of the number of grievances where all households are tied to all others.

    Each that is drawn in presses every other once with `pressure`, used up by its Exp(1) draw. The household of the
    first is pressed by all but itself, and may be drawn in a second time. By generations (Abbey 1952): whom pressure
    meets first does not matter for how many it draws in (Sellke 1983).
    """
    others = households - 1
    now = {(others, 1, True, True): 1.0}  # not drawn in yet; new ones; own household not yet; is it the first's turn
    sizes = [0.0] * (households + 1)
    while now:
        after: dict[tuple[int, int, bool, bool], float] = {}
        for (left, new, own, first), weight in now.items():
            drawn = -math.expm1(-pressure * new)
            at_home = drawn if own and not first else 0.0
            for home, share in ((0, 1.0 - at_home), (1, at_home)):
                if share <= 0.0:
                    continue
                for k, chance in enumerate(binomial(left, drawn).tolist()):
                    if k + home == 0:
                        sizes[others - left + (0 if own else 1)] += weight * share * chance
                    else:
                        state = (left - k, k + home, own and not home, False)
                        after[state] = after.get(state, 0.0) + weight * share * chance
        now = {state: weight for state, weight in after.items() if weight > 1e-15}
    return sizes


def crowd(people: int, first: int, reached: Callable[[int], float]) -> list[float]:
    """Return P(0), … P(people) of how many join `first` who stand up; `reached(r)`: chance that r are enough for one.

    The least r = first + number with a threshold of at most r (Granovetter 1978), exactly: everybody of k has joined if
    all thresholds are within reach of k and no fewer hold out (Daniels 1967; Lefevre and Picard 1990).
    """
    with localcontext() as context:
        context.prec = 80
        within = [Decimal(reached(first + k)) for k in range(people + 1)]
        joined: list[Decimal] = []
        for k in range(people + 1):
            total = within[k] ** k if k else Decimal(1)
            for j in range(k):
                total -= math.comb(k, j) * joined[j] * (within[k] - within[j]) ** (k - j)
            joined.append(total)
        rest = [(1 - within[k]) ** (people - k) if people > k else Decimal(1) for k in range(people + 1)]
        return [float(math.comb(people, k) * joined[k] * rest[k]) for k in range(people + 1)]


def families(children: Array) -> Array:
    """Return the mean number of a family that one of each type begins, itself included: rows of (1 - M)^-1 summed."""
    total: Array = np.linalg.inv(np.eye(len(children)) - children).sum(axis=1)
    return total


def merged(chances: list[float], least: float) -> list[tuple[int, int]]:
    """Return neighbouring classes joined so that each has a chance of `least` at the least: (first, end) of each."""
    groups, first, total = [], 0, 0.0
    for k, chance in enumerate(chances):
        total += chance
        if total >= least:
            groups.append((first, k + 1))
            first, total = k + 1, 0.0
    if groups and first < len(chances):
        groups[-1] = (groups[-1][0], len(chances))
    return groups
