"""Decides how the timeline stands on the sheet: charts over one clock, a line an arm, cohort shaded, starts marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sim.figures.frame import MARGIN
from sim.figures.furniture import Scale, Swatch, closing, filled, heading, legend, level_axis, round_ticks, stroke
from sim.figures.palette import INK, RULE, SHADE, SOFT, arm_style
from sim.figures.paper import Paper
from sim.figures.timeline import WINDOW, Chart, Timeline
from sim.figures.words import DIAGNOSTIC, Words

WIDE: Final = 8.5
"""Width of a chart on a row of its own (inches)."""
AXIS: Final = 0.46
"""Room for the values of an axis (inches)."""
ACROSS: Final = 4
"""Most small charts in a row."""

TITLE: Final = Words("逐日", "Day by day")
LEAD: Final = Words(
    "{window} 天滑动均值，不跨办法起始日。第 0 天起为观察期（浅灰），其间产生的纠纷作为一批跟踪；之前是基线下的预热。",
    "Means over {window} days, none across a start of policies. Day 0 begins the cohort (shaded: the days on which it"
    " is born); before it is burn-in under the baseline.",
)
START: Final = Words("办法起始：第 {} 天", "policies start: day {}")
COHORT: Final = Words("观察期", "days of the cohort")
DAY: Final = Words("天", "day")


def width(data: Timeline) -> float:  # noqa: ARG001 - every picture tells its width by its data
    """Return the width of the sheet in inches."""
    return 2 * MARGIN + WIDE


def draw(paper: Paper, data: Timeline) -> None:
    """Draw the whole picture and give the sheet its length."""
    lead = Words(LEAD.zh.format(window=WINDOW), LEAD.en.format(window=WINDOW))
    y = legend(paper, _signs(paper, data), heading(paper, TITLE, lead) - 0.10) - 0.1
    for chart in data.charts:
        if chart.wide:
            _chart(paper, data, chart, (MARGIN + AXIS, MARGIN + WIDE), (y - 0.36, y - 1.5))
            y -= 1.86
    small = [chart for chart in data.charts if not chart.wide]
    rows = -(-len(small) // ACROSS)
    most = -(-len(small) // rows) if rows else 1
    step = WIDE / most
    for at, chart in enumerate(small):
        row, place = divmod(at, most)
        left, top = MARGIN + place * step, y - 1.72 * row
        _chart(paper, data, chart, (left + AXIS, left + step - 0.12), (top - 0.36, top - 1.36))
    closing(paper, [], data.credit, y - 1.72 * rows - 0.06)


def _signs(paper: Paper, data: Timeline) -> list[tuple[Swatch, str]]:
    entries: list[tuple[Swatch, str]] = []
    for at, arm in enumerate(data.arms):
        colour, dashes = arm_style(at)
        extra = f" ({paper.say(DIAGNOSTIC)})" if arm.diagnostic else ""
        entries.append((stroke(colour, 1.6, dashes), paper.say(arm.title) + extra))
    entries.append((filled(SHADE, edge=RULE), paper.say(COHORT)))
    starts = sorted({day for arm in data.arms for day in arm.starts})
    if starts:
        text = paper.say(START).format(paper.say(("、", ", ")).join(map(str, starts)))
        entries.append((_start_sign, text))
    return entries


def _start_sign(paper: Paper, x: float, y: float) -> None:
    paper.line([(x + 0.1, y - 0.02), (x + 0.1, y + 0.12)], colour=INK, width=1.2, z=3)


def _chart(paper: Paper, data: Timeline, chart: Chart, across: tuple[float, float], down: tuple[float, float]) -> None:
    """Draw one chart between `across` (left, right) and `down` (top, bottom)."""
    time = Scale(low=data.days[0], high=data.days[-1], start=across[0], end=across[1])
    scale = Scale(low=0.0, high=1.08 * chart.top or 1.0, start=down[1], end=down[0])
    size = 10.0 if chart.wide else 8.6
    paper.write(across[0] - AXIS + 0.02, down[0] + 0.1, paper.say(chart.title), size=size, bold=True)
    shaded = (time.at(0), time.at(min(data.cohort, data.days[-1])))
    paper.box(shaded[0], down[1], shaded[1] - shaded[0], down[0] - down[1], fill=SHADE, z=0.2)
    level_axis(paper, scale, across[0], across[1], round_ticks(0.0, scale.high, 4))
    for start in sorted({day for arm in data.arms for day in arm.starts}):
        if data.days[0] <= start <= data.days[-1]:
            paper.line([(time.at(start), down[1]), (time.at(start), down[0])], colour=INK, width=1.2, z=2)
    for at, series in enumerate(chart.values):
        colour, dashes = arm_style(at)
        points = [(time.at(day), scale.at(value)) for day, value in zip(data.days, series, strict=True)]
        paper.line(points, colour=colour, width=1.4 if chart.wide else 1.1, dashes=dashes, z=3 + 0.1 * at)
    paper.line([(across[0], down[1]), (across[1], down[1])], colour=SOFT, width=0.8, z=2)
    _days(paper, time, round_days(data.days, 8 if chart.wide else 3), down[1])


def _days(paper: Paper, time: Scale, ticks: Sequence[int], y: float) -> None:
    for at, tick in enumerate(ticks):
        x = time.at(tick)
        paper.line([(x, y), (x, y - 0.04)], colour=SOFT, width=0.8, z=2)
        text = f"{paper.say(DAY)} {tick}" if at == 0 and paper.lang == "en" else f"{tick}"
        text = f"第 {tick} 天" if at == 0 and paper.lang == "zh" else text
        paper.write(x, y - 0.16, text.replace("-", "−"), size=7.4, colour=SOFT, centre=True)


def round_days(days: Sequence[int], most: int) -> tuple[int, ...]:
    """Return round days (steps of 90, 180, 365 or more) that lie in `days`, at most `most` of them; day 0 is one."""
    span = days[-1] - days[0]
    step = next((step for step in (30, 90, 180, 365) if span // step < most), max(1, span // most))
    return tuple(day for day in range(-step * (-days[0] // step), days[-1] + 1, step) if day >= days[0])
