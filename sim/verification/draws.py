"""The keyed draws: even, unrelated along every part of the key, of their stated laws; no key is met twice in a run."""

from __future__ import annotations

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim import draws
from sim.verification.check import Check, Curve, Looked
from sim.verification.classes import curve_of, even, shared, tally
from sim.verification.keys import look_keys
from sim.verification.ulps import look_exp, look_log

Array = npt.NDArray[Any]

PARTS: Final = ("seed", "purpose", "entity", "counter")
_START: Final = {"seed": 11, "purpose": 3, "entity": 0x9E3779B97F4A7C15, "counter": 1 << 48}
"""Where a walk along one part begins; steps are of 1, as ids of a table or visits of a claim would be."""
_CLASSES: Final = 64
_SIDE: Final = 8


def _walk(part: str, n: int, **others: int) -> Array:
    """Return n uniforms along one part of the key, the other three fixed."""
    at = {**_START, **others}
    rows = [{**at, part: at[part] + i} for i in range(n)]
    return np.array([draws.uniform(row["seed"], row["purpose"], row["entity"], row["counter"]) for row in rows])


def _look_even(size: int) -> Looked:
    by_part = {part: tally(_walk(part, size), _CLASSES) for part in PARTS}
    parts = tuple(even(f"class furthest off along the {part}", seen) for part, seen in by_part.items())
    same = [1.0 / _CLASSES] * _CLASSES
    curves = tuple(curve_of(f"along the {part}", "class of a draw", seen, same) for part, seen in by_part.items())
    return Looked(size=size, parts=parts, curves=curves[2:])


def _pairs(one: Array, other: Array) -> list[int]:
    """Counts of the cells of the square into which pairs fall."""
    cell = (one * _SIDE).astype(np.int64) * _SIDE + (other * _SIDE).astype(np.int64)
    return np.bincount(cell, minlength=_SIDE * _SIDE).tolist()  # type: ignore[no-any-return]


def _look_serial(size: int) -> Looked:
    """Serial test: pairs of neighbours (overlapping ones are not independent, so each draw is in one pair)."""
    parts, curves = [], []
    for part in PARTS:
        row = _walk(part, 2 * size)
        parts.append(even(f"neighbours along the {part}", _pairs(row[0::2], row[1::2])))
        far = row[: 2 * size - 2 * size % 4].reshape(-1, 4)
        lag = np.concatenate([far[:, [0, 2]], far[:, [1, 3]]])
        parts.append(even(f"neighbours but one along the {part}", _pairs(lag[:, 0], lag[:, 1])))
    purpose = _walk("entity", size), _walk("entity", size, purpose=_START["purpose"] + 1)
    counter = _walk("entity", size), _walk("entity", size, counter=_START["counter"] + 1)
    parts.append(even("the same entity for two purposes", _pairs(*purpose)))
    parts.append(even("the same entity at two counters", _pairs(*counter)))
    for what, (one, other) in {"two purposes": purpose, "two counters": counter}.items():
        shown = slice(0, 8 * (size // 8))
        order = np.argsort(one[shown], kind="stable").reshape(8, -1)
        x = one[order].mean(axis=1)
        curves.append(
            Curve(
                what=f"mean of one draw by the other: {what}", x_label="the one", y_label="mean of the other",
                x=tuple(x.tolist()), seen=tuple(other[order].mean(axis=1).tolist()), expected=(0.5,) * 8,
                error=(math.sqrt(8 / (12 * size)),) * 8,
            )
        )  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _look_avalanche(size: int) -> Looked:
    """Every one-bit change of every part of the key, `size` keys each: bits that change are Binomial(64, 1/2)."""
    chances = [math.comb(64, k) / 2.0**64 for k in range(65)]
    low, high = 20, 44
    grouped = [sum(chances[: low + 1]), *chances[low + 1 : high], sum(chances[high:])]
    parts, curves = [], []
    for place, part in enumerate(PARTS):
        seen = [0] * len(grouped)
        for n in range(size):
            key = [11 + n, 3 + n % 50, draws.mix64(n), n << 48]
            before = draws.key(*key)
            for bit in range(64):
                turned = list(key)
                turned[place] ^= 1 << bit
                changed = (int(before) ^ int(draws.key(*turned))).bit_count()
                seen[min(max(changed, low), high) - low] += 1
        parts.append(shared(f"bits that a changed bit of the {part} changes", seen, grouped))
        at = [float(low + k) for k in range(len(seen))]
        curves.append(curve_of(f"a changed bit of the {part}", "bits that change", seen, grouped, at))
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves[2:]))


_LAWS: Final[dict[str, Callable[[float], float]]] = {
    "exponential": lambda x: 1.0 - math.exp(-x),
    "gumbel": lambda x: math.exp(-math.exp(-x)),
    "normal": NormalDist().cdf,
}
"""Distribution function of each law, by the name of its draw."""


def _look_laws(size: int) -> Looked:
    parts, curves = [], []
    for purpose, (name, cumulative) in enumerate(_LAWS.items()):
        law = getattr(draws, name)
        drawn = [law(5, purpose, n, 0) for n in range(size)]
        made_even = np.array([cumulative(x) for x in drawn])
        parts.append(even(f"class furthest off, {name}", tally(made_even, _CLASSES)))
        ranked = np.sort(np.array(drawn))
        at = ranked[(np.arange(1, 60) * size) // 60]
        shares = np.searchsorted(ranked, at, side="right") / size
        expected = [cumulative(float(x)) for x in at]
        curves.append(
            Curve(what=name, x_label="draw", y_label="share at or below", x=tuple(at.tolist()),
                  seen=tuple(shares.tolist()), expected=tuple(expected))
        )  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _check(name: str, look: Callable[[int], Looked], size: int, most: int, slow: int, **words: Any) -> Check:
    return Check(name=f"draws.{name}", room="draws", look=look, size=size, most=most, slow=slow, **words)


CHECKS: Final = (
    _check(
        "even", _look_even, 20_000, 80_000, 400_000,
        claim="Draws are even on (0, 1) along every part of their key.",
        claim_zh="沿键的每一部分，抽数在 (0, 1) 上都是均匀的。",
        formula="P(u in a class of width 1/64) = 1/64",
        source="Pearson 1900; Knuth 1997, 3.3.1 and 3.3.2 A",
        power="classes off by one part in fifteen (root mean square)",
        size_of="draws along each part",
    ),
    _check(
        "serial", _look_serial, 10_000, 80_000, 200_000,
        claim="Neighbouring draws are unrelated along every part, and so is one entity's luck for two purposes.",
        claim_zh="相邻抽数沿每一部分都互不相干，同一主体在两种用途上的运气亦然。",
        formula="P(two draws in a cell of width 1/8 x 1/8) = 1/64",
        source="Knuth 1997, 3.3.2 B (serial test)",
        power="cells off by one part in ten: a correlation of 0.1",
        size_of="pairs along each part",
    ),
    _check(
        "avalanche", _look_avalanche, 240, 960, 2_000,
        claim="One changed bit of any part changes each bit of the key with chance one half.",
        claim_zh="键的任一部分改动一位，结果每一位改变的机会都是一半。",
        formula="changed bits are Binomial(64, 1/2)",
        source="Webster and Tavares 1985 (strict avalanche); Steele, Lea and Flood 2014",
        power="one bit in a hundred whose change leaves the key nearly as it was",
        size_of="keys, each turned at 64 bits of each part",
    ),
    _check(
        "laws", _look_laws, 20_000, 80_000, 400_000,
        claim="Exponential, Gumbel and normal draws have the laws of these names.",
        claim_zh="指数、Gumbel 与正态抽数各合其名。",
        formula="F(x) = 1 - exp(-x); exp(-exp(-x)); Phi(x)",
        source="inversion: Devroye 1986, II.2; AS 241: Wichura 1988",
        power="classes off by one part in fifteen (root mean square)",
        size_of="draws of each law",
    ),
    _check(
        "keys", look_keys, 1, 1, 2,
        claim="In a run no two draws have one key, and no two disputes, causes, people or posts one id.",
        claim_zh="一次运行中，没有两次抽数同键，也没有两件纠纷、两个事由、两个人或两个岗位同号。",
        formula="0 collisions: expected n^2 / 2^65 among n keys, 1e-4 at n = 6e7",
        source="birthday bound: Mises 1939",
        power="one collision",
        size_of="1: a town, four years; 2: Zhuji",
    ),
    _check(
        "exp", look_exp, 6_000, 6_000, 100_000,
        claim="exp_ is within one unit in the last place of e^x wherever it says so, and at its ends what it says.",
        claim_zh="exp_ 在所述范围内与 e^x 相差不到末位一个单位，两端如其所述。",
        formula="|exp_(x) - e^x| < 1 ulp for -708 <= x <= 709.7827; 0 below, inf above",
        source="fdlibm e_exp.c (Sun Microsystems 1993): error below 1 ulp; truth by 50-digit arithmetic",
        power="an error of one unit in the last place at one of the points",
        size_of="points over the whole range",
    ),
    _check(
        "log", look_log, 6_000, 6_000, 100_000,
        claim="log_ is within one unit in the last place of ln x over all doubles, subnormal ones included.",
        claim_zh="log_ 对一切双精度数（含次正规数）与 ln x 相差不到末位一个单位。",
        formula="|log_(x) - ln x| < 1 ulp for 2^-1074 <= x < 2^1024; -inf at 0, nan below",
        source="fdlibm e_log.c (Sun Microsystems 1993): error below 1 ulp; truth by 50-digit arithmetic",
        power="an error of one unit in the last place at one of the points",
        size_of="points over the whole range",
    ),
)  # fmt: skip
