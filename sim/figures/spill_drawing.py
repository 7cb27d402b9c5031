"""Decides how spill stands on the sheet: a field a family, the figures beneath, and what a change was turned into.

Seeds are joined from arm to arm, so that a reader sees the paired change and not only the spread of the society.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from sim.figures.frame import MARGIN
from sim.figures.furniture import SMALL, Scale, Swatch, closing, heading, legend, round_ticks, stroke, tick_text
from sim.figures.palette import DARK, INK, ORANGE, PAPER, RULE, SKY, SOFT, VERMILLION, arm_style
from sim.figures.paper import POINT, Paper
from sim.figures.spill import FAMILIES, GROUPS, Arm, Range, Rate, SpillPicture
from sim.figures.words import Words, signed, two_digits

NAMES, FIELD, BETWEEN = 1.75, 2.1, 0.3
"""Width of the arms' names, of a family's field, and the space between (inches)."""
_LEFT: Final = MARGIN + NAMES + BETWEEN
_LINE: Final = 0.15

TITLE: Final = Words("外溢：三类，从不相加", "Spill: three families, never added up")
LEAD: Final = Words(
    "当事人到本应层级之上提出的纠纷，每 1,000 成年人年。三类各有刻度，不都从零起。",
    "Disputes that a party lodged above their home level, per 1,000 adult-years. Every family has its own scale; not"
    " all begin at zero.",
)
MEAN: Final = Words("均值与 95 % 区间（随机种子）", "mean and 95% interval over seeds")
NO_RANGE: Final = Words("均值（一个种子，没有区间）", "mean (one seed: no interval)")
SEEDS: Final = Words("同一种子在各方案下", "one seed under every arm")
FIGURES: Final = Words("水平，与基线之差", "level, and change from the baseline")
LAWFUL: Final = Words("其中依法复核 {}；另有途中被拦 {}", "of which lawful review {} · stopped {}")
BECAME: Final = Words(
    "外溢的变化成了什么（每 1,000 个根案家族，四项之和为零）",
    "what the change was turned into (per 1,000 root families; sums to zero)",
)
SHARES: Final = Words("份额：化解 {}，隐藏 {}，转移 {}", "shares: resolve {}, hide {}, moved {}")
UNTOLD: Final = Words("外溢与基线分不开：不算份额", "spill cannot be told from the baseline: no shares")
DIAGNOSTIC: Final = Words("诊断用", "diagnostic")
GREY: Final = Words(
    "灰字：与基线分不开。份额 = 该项变化 ÷ 外溢的减少，三项之和为 100%。",
    "Grey: cannot be told from the baseline. Share: change of the group over the fall of spill; the three sum to 100%.",
)
MEANT: Final = Words(
    "域外：提到{}。被拦：在途中被拦下，不计入任何一类。",
    "Outside: lodged {}. Stopped: turned back on the way, counted in no family.",
)
GROUP_FILLS: Final = {"spilled": VERMILLION, "resolved": SKY, "hidden": DARK, "moved": ORANGE}


def width(data: SpillPicture) -> float:  # noqa: ARG001 - every picture tells its width by its data
    """Return the width of the sheet in inches."""
    return 2 * MARGIN + NAMES + len(FAMILIES) * (FIELD + BETWEEN)


def draw(paper: Paper, data: SpillPicture) -> None:
    """Draw the whole picture and give the sheet its length."""
    y = heading(paper, TITLE, LEAD)
    y = legend(paper, _signs(paper, data), y - 0.10) - 0.34
    for at, name in enumerate(FAMILIES):
        paper.write(_LEFT + at * (FIELD + BETWEEN), y, paper.say(FAMILIES[name]), size=10, bold=True)
    y = _fields(paper, data, y - 0.12)
    y = _figures(paper, data, y - 0.2)
    compares = any(arm.became is not None for arm in data.arms)
    if compares:
        y = _changes(paper, data, y - 0.14)
    meant = Words(MEANT.zh.format(data.outside.zh), MEANT.en.format(data.outside.en))
    closing(paper, [meant, GREY] if compares else [meant], data.credit, y - 0.06)


def _signs(paper: Paper, data: SpillPicture) -> list[tuple[Swatch, str]]:
    rates = [rate for arm in data.arms for rate in arm.rates.values()]
    ranged = any(rate.level.known for rate in rates)
    entries: list[tuple[Swatch, str]] = [(_mean_sign if ranged else _dot_sign, paper.say(MEAN if ranged else NO_RANGE))]
    if any(len(rate.seeds) > 1 for rate in rates) and len(data.arms) > 1:
        entries.append((stroke(SOFT, 0.6), paper.say(SEEDS)))
    return entries


def _mean_sign(paper: Paper, x: float, y: float) -> None:
    paper.line([(x, y + 0.04), (x + 0.2, y + 0.04)], colour=INK, width=2.4, z=3)
    paper.dot(x + 0.1, y + 0.04, 0.045, fill=PAPER, z=4)


def _dot_sign(paper: Paper, x: float, y: float) -> None:
    paper.dot(x + 0.1, y + 0.04, 0.045, fill=PAPER, z=4)


def _named(paper: Paper, data: SpillPicture, heights: Sequence[float]) -> None:
    """Write the arms' names beside rows whose middles are at `heights`."""
    for at, (arm, y) in enumerate(zip(data.arms, heights, strict=True)):
        lines = paper.wrap(paper.say(arm.title), NAMES - 0.16, 8.6, bold=True)
        paper.box(MARGIN, y - 0.055, 0.1, 0.11, fill=arm_style(at)[0], z=3)
        first = y + 0.5 * _LINE * (len(lines) - 1) - 0.36 * 8.6 * POINT
        for row, line in enumerate(lines):
            paper.write(MARGIN + 0.16, first - _LINE * row, line, size=8.6, bold=True)


# -- the fields ------------------------------------------------------------------------------------------
def _fields(paper: Paper, data: SpillPicture, top: float) -> float:
    """Draw all families side by side, one line an arm; return where they end."""
    heights = [top - 0.2 - 0.36 * at for at in range(len(data.arms))]
    bottom = heights[-1] - 0.2
    _named(paper, data, heights)
    for at, name in enumerate(FAMILIES):
        left = _LEFT + at * (FIELD + BETWEEN)
        _family(paper, [arm.rates[name] for arm in data.arms], (left, left + FIELD), (top, bottom), heights)
    return bottom - 0.15


def _family(
    paper: Paper,
    rates: Sequence[Rate],
    across: tuple[float, float],
    down: tuple[float, float],
    heights: Sequence[float],
) -> None:
    """Draw one family between `across` (left, right) and `down` (top, bottom), the arms at `heights`."""
    scale = _scale(rates, *across)
    ticks = round_ticks(scale.low, scale.high, 4)
    for tick in ticks:
        x = scale.at(tick)
        paper.line([(x, down[0]), (x, down[1])], colour=RULE, width=0.5, z=0.5)
        paper.write(x, down[1] - 0.13, tick_text(tick, ticks), size=7.4, colour=SOFT, centre=True)
    paper.line([(across[0], down[1]), (across[1], down[1])], colour=RULE, width=0.8, z=0.5)
    for values in zip(*(rate.seeds for rate in rates), strict=False):
        paper.line([(scale.at(v), y) for v, y in zip(values, heights, strict=True)], colour=SOFT, width=0.5, z=2)
    for at, (rate, y) in enumerate(zip(rates, heights, strict=True)):
        colour = arm_style(at)[0]
        for value in rate.seeds:
            paper.dot(scale.at(value), y, 0.016, fill=SOFT, edge=SOFT, z=3)
        if rate.level.known:
            ends = (max(scale.low, rate.level.low), min(scale.high, rate.level.high))
            paper.line([(scale.at(end), y) for end in ends], colour=colour, width=2.6, z=4)
        if math.isfinite(rate.level.mean):
            paper.dot(scale.at(rate.level.mean), y, 0.05, fill=PAPER, edge=colour, z=5)


def _scale(rates: Sequence[Rate], left: float, right: float) -> Scale:
    """Return a scale that holds every mean, interval and seed; rates do not go below 0, so neither does it."""
    found = [value for rate in rates for value in (rate.level.mean, rate.level.low, rate.level.high, *rate.seeds)]
    known = [max(0.0, value) for value in found if math.isfinite(value)] or [0.0]
    low, high = min(known), max(known)
    pad = 0.12 * (high - low) or 0.25 * abs(high) or 0.5
    return Scale(low=max(0.0, low - pad), high=high + pad, start=left, end=right)


# -- the figures -----------------------------------------------------------------------------------------
def _figures(paper: Paper, data: SpillPicture, top: float) -> float:
    """Write levels and changes beneath their fields; return where they end."""
    paper.write(MARGIN, top - 0.12, paper.say(FIGURES), size=8.6, colour=SOFT)
    y = top - 0.2
    for at, arm in enumerate(data.arms):
        deep = 0.62 if arm.became is not None else 0.47
        rows = _named_one(paper, arm, at, y)
        for place, name in enumerate(FAMILIES):
            _figure(paper, arm, name, _LEFT + place * (FIELD + BETWEEN), y - 0.17)
        y -= max(deep, 0.12 + _LINE * rows)
    return y


def _figure(paper: Paper, arm: Arm, name: str, x: float, y: float) -> None:
    rate = arm.rates[name]
    paper.write(x, y, _ranged(paper, two_digits(rate.level.mean), rate.level), size=8.6, bold=True)
    if rate.change is not None:
        y -= _LINE
        text = _ranged(paper, signed(rate.change.mean), rate.change)
        paper.write(x, y, text, size=8.6, colour=INK if rate.told else SOFT)
    if name == "administrative":
        text = paper.say(LAWFUL).format(_rate_text(arm.lawful), _rate_text(arm.stopped))
        paper.write(x, y - _LINE, text, size=7.4, colour=SOFT)


def _ranged(paper: Paper, mean: str, level: Range) -> str:
    if not level.known:
        return mean
    return f"{mean} ({two_digits(level.low)} {paper.say(('至', 'to'))} {two_digits(level.high)})"


def _rate_text(value: float) -> str:
    return "0" if value < 0.005 else two_digits(value)


# -- what became of it -----------------------------------------------------------------------------------
def _changes(paper: Paper, data: SpillPicture, top: float) -> float:
    """Draw the changes of the four groups, one scale for all, with the shares beneath; return where they end."""
    paper.write(MARGIN, top - 0.14, paper.say(BECAME), size=10, bold=True)
    changed = [(at, arm) for at, arm in enumerate(data.arms) if arm.became is not None]
    most = max(abs(value) for _, arm in changed for value in (arm.became or {}).values()) or 1.0
    step = (paper.width - MARGIN - _LEFT) / len(GROUPS)
    half = 0.5 * step - 0.42  # a number stands outside each bar
    for place, (words, _) in enumerate(GROUPS.values()):
        paper.write(_LEFT + (place + 0.5) * step, top - 0.36, paper.say(words), size=8.6, colour=SOFT, centre=True)
    y = top - 0.44
    for at, arm in changed:
        rows = _named_one(paper, arm, at, y)
        for place, (group, value) in enumerate((arm.became or {}).items()):
            zero, middle = _LEFT + (place + 0.5) * step, y - 0.14
            long = half * value / most
            paper.box(min(zero, zero + long), middle - 0.065, abs(long), 0.13, fill=GROUP_FILLS[group], edge=INK, z=3)
            paper.line([(zero, middle - 0.11), (zero, middle + 0.11)], colour=INK, width=0.8, z=4)
            x = zero + long + (0.05 if value >= 0 else -0.05)
            paper.write(x, middle - 0.04, signed(value), size=8.2, right=value < 0)
        said = paper.say(UNTOLD)
        if arm.shares is not None:
            said = paper.say(SHARES).format(*(f"{two_digits(100.0 * share)}%" for share in arm.shares))
        paper.write(_LEFT, y - 0.41, said, size=SMALL, colour=SOFT)
        y -= max(0.52, 0.12 + _LINE * rows)
    return y


def _named_one(paper: Paper, arm: Arm, at: int, y: float) -> int:
    """Begin an arm's row of a table with a rule and its name; return how many lines the name has."""
    paper.line([(MARGIN, y), (paper.width - MARGIN, y)], colour=RULE, width=0.6, z=1)
    paper.box(MARGIN, y - 0.175, 0.1, 0.11, fill=arm_style(at)[0], z=3)
    lines = paper.wrap(paper.say(arm.title), NAMES - 0.16, 8.6, bold=True)
    for row, line in enumerate(lines):
        paper.write(MARGIN + 0.16, y - 0.17 - _LINE * row, line, size=8.6, bold=True)
    if arm.diagnostic:
        paper.write(MARGIN + 0.16, y - 0.17 - _LINE * len(lines), paper.say(DIAGNOSTIC), size=7.4, colour=SOFT)
    return len(lines) + int(arm.diagnostic)
