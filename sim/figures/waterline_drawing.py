"""Decides where the waterline's parts stand on the sheet, from top to bottom; what they are: `waterline`, `thread`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sim.figures.frame import MARGIN, Frame, across, frames_of, rows_of, sheet_width
from sim.figures.furniture import SMALL, closing, filled, heading, legend, panel_titles, stroke
from sim.figures.palette import BOOKS, HIDDEN, INK, SOFT, STOPPED, WATER, WATERLINE
from sim.figures.paper import POINT, Paper
from sim.figures.thread import PARTIES
from sim.figures.thread_drawing import name, rest, strip
from sim.figures.waterline import PART_WORDS, Bar, Panel, Waterline
from sim.figures.words import BOOKS as BOOKS_WORD
from sim.figures.words import TRUE, Words, percent, two_digits

TALL: Final = 1.85
"""Height of the tallest bar (inches); the depth below the line has the same scale."""
LEAST: Final = 0.5
"""Fewer than these, per 1,000 disputes, are not drawn as stopped on the way."""
_NUMBER: Final = 9.0

TITLE: Final = Words("水面之上，水面之下", "Above the waterline, and below it")
LEAD: Final = Words(
    "每说出 1,000 起纠纷：水面之上是账面上各级办结（记作化解）的案件，水面之下是其中没有了结的。"
    "一事可几次立案，一级可超过 1,000。",
    "For every 1,000 disputes voiced: above the line, the cases that the books of each level closed as settled; below"
    " it, those of them that were not. One dispute may come as a case more than once, so a level may close more than"
    " 1,000.",
)
QUARREL: Final = Words(
    "红线：同一起纠纷在各方案下的去向。{what}，甲诉乙，标的约 {stake} 元{home}。"
    "天数从说出来那天算起；实心点：了结，到最后一天未再起；空心点：未了。一例只作说明，不是证据。",
    "The thread: one and the same quarrel under every arm. {what}, A against B, over about {stake} yuan{home}. Days"
    " count from the day it was voiced. A solid end: settled, not back by the last day; a hollow one: not"
    " settled. One case illustrates; it is no evidence.",
)
NOTE: Final = Words(
    "大字：调解组织和信访机构受理的案件中，账面记作化解的，与自愿了结（或败而服）且一年内没有回流的。",
    "Large figures, of all cases of mediation and petition offices: booked as settled, beside settled freely (or lost"
    " and felt fair) and not back within a year.",
)
STOPPED_WORDS: Final = Words("途中被拦，不入任何账册", "stopped on the way, in no book")
BASE_TICK: Final = Words("基线的位置", "where the baseline stands")
ABOVE: Final = Words("账面办结", "booked as settled")
BELOW: Final = Words("其实未了", "of which not")
ENDS: Final = Words(
    "每 100 起纠纷：\n化解 {} · 忍了 {} · 压下 {}", "of 100 disputes:\n{} resolved · {} given up · {} suppressed"
)


def draw(paper: Paper, data: Waterline) -> None:
    """Draw the whole picture and give the sheet its length."""
    y = _head(paper, data)
    for row in rows_of(data.panels):
        y = _row(paper, data, row, y)
    closing(paper, [NOTE], data.credit, y)


def width(data: Waterline) -> float:
    """Return the width of the sheet in inches."""
    return sheet_width(len(data.panels), _panel_width(data))


def _panel_width(data: Waterline) -> float:
    least = 0.45 * _columns(data)  # what a column's name and number need
    return max(least, {1: 5.8, 2: 3.9, 3: 2.8}.get(across(len(data.panels)), 2.25))


def _columns(data: Waterline) -> int:
    """Return how many columns a panel has: the parties, the kinds of line, and outside where a thread leads there."""
    bars = len(data.panels[0].bars)
    threads = [panel.thread for panel in data.panels if panel.thread]
    far = any(knot.column == bars for thread in threads for knot in thread.knots)
    return bars + (2 if far else 1)


def _head(paper: Paper, data: Waterline) -> float:
    """Write title, lead and legend, and say what the thread is; return where they end."""
    y = heading(paper, TITLE, LEAD)
    entries = [(filled(BOOKS, edge="none"), paper.say(Words("账面办结", "closed, say the books")))]
    bars = [bar for panel in data.panels for bar in panel.bars]
    padded = any(bar.hidden[list(PART_WORDS).index("padded")] > 0.0 for bar in bars)
    shown = {part: words for part, words in PART_WORDS.items() if part != "padded" or padded}
    entries += [(filled(*HIDDEN[part]), paper.say(words)) for part, words in shown.items()]
    if any(panel.stopped >= LEAST for panel in data.panels):
        entries.append((filled(*STOPPED), paper.say(STOPPED_WORDS)))
    if len(data.panels) > 1:
        entries.append((stroke(INK), paper.say(BASE_TICK)))
    y = legend(paper, entries, y - 0.10)
    if data.quarrel is not None:
        wall = ("一堵围墙引起的邻里纠纷", "Neighbours over a wall")
        what = paper.say(wall if data.quarrel.wall else ("一起纠纷", "One dispute"))
        home = paper.say((f"，本该在{data.home.zh}一级了结", f", home level: {data.home.en}")) if data.home else ""
        text = paper.say(QUARREL).format(what=what, stake=two_digits(data.quarrel.stake), home=home)
        y = paper.paragraph(MARGIN, y - 0.10, text, paper.width - 2 * MARGIN, size=8.6, colour=INK)
    return y - 0.10


def _row(paper: Paper, data: Waterline, panels: Sequence[Panel], top: float) -> float:
    """Draw one row of panels from `top` down; return where it ends."""
    frames = frames_of(len(panels), _panel_width(data), _columns(data))
    y = panel_titles(paper, [(panel.title, panel.diagnostic) for panel in panels], frames, top)
    below = strip(paper, data, panels, frames, y) if any(panel.thread for panel in panels) else y
    scale = TALL / data.height if data.height else 0.0
    line = below - 0.22 - TALL
    bottom = line - max(0.75, data.depth * scale + 0.26)
    _sea(paper, line, bottom)
    for panel, frame in zip(panels, frames, strict=True):
        _bars(paper, panel, data.panels[0], frame, line, scale)
        rest(paper, panel, frame, below, line, scale)
    if panels[0].stopped < LEAST:
        _sides(paper, frames[0], line)
    return min(_foot(paper, panel, frame, bottom) for panel, frame in zip(panels, frames, strict=True)) - 0.16


# -- above and below the water ---------------------------------------------------------------------------
def _sea(paper: Paper, line: float, bottom: float) -> None:
    """Draw one water under all panels, from edge to edge of the sheet, darker with depth."""
    deep = line - bottom
    for at, colour in enumerate(WATER):
        top = line - deep * at / len(WATER)
        paper.box(0.0, bottom, paper.width, top - bottom, fill=colour, z=0.1 + 0.01 * at)
    paper.line([(0.0, line), (paper.width, line)], colour=WATERLINE, width=1.8, z=3.5)


def _bars(paper: Paper, panel: Panel, base: Panel, frame: Frame, line: float, scale: float) -> None:
    for at, bar in enumerate(panel.bars):
        other = base.bars[at] if panel is not base and at < len(base.bars) else bar
        _bar(paper, bar, other, frame, at, line, scale)
    if panel.stopped >= LEAST:
        deep, middle = panel.stopped * scale, frame.middle(PARTIES)
        box = (middle - 0.5 * frame.bar, line - deep, frame.bar, deep)
        paper.box(*box, fill=STOPPED[0], hatch=STOPPED[1], edge=INK, z=3)
        paper.write(middle, line - deep - 0.15, two_digits(panel.stopped), size=_NUMBER, bold=True, centre=True)


def _bar(paper: Paper, bar: Bar, base: Bar, frame: Frame, at: int, line: float, scale: float) -> None:
    """Draw a bar and its reflection; where `base` is another one, a tick at its height and depth."""
    middle, wide = frame.middle(at), frame.bar
    left = middle - 0.5 * wide
    tall, high, deep = bar.closed.reported * scale, base.closed.reported * scale, base.depth * scale
    paper.box(left, line, wide, tall, fill=BOOKS, z=2)
    text = two_digits(bar.closed.reported)
    paper.write(middle, line + max(tall, high) + 0.055, text, size=_NUMBER, bold=True, colour=BOOKS, centre=True)
    y = line
    for part, (fill, hatch) in zip(bar.hidden, HIDDEN.values(), strict=True):
        paper.box(left, y - part * scale, wide, part * scale, fill=fill, hatch=hatch, z=2)
        y -= part * scale
    paper.line([(left, line), (left, y), (left + wide, y), (left + wide, line)], colour=INK, width=0.6, z=3)
    lowest = min(y, line - deep) - 0.15
    paper.write(middle, lowest, two_digits(bar.depth), size=_NUMBER, bold=True, centre=True)
    if base is not bar:
        for level in (line + high, line - deep):
            paper.line([(left - 0.04, level), (left + wide + 0.04, level)], colour=INK, width=1.1, z=4)


def _sides(paper: Paper, frame: Frame, line: float) -> None:
    """Say once what is above and what is below, in the free column of the parties."""
    step = 1.2 * SMALL * POINT
    left = 0.4 * MARGIN
    room = frame.lane(PARTIES) - left - 0.07  # the thread may come down beside it
    above = paper.wrap(paper.say(ABOVE), room, SMALL)
    for at, text in enumerate(above):
        paper.write(left, line + 0.08 + step * (len(above) - 1 - at), text, size=SMALL, colour=BOOKS)
    for at, text in enumerate(paper.wrap(paper.say(BELOW), room, SMALL)):
        paper.write(left, line - 0.17 - step * at, text, size=SMALL, colour=INK)


def _foot(paper: Paper, panel: Panel, frame: Frame, top: float) -> float:
    """Name the columns, set the pair in large figures, the true ends of disputes beneath; return where it ends."""
    lines = [
        name(paper, bar.column.name, frame.middle(at), top - 0.14, frame.pitch, upward=False)
        for at, bar in enumerate(panel.bars)
    ]
    half, y = frame.left + 0.5 * frame.width, top - 0.3 - 0.12 * max(lines, default=1)
    paper.write(half - 0.12, y, paper.say(BOOKS_WORD), size=8.8, colour=BOOKS, right=True)
    paper.write(half + 0.12, y, paper.say(TRUE), size=8.8)
    paper.write(half - 0.12, y - 0.4, percent(panel.rate.reported), size=27, bold=True, colour=BOOKS, right=True)
    paper.write(half + 0.12, y - 0.4, percent(panel.rate.true), size=27, bold=True)
    paper.line([(half, y + 0.11), (half, y - 0.42)], colour=INK, width=0.8)
    shares = (percent(share).removesuffix("%") for share in panel.ends)
    for at, text in enumerate(paper.say(ENDS).format(*shares).split("\n")):
        paper.write(half, y - 0.64 - 0.15 * at, text, size=SMALL, colour=SOFT, centre=True)
    return y - 0.8
