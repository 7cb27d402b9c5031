"""Decides how an effect is worked out and written: paired over seeds, mean with a 95 % interval, and its sign."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sim.analysis import Interval, interval

Row = dict[str, float]
NONE: Final = "–"


@dataclass(frozen=True, kw_only=True)
class Unit:
    """How a figure is shown: its words, the factor on it, its decimals, and the unit after it."""

    words: str
    scale: float = 1.0
    digits: int = 2
    sign: str = ""


def level(rows: Sequence[Row], name: str) -> Interval:
    """Return the level of a figure over seeds; seeds in which it has no denominator are left out."""
    return interval([row[name] for row in rows if math.isfinite(row[name])])


def effect(before: Sequence[Row], after: Sequence[Row], name: str) -> Interval:
    """Return the paired change of a figure; pairs in which one half has no denominator are left out."""
    gaps = [b[name] - a[name] for a, b in zip(before, after, strict=True)]
    return interval([gap for gap in gaps if math.isfinite(gap)])


def shown_level(found: Interval, unit: Unit) -> str:
    """Return a mean, with its unit."""
    return NONE if math.isnan(found.mean) else f"{unit.scale * found.mean:.{unit.digits}f}{unit.sign}"


def shown(found: Interval, unit: Unit, *, signed: bool = True) -> str:
    """Return mean and interval; an effect (`signed`) is bold where it can be told from 0, bare where all are 0."""
    if math.isnan(found.mean):
        return NONE
    if signed and found.mean == 0.0 and not found.sd > 0.0:
        return "0"
    mean, low, high = (_number(unit.scale * one, unit.digits, signed) for one in (found.mean, found.low, found.high))
    text = f"**{mean}**" if signed and found.told_from_zero else mean
    return text if math.isnan(found.low) else f"{text} [{low}, {high}]"


def _number(value: float, digits: int, signed: bool) -> str:
    """Return a number as text; what rounds to 0 has no sign."""
    text = f"{value:{'+' if signed else ''}.{digits}f}"
    return f"{0.0:.{digits}f}" if float(text) == 0.0 else text
