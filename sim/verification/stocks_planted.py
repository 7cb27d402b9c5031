"""Worlds that are steady by making, or drift by as much as was planted, before the test of stationarity.

A flow is Poisson, a line or a stock what comes and goes at constant hazards (its values correlate exp(-hazard) from day
to day, its variance is its mean), each as large as in a town of 67,000; the test sees series and nothing else.
"""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.stationarity import DRIFT as ALLOWED
from sim.analysis.stationarity import LEVEL, WINDOW, critical, stationary
from sim.records import Series
from sim.verification import theory_stocks as theory
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.societies import lots
from sim.verification.weigh import mean

Array = npt.NDArray[Any]

LUMPED: Final = 5000.0
SERIES: Final = {
    # mean, days that one stays (0: a flow)
    "voiced": (15.0, 0.0),
    "sessions_slot0": (12.0, 0.0),
    "sessions_slot1": (8.0, 0.0),
    "sessions_court": (2.0, 0.0),
    "line_slot0": (20.0, 4.0),
    "line_slot1": (15.0, 6.0),
    "line_court": (30.0, 20.0),
    "lumped_stock": (LUMPED, 700.0),
    "suppressed_stock": (1200.0, 400.0),
}
DRIFTING: Final = "lumped_stock"
DRIFTS: Final = (0.02, 0.04, 0.06, 0.08, 0.10)
PLANTED, FOUND = 0.10, 0.95
"""The drift a year, as a share of the mean, of which the test finds this share at least."""


def _normals(stream: int, n: int) -> Array:
    one, two = lots(stream, n), lots(stream + 1, n)
    values: Array = np.sqrt(-2.0 * np.log(one)) * np.cos(2.0 * math.pi * two)
    return values


def planted(worlds: int, drift: float, stream: int) -> list[Series]:
    """The series of so many worlds over the window; the lumped stock drifts by so much a year, the rest is steady."""
    grown: list[dict[str, Array]] = [{} for _ in range(worlds)]
    days = np.arange(WINDOW) - WINDOW
    for k, (name, (size, stay)) in enumerate(SERIES.items()):
        luck = _normals(1000 * stream + 2 * k, WINDOW * worlds).reshape(WINDOW, worlds)
        memory = math.exp(-1.0 / stay) if stay > 0.0 else 0.0
        values = np.empty_like(luck)
        values[0] = luck[0]
        for day in range(1, WINDOW):
            values[day] = memory * values[day - 1] + math.sqrt(1.0 - memory * memory) * luck[day]
        level = size * (1.0 + (drift * days / 365.0 if name == DRIFTING else 0.0 * days))
        counts = np.maximum(np.rint(level[:, None] + math.sqrt(size) * values), 0.0).astype(np.int64)
        for world in range(worlds):
            grown[world][name] = counts[:, world]
    return [Series(first_day=-WINDOW, columns=columns) for columns in grown]


def _share_found(worlds: int, drift: float, stream: int, seeds: int = 1) -> float:
    """Share of planted worlds that the test calls drifting in the series that drifts (in any, where none does)."""
    found, series = 0, planted(worlds * seeds, drift, stream)
    for world in range(worlds):
        verdict = stationary(series[world * seeds : (world + 1) * seeds])
        found += DRIFTING in verdict.failing if drift else not verdict.settled
    return found / worlds


def _at_most(share: float, bound: float, n: int) -> float:
    """Weight of a share being no more than `bound`: a lower one speaks as much for it as the bound itself."""
    return mean(max(share, bound), bound, math.sqrt(bound * (1.0 - bound) / n), 0.25)


def _size(size: int) -> Looked:
    alone = _share_found(size, 0.0, stream=1)
    together = _share_found(size // 4, 0.0, stream=2, seeds=6)
    parts = (
        Part(what="steady worlds called drifting, one seed", seen=alone, expected=LEVEL,
             weight=_at_most(alone, LEVEL, size)),
        Part(what="the same, six seeds", seen=together, expected=LEVEL, weight=_at_most(together, LEVEL, size // 4)),
    )  # fmt: skip
    return Looked(size=size, parts=parts)


def _power(size: int) -> Looked:
    found = _share_found(size, PLANTED, stream=3)
    weight = mean(min(found, FOUND), FOUND, math.sqrt(FOUND * (1.0 - FOUND) / size), 0.25)
    part = Part(what=f"drifts of {PLANTED:.0%} a year that are found", seen=found, expected=FOUND, weight=weight)
    return Looked(size=size, parts=(part,))


def _drift(size: int) -> Looked:
    """The whole curve of power, beside the normal law of a slope whose variance is that of the stock's own walk."""
    bound = max(ALLOWED * LUMPED, critical(len(SERIES), WINDOW // 30 - 2) * _walk())
    spread = theory.slope_error(WINDOW, LUMPED, math.exp(-1.0 / SERIES["lumped_stock"][1]))
    seen, law, errors, parts = [], [], [], []
    for k, drift in enumerate(DRIFTS):
        share = _share_found(size, drift, stream=10 + k)
        slope = drift * LUMPED
        chance = theory.normal_cdf((slope - bound) / spread) + theory.normal_cdf((-slope - bound) / spread)
        seen.append(share)
        law.append(chance)
        errors.append(math.sqrt(max(chance * (1.0 - chance), 1e-4) / size))
        weight = mean(share, chance, math.hypot(errors[-1], 0.02), 1.0)
        parts.append(Part(what=f"found at {drift:.0%} a year", seen=share, expected=chance, weight=weight))
    curve = Curve(
        what="a stock of 5,000 that 7 enter and leave a day",
        x_label="drift a year, share of the stock",
        y_label="share of worlds called drifting",
        x=DRIFTS,
        seen=tuple(seen),
        expected=tuple(law),
        error=tuple(errors),
    )
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


def _walk() -> float:
    """Standard error a year of the slope of a walk with the stock's own steps, rounding to whole cases included."""
    memory = math.exp(-1.0 / SERIES["lumped_stock"][1])
    steps = 2.0 * LUMPED * (1.0 - memory) + 1.0 / 6.0
    return 365.0 * math.sqrt(1.2 * steps / WINDOW)


SIZE: Final = Check(
    name="stocks.size",
    room="stocks",
    claim="The test of stationarity calls no more than one steady world in twenty drifting.",
    claim_zh="平稳性检验误判平稳世界为漂移者不超过二十分之一。",
    formula="P(any series fails | steady) ≤ 0.05, over nine series together (Bonferroni, Student's t)",
    source="Bonferroni 1936; the series are Poisson flows and immigration-death stocks (Kendall 1949)",
    power="a size of 0.08 with one seed; not lines that wander for months, which fail oftener (decision 24)",
    size_of="planted worlds",
    size=500,
    most=2000,
    slow=6000,
    look=_size,
)
POWER: Final = Check(
    name="stocks.power",
    room="stocks",
    claim="The test of stationarity finds a stock of 5,000 that drifts by a tenth a year, with one seed.",
    claim_zh="单一随机种子下，平稳性检验能发现每年漂移一成的五千存量。",
    formula="P(found | 10 % a year) ≥ 0.95",
    source="Neyman and Pearson 1933 (power at a stated departure)",
    power="a share found of 0.9",
    size_of="planted worlds",
    size=300,
    most=1200,
    slow=3000,
    look=_power,
)
DRIFT: Final = Check(
    name="stocks.drift",
    room="stocks",
    claim="How often a planted drift is found follows the normal law of a slope with the stock's own variance.",
    claim_zh="漂移被发现的机会服从以存量自身方差为准的斜率正态分布。",
    formula="P(|slope| > t·e), slope ~ N(drift, w'Σw), Σ = exp(−|i − j|/stay)·mean, e the error of its own walk",
    source="Gauss 1823 (least squares), variance of a correlated series; Abramowitz and Stegun 26.7.5 for t",
    power="a critical value off by a tenth",
    size_of="planted worlds a drift",
    size=160,
    most=1280,
    slow=2000,
    look=_drift,
)
