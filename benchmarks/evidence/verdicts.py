"""Decides when a pattern appears: a part is a figure, a change or a ratio, and where it should lie.

A part *appears* where its whole 95 % interval lies on the expected side of its bound, is *contrary* where all of it
lies on the other, and *is not told* otherwise. A pattern appears if all of its parts do.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from benchmarks.evidence.runs import Variant
from sim.analysis import Interval, interval

Row = dict[str, float]
Rows = Callable[[Variant], Sequence[Row]]
Sense = Literal["above", "below", "inside"]

APPEARS, CONTRARY, NOT_TOLD = "appears", "contrary", "not told"
BASE: Final = Variant()


@dataclass(frozen=True, kw_only=True)
class Part:
    """One measured piece of a claim.

    `figure` of `variant`; with `than` (another variant) and/or `less` (another figure) what is taken from it, seed by
    seed; `ratio` divides instead. The statistic should lie `sense` the `bound` (for "inside" between two).
    """

    words: str
    figure: str
    variant: Variant = BASE
    less: str = ""
    than: Variant | None = None
    ratio: bool = False
    sense: Sense = "above"
    bound: float = 0.0
    top: float = 0.0
    percent: bool = False
    digits: int = 2

    def statistic(self, rows: Rows) -> Interval:
        """Return the statistic over seeds; seeds in which a half has no denominator are left out."""
        mine = [row[self.figure] for row in rows(self.variant)]
        if self.than is None and not self.less:
            return interval([one for one in mine if math.isfinite(one)])
        other = [row[self.less or self.figure] for row in rows(self.than or self.variant)]
        pairs = [(a, b) for a, b in zip(mine, other, strict=True) if math.isfinite(a) and math.isfinite(b)]
        return interval([a / b if self.ratio else a - b for a, b in pairs if b or not self.ratio])

    def verdict(self, found: Interval) -> str:
        """Return whether the interval lies where the claim says."""
        low, high = (found.mean, found.mean) if found.sd == 0.0 else (found.low, found.high)
        if math.isnan(low):
            return NOT_TOLD
        if self.sense == "inside":
            if self.bound <= low and high <= self.top:
                return APPEARS
            return CONTRARY if high < self.bound or low > self.top else NOT_TOLD
        above, below = low > self.bound, high < self.bound
        if self.sense == "above":
            return APPEARS if above else CONTRARY if below else NOT_TOLD
        return APPEARS if below else CONTRARY if above else NOT_TOLD

    def shown(self, found: Interval) -> str:
        """Return mean and interval in the unit of the statistic."""
        if math.isnan(found.mean):
            return "–"
        change = bool(self.less or self.than) and not self.ratio
        scale, sign = (100.0, " points" if change else " %") if self.percent else (1.0, " ×" if self.ratio else "")
        mark = "+" if change else ""
        mean, low, high = (f"{scale * one:{mark}.{self.digits}f}" for one in (found.mean, found.low, found.high))
        return f"{mean}{sign} [{low}, {high}]"

    def expected(self) -> str:
        """Return what the claim asks of the statistic."""
        scale = 100.0 if self.percent else 1.0
        if self.sense == "inside":
            return f"{scale * self.bound:g} to {scale * self.top:g}"
        return f"{'>' if self.sense == 'above' else '<'} {scale * self.bound:.3g}"


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """One stylised fact. `put_in`: what of it is assumed, so that its appearing is no evidence; `needs`: what lacks."""

    number: int
    claim: str
    parts: tuple[Part, ...] = ()
    put_in: str = ""
    needs: str = ""

    def verdict(self, parts: Sequence[str]) -> str:
        """Return the verdict of the whole from those of its parts."""
        if self.needs:
            return f"needs {self.needs}"
        shown = sum(one == APPEARS for one in parts)
        if shown == len(parts):
            return APPEARS
        against = sum(one == CONTRARY for one in parts)
        word = f"in part ({shown} of {len(parts)})" if shown else "does not appear"
        return f"{word}, contrary in {against}" if against else word
