"""Decides what pictures have in common on the sheet: heading, legend, credit line, axes with round ticks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sim.figures.fonts import face
from sim.figures.frame import MARGIN, Frame
from sim.figures.palette import INK, RULE, SOFT
from sim.figures.paper import POINT, Paper
from sim.figures.words import DIAGNOSTIC, Credit, Words

SMALL: Final = 8.0
"""Type of notes and of words inside charts (points); readable at the width of a web page."""

Swatch = Callable[[Paper, float, float], None]
"""Draws a sign 0.2 inches wide at (x, y), y the baseline of its words."""


def heading(paper: Paper, title: Words, lead: Words) -> float:
    """Write title and lead; return where they end."""
    paper.write(MARGIN, -0.47, paper.say(title), size=17, bold=True)
    return paper.paragraph(MARGIN, -0.58, paper.say(lead), paper.width - 2 * MARGIN, size=9.2, colour=SOFT)


def legend(paper: Paper, entries: Iterable[tuple[Swatch, str]], top: float) -> float:
    """Draw swatches with their words, in as many lines as they need; return the last baseline."""
    x, y = MARGIN, top - 0.16
    for swatch, text in entries:
        wide = 0.26 + paper.measure(text, 8.4)
        if x + wide > paper.width - MARGIN and x > MARGIN:
            x, y = MARGIN, y - 0.2
        swatch(paper, x, y)
        paper.write(x + 0.26, y, text, size=8.4)
        x += wide + 0.24
    return y


def panel_titles(paper: Paper, titles: Sequence[tuple[Words, bool]], frames: Sequence[Frame], top: float) -> float:
    """Name the arms of a row, and say which are diagnostic (the second half); return where the names end."""
    wide = frames[0].width
    named = [paper.wrap(paper.say(title), wide, 11.5, bold=True) for title, _ in titles]
    for (_, diagnostic), frame, lines in zip(titles, frames, named, strict=True):
        for at, line in enumerate(lines):
            paper.write(frame.left, top - 0.2 - 0.2 * at, line, size=11.5, bold=True)
        if diagnostic:
            paper.write(frame.left, top - 0.17 - 0.2 * len(lines), paper.say(DIAGNOSTIC), size=SMALL, colour=SOFT)
    rows = [len(lines) + (0.85 if diagnostic else 0.0) for (_, diagnostic), lines in zip(titles, named, strict=True)]
    return top - 0.1 - 0.2 * max(rows)


def filled(fill: str, hatch: str = "", edge: str = INK) -> Swatch:
    """Return a swatch of an area."""
    return lambda paper, x, y: paper.box(x, y - 0.015, 0.2, 0.115, fill=fill, hatch=hatch, edge=edge, z=3)


def stroke(colour: str, width: float = 1.1, dashes: str | tuple[int, tuple[float, ...]] = "-") -> Swatch:
    """Return a swatch of a line."""
    return lambda paper, x, y: paper.line(
        [(x, y + 0.04), (x + 0.2, y + 0.04)], colour=colour, width=width, dashes=dashes, z=3
    )


def closing(paper: Paper, notes: Sequence[Words], credit: Credit, y: float) -> None:
    """Write notes and the credit line, and end the sheet there."""
    for text in (*(paper.say(note) for note in notes), credit.text(paper.lang, face().chinese)):
        y = paper.paragraph(MARGIN, y - 0.04, text, paper.width - 2 * MARGIN, size=SMALL, colour=SOFT)
    paper.trim(y - 0.16)


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """A straight axis: `low`…`high` lie `start`…`end` inches along the sheet."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value lies."""
        whole = self.high - self.low
        return self.start + (value - self.low) / whole * (self.end - self.start) if whole else self.start


def round_ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Return round values (steps of 1, 2 or 5) from within `low`…`high`, at most `most` of them; both ends if none."""
    span = high - low
    if not (math.isfinite(span) and span > 0.0):
        return (low,)
    power = 10.0 ** math.floor(math.log10(span / most))
    for step in (power * s for s in (1.0, 2.0, 5.0, 10.0, 20.0)):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first < most:
            break
    return tuple(round(at * step, 12) for at in range(first, last + 1)) or (low, high)


def tick_text(value: float, ticks: Sequence[float]) -> str:
    """Write a tick with as many decimals as its neighbours need."""
    step = min((abs(b - a) for a, b in pairwise(ticks)), default=abs(value) or 1.0)
    places = max(0, -math.floor(math.log10(step) + 1e-9)) if step > 0 else 0
    return f"{value:,.{places}f}"


def level_axis(paper: Paper, scale: Scale, left: float, right: float, ticks: Sequence[float]) -> None:
    """Draw level lines from `left` to `right` at ticks of an upright scale, their values to the left."""
    for tick in ticks:
        y = scale.at(tick)
        paper.line([(left, y), (right, y)], colour=RULE, width=0.5, z=1)
        paper.write(left - 0.06, y - 0.36 * SMALL * POINT, tick_text(tick, ticks), size=7.4, colour=SOFT, right=True)
