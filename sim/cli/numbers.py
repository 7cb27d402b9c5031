"""How a number is written for people: two significant digits for what the model says, and no number where none is."""

from __future__ import annotations

import math
from typing import Final

NOTHING: Final = "–"
"""Stands where there is no number."""


def plain(value: float | bool) -> str:
    """Write an input as it was given."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else f"{value:g}"


def rounded(value: float, digits: int = 2) -> str:
    """Write an outcome with `digits` significant digits and no exponent: 13264 is 13,000, 0.0123 is 0.012."""
    if not math.isfinite(value):
        return NOTHING
    if value == 0:
        return "0"
    shown = float(f"{value:.{digits - 1}e}")
    places = digits - 1 - math.floor(math.log10(abs(shown)))
    return f"{shown:,.{max(0, places)}f}"


def percent(share: float) -> str:
    """Write a share as whole percent."""
    return NOTHING if not math.isfinite(share) else f"{round(100 * share)}%"


def with_range(text: str, low: str, high: str) -> str:
    """Write a figure with its interval; without it where there is none."""
    return text if NOTHING in (low, high) else f"{text} ({low}…{high})"


def signed(value: float) -> str:
    """Write a change with its sign."""
    text = rounded(value)
    return text if value <= 0 or text == NOTHING else f"+{text}"
