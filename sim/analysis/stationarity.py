"""Decides whether the burn-in has settled: the slope of each series over its last 360 days (`definitions` 4).

A series passes if its slope is within ±2 % of its mean a year, or not told from 0. "Not told from 0" holds for all
series together: eleven series at two standard errors each would reject most steady worlds by chance, so the level of
5 % is shared among them (Bonferroni), with Student's t for few seeds or blocks, and blocks that follow one another
closely count for less (see docs/decisions/0016). A stock that remembers for years is allowed the walk that its own
comings and goings make (0022). Going on for another year, and when to give up, is the caller's loop.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.load import LineLoad
from sim.analysis.rho import overloaded
from sim.errors import NotStationary, complain
from sim.records import KINDS_OF_LINE, Series

Array = npt.NDArray[Any]

WINDOW: Final = 360
"""Days that are tested (definitions 4)."""
BLOCK: Final = 30
"""Days of a block where there are too few seeds for a standard error over seeds."""
FEW: Final = 5
"""Seeds from which on the standard error is taken over seeds."""
DRIFT: Final = 0.02
"""Largest drift a year, as a share of the mean."""
LEVEL: Final = 0.05
"""Chance that a steady world is called drifting, over all its series."""
CLOSEST: Final = 0.9
"""Largest correlation of neighbouring blocks that is believed."""
DAYS_A_YEAR: Final = 365.0

STOCKS: Final = ("lumped_stock", "suppressed_stock")
"""Series that remember for years: chance comings and goings move them, and they do not come back within a year."""

_FORUM_GROUPS: Final = ("sessions", "line")


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesTest:
    """One series: mean, slope and its standard error a year (in the series' own unit), and whether it passes."""

    name: str
    mean: float
    slope: float
    error: float
    passes: bool

    @property
    def drift(self) -> float:
        """Slope a year over the mean; nan for a series that is 0."""
        return self.slope / self.mean if self.mean else float("nan")


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What the test found. `failing` and `exempt` are names of series; `seeds` how many were joined."""

    tests: tuple[SeriesTest, ...]
    exempt: tuple[str, ...]
    seeds: int

    @property
    def failing(self) -> tuple[str, ...]:
        """Names of the series that still drift."""
        return tuple(test.name for test in self.tests if not test.passes)

    @property
    def settled(self) -> bool:
        """Whether no series drifts."""
        return not self.failing

    def raise_if_drifting(self, place: str, days: int) -> None:
        """Raise NotStationary, naming the series, if one drifts after `days` days of burn-in."""
        if self.settled:
            return
        drifts = ", ".join(f"{t.name} {100 * t.drift:+.1f} % a year" for t in self.tests if not t.passes)
        rule = f"a society must settle within {days} days of burn-in"
        repair = "Raise time.burn_in_max, or look for a forum that cannot serve what it is asked to (scenario check)"
        raise NotStationary(complain(place, rule, drifts, repair))


def stationary(series: Sequence[Series], *, loads: Sequence[LineLoad] = (), days: int = WINDOW) -> Verdict:
    """Return the verdict over the last `days` days before day 0 of each seed's series (one Series a seed).

    `loads`: kinds of line with ρ >= 1 are exempt, and so are the series that they feed (their sessions, and the lumped
    and suppressed stocks); give them only where the scenario allows overload. Series that stay 0 are left out.
    """
    if not series:
        raise ValueError("stationarity needs the series of at least one seed")
    exempt = _exempt(loads)
    found: dict[str, Array] = {}
    for name in _tested(series[0]):
        rows = np.stack([one.between(name, -days, 0).astype(np.float64) for one in series])
        if name not in exempt and rows.shape[1] >= 2 and rows.any():
            found[name] = rows
    tests = [_test(name, rows, len(found)) for name, rows in found.items()]
    return Verdict(tests=tuple(tests), exempt=tuple(sorted(exempt & set(_tested(series[0])))), seeds=len(series))


def _tested(series: Series) -> tuple[str, ...]:
    lines = [f"{group}_{kind}" for group in _FORUM_GROUPS for kind in KINDS_OF_LINE]
    wanted = ("voiced", *lines, *STOCKS)
    return tuple(name for name in wanted if name in series.columns)


def _exempt(loads: Sequence[LineLoad]) -> set[str]:
    over = overloaded(loads)
    names = {f"{group}_{line.kind}" for line in over for group in _FORUM_GROUPS}
    return names | set(STOCKS) if over else names


def _test(name: str, rows: Array, tests: int) -> SeriesTest:
    """Test one of `tests` series, `rows` float64[seeds, days]."""
    if len(rows) >= FEW:
        slopes = np.array([_slope(row) for row in rows])
        slope, error = float(slopes.mean()), float(slopes.std(ddof=1)) / math.sqrt(len(slopes))
        freedom = len(rows) - 1
    else:
        slope, error, freedom = _block_slope(rows.mean(axis=0))
        if name in STOCKS:
            error = _walk_error(rows.mean(axis=0))  # twelve blocks of a year tell nothing of so long a memory
    mean = float(rows.mean())
    steady = abs(slope) <= DRIFT * abs(mean) or abs(slope) <= critical(tests, freedom) * error
    return SeriesTest(name=name, mean=mean, slope=slope, error=error, passes=steady)


def critical(tests: int, freedom: int) -> float:
    """Largest |slope| / standard error that a steady world shows in all of `tests` series with chance 1 - LEVEL.

    Student's t by its expansion around the normal quantile (Abramowitz and Stegun 26.7.5), within 3 % from 4 degrees.
    """
    z = NormalDist().inv_cdf(1.0 - LEVEL / (2.0 * max(tests, 1)))
    v = float(max(freedom, 1))
    first = (z**3 + z) / 4.0
    second = (5.0 * z**5 + 16.0 * z**3 + 3.0 * z) / 96.0
    third = (3.0 * z**7 + 19.0 * z**5 + 17.0 * z**3 - 15.0 * z) / 384.0
    return z + first / v + second / v**2 + third / v**3


def _slope(values: Array, step: float = 1.0) -> float:
    """Return the least-squares slope a year of equally spaced values."""
    x = (np.arange(len(values)) - (len(values) - 1) / 2.0) * step
    return float((x * values).sum() / (x * x).sum()) * DAYS_A_YEAR


def _walk_error(values: Array) -> float:
    """Return the standard error a year of the slope of a walk whose daily steps are as large as these.

    The least-squares slope over T days of a walk with steps of variance s^2 has variance 6 s^2 / (5 T) a day: a stock
    of 9,000 that 33 enter and leave a day drifts by 1.3 % in a year with nothing wrong.
    """
    steps = np.diff(values)
    return DAYS_A_YEAR * math.sqrt(1.2 * float(steps.var()) / len(values))


def _unbiased(near: float, blocks: int) -> float:
    """Return the correlation of neighbours from that of what a fitted line leaves of so many blocks.

    It comes out too low by (2 + 4 r) / n, to first order: Kendall 1954 and Marriott and Pope 1954, for a line fitted.
    """
    return (blocks * near + 2.0) / (blocks - 4.0) if blocks > 4 else near


def _block_slope(values: Array) -> tuple[float, float, int]:
    """Return slope and standard error a year, and degrees of freedom, over means of thirty-day blocks.

    The error is widened by sqrt((1 + r) / (1 - r)), r the correlation of neighbouring residuals (never below 0).
    """
    blocks = len(values) // BLOCK
    step = float(BLOCK)
    if blocks < 3:
        means, step = values, 1.0
    else:
        means = values[-blocks * BLOCK :].reshape(blocks, BLOCK).mean(axis=1)
    slope = _slope(means, step)
    if len(means) < 3:
        return slope, 0.0, 1
    x = (np.arange(len(means)) - (len(means) - 1) / 2.0) * step
    rest = means - means.mean() - slope / DAYS_A_YEAR * x
    squares = float((rest * rest).sum())
    near = _unbiased(float((rest[1:] * rest[:-1]).sum()) / squares if squares > 0.0 else 0.0, len(means))
    near = min(max(near, 0.0), CLOSEST)
    error = math.sqrt(squares / (len(means) - 2) / float((x * x).sum()) * (1.0 + near) / (1.0 - near))
    return slope, error * DAYS_A_YEAR, len(means) - 2
