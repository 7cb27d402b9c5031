"""Decides how sure a difference is: a t-interval over paired seeds, and words of confidence by agreement of signs.

`definitions` 5 and 11: the unit of inference is the seed; every interval says what varied in it; the words are earned
over parameter sets and structures, so within one set there is only "seed only".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

Varied = Literal["seed", "parameter", "both"]

LEVEL: Final = 0.95
"""Coverage of the intervals."""

_T_975: Final = (
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448,
    2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484,
    2.0452, 2.0423,
)  # fmt: skip
"""97.5 % points of Student's t for 1 to 30 degrees of freedom (any table; a test holds them against scipy)."""

ROBUST, LIKELY, UNDETERMINED, SEED_ONLY = "robust", "likely", "undetermined", "seed only"

WORDS: Final[dict[str, tuple[str, str]]] = {
    ROBUST: ("稳健：至少 95 % 的参数组合方向一致", "robust: at least 95 % of parameter sets agree on the sign"),
    LIKELY: ("较可能：至少 80 % 的参数组合方向一致", "likely: at least 80 % of parameter sets agree on the sign"),
    UNDETERMINED: ("不能判定：本模型分辨不出", "undetermined: this model cannot separate them"),
    SEED_ONLY: (
        "只有一组参数：区间只含随机种子，不含参数的不确定",
        "one parameter set: intervals show seeds only, not what is unknown about parameters",
    ),
}
"""(zh, en) of each word of confidence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """Mean of `n` values with a t-interval; `low`, `high` are nan where n < 2. `varied`: what differed between them."""

    mean: float
    low: float
    high: float
    sd: float
    n: int
    varied: Varied = "seed"

    @property
    def told_from_zero(self) -> bool:
        """Whether the interval leaves 0 out; never with fewer than two values."""
        return not (math.isnan(self.low) or self.low <= 0.0 <= self.high)


NO_LESS: Final = (0.0, math.inf)
"""Where a count, a rate or a cost can lie."""
A_SHARE: Final = (0.0, 1.0)
"""Where a share can lie."""


def interval(
    values: Sequence[float], varied: Varied = "seed", *, within: tuple[float, float] = (-math.inf, math.inf)
) -> Interval:
    """Return mean and 95 % t-interval of values, one a seed (nan where one of them is not a number).

    `within`: what the quantity cannot leave; the part of an interval beyond it says nothing, and is left out.
    """
    found = np.asarray(values, dtype=np.float64)
    n = len(found)
    mean = float(found.mean()) if n else float("nan")
    if n < 2:
        return Interval(mean=mean, low=float("nan"), high=float("nan"), sd=float("nan"), n=n, varied=varied)
    sd = float(found.std(ddof=1))
    half = t_975(n - 1) * sd / math.sqrt(n)
    low, high = max(mean - half, min(mean, within[0])), min(mean + half, max(mean, within[1]))
    return Interval(mean=mean, low=low, high=high, sd=sd, n=n, varied=varied)


def t_975(freedom: int) -> float:
    """Return the 97.5 % point of Student's t (Fisher and Cornish's expansion beyond the table: error below 1e-5)."""
    if freedom <= len(_T_975):
        return _T_975[freedom - 1]
    z = 1.959963984540054
    one = (z**3 + z) / 4.0
    two = (5.0 * z**5 + 16.0 * z**3 + 3.0 * z) / 96.0
    three = (3.0 * z**7 + 19.0 * z**5 + 17.0 * z**3 - 15.0 * z) / 384.0
    return z + one / freedom + two / freedom**2 + three / freedom**3


def variance_ratio(base: Sequence[float], arm: Sequence[float]) -> float:
    """Return Var(arm - base) / (Var(arm) + Var(base)) over paired seeds: below 1 where pairing helps.

    nan with fewer than three seeds or where nothing varies.
    """
    if len(base) < 3:
        return float("nan")
    one, two = np.asarray(base, dtype=np.float64), np.asarray(arm, dtype=np.float64)
    apart = float(one.var(ddof=1) + two.var(ddof=1))
    return float((two - one).var(ddof=1)) / apart if apart > 0.0 else float("nan")


def confidence(effects: Sequence[float]) -> str:
    """Return the word for effects over parameter sets and structures, one effect a set: by how many share its sign."""
    if len(effects) < 2:
        return SEED_ONLY
    signs = np.sign(np.asarray(effects, dtype=np.float64))
    agreement = max(float(np.mean(signs > 0)), float(np.mean(signs < 0)))
    return ROBUST if agreement >= 0.95 else LIKELY if agreement >= 0.80 else UNDETERMINED
