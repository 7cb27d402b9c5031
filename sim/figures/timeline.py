"""Decides what the timeline shows: disputes voiced and lodged above home a day, and the lines, smoothed, arm by arm.

Plain data only; how it is drawn: `timeline_drawing`. Day 0 is the start of the cohort; policies start on it or later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.errors import FengqiaoError
from sim.figures.words import Credit, Words, columns_of, credit_of
from sim.names import Forum
from sim.policies.grammar import cut, read_call

if TYPE_CHECKING:
    from sim.analysis import Comparison

WINDOW: Final = 29
"""Days of the centred mean that smooths a series: about a month, an odd number so that it has a middle."""
BEFORE: Final = 180
"""Days of the burn-in that are shown before day 0."""

VOICED: Final = Words("每天说出的纠纷", "disputes voiced a day")
ABOVE: Final = Words("每天到本应层级之上提出的（行政、域外）", "lodged above home a day (administrative, outside)")
LINE: Final = Words("{}：排队案件", "{}: cases in line")


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """One quantity: `values` one smoothed series an arm, over the days of the picture. `wide`: on a row of its own."""

    title: Words
    values: tuple[tuple[float, ...], ...]
    wide: bool

    @property
    def top(self) -> float:
        """The largest value."""
        return max((max(series) for series in self.values if series), default=0.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Arm:
    """One arm; `starts`: days on which its policies begin, ascending, () for none."""

    arm: str
    title: Words
    diagnostic: bool
    starts: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """The whole picture. `days` of the values; the cohort is born on days 0 to `cohort` - 1."""

    credit: Credit
    arms: tuple[Arm, ...]
    days: tuple[int, ...]
    cohort: int
    charts: tuple[Chart, ...]


def prepare(result: Comparison) -> Timeline:
    """Return the timeline of a comparison: means over its seeds, smoothed; `BEFORE` days before day 0 as far as run."""
    arms = tuple(_arm(arm) for arm in result["arms"])
    specs = [arm.arm for arm in arms]
    first = int(result["daily"][specs[0]]["first_day"])
    length = min(len(result["daily"][spec]["mean"]["voiced"]) for spec in specs)
    begin = max(0, -BEFORE - first)
    levels = result["levels_of_tree"]
    columns = columns_of(result["books"][specs[0]], levels)
    breaks = sorted({day - first for arm in arms for day in arm.starts})

    def chart(title: Words, names: Sequence[str], *, wide: bool) -> Chart:
        values = tuple(_shown(result["daily"][spec]["mean"], names, (begin, length), breaks) for spec in specs)
        return Chart(title=title, values=values, wide=wide)

    lines = [
        chart(Words(LINE.zh.format(column.name.zh), LINE.en.format(column.name.en)), [f"line_{kind}"], wide=False)
        for kind, column in zip(_kinds(result["books"][specs[0]]), columns, strict=True)
    ]
    return Timeline(
        credit=credit_of(result.data),
        arms=arms,
        days=tuple(range(first + begin, first + length)),
        cohort=int(result["scenario"]["cohort"]),
        charts=(
            chart(VOICED, ["voiced"], wide=True),
            chart(ABOVE, ["lodged_above", "lodged_outside"], wide=True),
            *lines,
        ),
    )


def smoothed(values: Sequence[float], breaks: Sequence[int] = (), window: int = WINDOW) -> tuple[float, ...]:
    """Return the centred mean over `window` (odd) days; near the ends over those of them that there are.

    No mean reaches over one of `breaks` (positions, ascending): what a policy does must not be seen before it starts.
    """
    sums = np.concatenate(([0.0], np.cumsum(np.asarray(values, dtype=np.float64))))
    edges = [0, *(one for one in breaks if 0 < one < len(values)), len(values)]
    half, found = window // 2, []
    for first, end in pairwise(edges):
        for at in range(first, end):
            low, high = max(first, at - half), min(end, at + half + 1)
            found.append(float((sums[high] - sums[low]) / (high - low)))
    return tuple(found)


def starts_of(spec: str) -> tuple[int, ...]:
    """Return the days on which the policies of an arm begin, ascending; () for the baseline and where none is told."""
    try:
        calls = [read_call(piece) for piece in cut(spec, "+")]
        return tuple(sorted({int(dict(call.arguments).get("start", "0")) for call in calls if call.name != "baseline"}))
    except (FengqiaoError, ValueError):
        return ()


def _arm(arm: Mapping[str, Any]) -> Arm:
    return Arm(
        arm=str(arm["spec"]),
        title=Words(str(arm["title"]["zh"]), str(arm["title"]["en"])),
        diagnostic=arm["standing"] == "diagnostic",
        starts=starts_of(str(arm["spec"])),
    )


def _shown(
    daily: Mapping[str, Sequence[float]], names: Sequence[str], days: tuple[int, int], breaks: Sequence[int]
) -> tuple[float, ...]:
    """Return the smoothed sum of series on `days` (first, end) of the run; the days before serve the smoothing."""
    total = np.sum([np.asarray(daily[name][: days[1]], dtype=np.float64) for name in names], axis=0)
    return smoothed(total.tolist(), breaks)[days[0] :]


def _kinds(books: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the names of the lines in the daily series, in the order of the books."""
    behind = (Forum.COURT, Forum.PREFILING, Forum.ARBITRATION, Forum.RECONSIDERATION)
    own = {forum: forum.name.lower() for forum in behind}
    return [own.get(Forum(int(book["forum"])), f"slot{int(book['slot'])}") for book in books]
