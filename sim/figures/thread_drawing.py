"""Decides how the thread runs over the sheet: from panel to panel, down each arm's turning points, to its rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sim.figures.frame import MARGIN, Frame
from sim.figures.furniture import SMALL
from sim.figures.palette import PAPER, RULE, SOFT, THREAD
from sim.figures.paper import POINT, Paper
from sim.figures.thread import GIVEN_UP, HELD, OPEN, PARTIES, STOPPED, Knot, Thread
from sim.figures.waterline import PARTS, Panel, Waterline
from sim.figures.words import PARTIES as PARTIES_WORD
from sim.figures.words import Words

NAME: Final = 7.4
"""Type of columns' names (points)."""
NEAR: Final = 0.1
"""A rest no farther from the waterline has no stroke to its bar: the bar's number stands there (inches)."""
WIDTH: Final = 1.1
"""Of the thread (points)."""
_STEP: Final = SMALL * POINT * 1.25


def strip(paper: Paper, data: Waterline, panels: Sequence[Panel], frames: Sequence[Frame], top: float) -> float:
    """Draw the common thread, the columns' names and every arm's turning points; return where the strip ends."""
    names = [PARTIES_WORD, *(bar.column.name for bar in panels[0].bars), data.outside][: frames[0].columns]
    most_lines = max(len(_broken(paper, words, frames[0].pitch)) for words in names)
    y = top - 0.24 - 1.15 * NAME * POINT * (most_lines - 1)
    paper.line([(MARGIN, y), (frames[-1].right, y)], colour=THREAD, width=WIDTH, z=4)
    paper.dot(MARGIN, y, 0.035, fill=THREAD, edge=THREAD, z=5)
    told = [_told(paper, panel.thread, frame) for panel, frame in zip(panels, frames, strict=True)]
    edges = [y - 0.04]
    for at in range(max(len(lines) for lines in told)):
        most = max(len(lines[at]) for lines in told if at < len(lines))
        edges.append(edges[-1] - 0.17 - most * _STEP)
    for panel, frame, lines in zip(panels, frames, told, strict=True):
        _names(paper, names, frame, y + 0.06, edges[-1])
        if panel.thread is not None:
            _way(paper, panel.thread, frame, lines, y, edges)
    return edges[-1]


def rest(paper: Paper, panel: Panel, frame: Frame, top: float, line: float, scale: float) -> None:
    """Draw the thread from the strip down to where it rests: beside a bar, above the water or below.

    `line` is where the waterline stands, `scale` the inches of one case.
    """
    thread = panel.thread
    if thread is None or thread.rest == OPEN:
        return
    column = _rest_column(thread)
    y = _resting_height(thread.rest, panel, column, line, scale)
    lane = frame.lane(column)
    paper.line([(lane, top), (lane, y)], colour=THREAD, width=WIDTH, z=5)
    tall = abs(y - line) > NEAR
    if tall and (0 <= column < len(panel.bars) or thread.rest == STOPPED):
        paper.line([(lane, y), (frame.middle(column) + 0.5 * frame.bar, y)], colour=THREAD, width=WIDTH, z=5)
    paper.dot(lane, y, 0.048, fill=THREAD if thread.rest == HELD else PAPER, edge=THREAD, z=7)


def name(paper: Paper, words: Words, x: float, y: float, room: float, *, upward: bool) -> int:
    """Name a column around `x`, in lines that fit; they grow `upward` or downward from `y`. Return their number."""
    lines = _broken(paper, words, room)
    step = 1.15 * NAME * POINT
    for at, line in enumerate(lines):
        lift = (len(lines) - 1 - at) * step if upward else -at * step
        paper.write(x, y + lift, line, size=NAME, colour=SOFT, centre=True)
    return len(lines)


def _broken(paper: Paper, words: Words, room: float) -> list[str]:
    return paper.wrap_evenly(paper.say(words), 0.96 * room, NAME)


def _names(paper: Paper, names: Sequence[Words], frame: Frame, y: float, bottom: float) -> None:
    """Name the columns over their lanes."""
    for at, words in enumerate(names):
        lane = frame.lane(at - 1)
        name(paper, words, lane, y, frame.pitch, upward=True)
        paper.line([(lane, y - 0.06), (lane, bottom)], colour=RULE, width=0.5, dashes=(0, (1, 3)), z=1)


def _told(paper: Paper, thread: Thread | None, frame: Frame) -> list[list[str]]:
    """Return the words of each knot, in lines that fit beside it."""
    if thread is None:
        return [["–"]]
    found = []
    for knot in thread.knots:
        gap = paper.say((f"（略 {knot.skipped} 步）", f"({knot.skipped} steps on) ")) if knot.skipped else ""
        day = gap + paper.say((f"第 {knot.day} 天", f"day {knot.day}:"))
        words, room = paper.say(knot.words), max(_sides(frame, knot))
        whole = f"{day} {words}"
        fits = paper.measure(whole, SMALL) <= room
        found.append([whole] if fits else [day, *paper.wrap_evenly(words, room, SMALL)])
    return found


def _sides(frame: Frame, knot: Knot) -> tuple[float, float]:
    """Return the room to the right and to the left of a knot."""
    lane = frame.lane(knot.column)
    return frame.right - lane - 0.09, lane - 0.09 - frame.left


def _way(
    paper: Paper, thread: Thread, frame: Frame, told: Sequence[Sequence[str]], start: float, edges: Sequence[float]
) -> None:
    """Draw the thread from the common one down to its last knot and, unless it is open, on to the end of the strip."""
    points = [(frame.lane(PARTIES), start)]
    for at, (knot, lines) in enumerate(zip(thread.knots, told, strict=True)):
        lane, top = frame.lane(knot.column), edges[at] - 0.045
        middle = 0.5 * (edges[at] + edges[at + 1]) - 0.02
        points += [(points[-1][0], top), (lane, top), (lane, middle)]
        _words(paper, frame, knot, lines, middle)
        paper.dot(lane, middle, 0.033, fill=PAPER, edge=THREAD, z=7)
    if thread.rest != OPEN:
        turn, last = edges[len(thread.knots)] + 0.02, frame.lane(_rest_column(thread))
        points += [(points[-1][0], turn), (last, turn), (last, edges[-1])]
    paper.line(points, colour=THREAD, width=WIDTH, z=4)


def _words(paper: Paper, frame: Frame, knot: Knot, lines: Sequence[str], middle: float) -> None:
    """Write the words of a knot beside it: to the right where they fit, else on the wider side."""
    right, left = _sides(frame, knot)
    wide = max(paper.measure(line, SMALL) for line in lines)
    at_right = wide <= right or right >= left
    x = frame.lane(knot.column) + (0.09 if at_right else -0.09)
    first = middle + 0.5 * _STEP * (len(lines) - 1) - 0.36 * SMALL * POINT
    for row, line in enumerate(lines):
        paper.write(x, first - row * _STEP, line, size=SMALL, clear=True, right=not at_right)


def _rest_column(thread: Thread) -> int:
    return PARTIES if thread.rest in (GIVEN_UP, STOPPED) else thread.knots[-1].column


def _resting_height(where: str, panel: Panel, column: int, line: float, scale: float) -> float:
    on_bar = 0 <= column < len(panel.bars)
    if where == HELD:
        return line + (max(0.08, 0.5 * panel.bars[column].closed.reported * scale) if on_bar else 0.12)
    if where == STOPPED:
        return line - max(0.09, 0.5 * panel.stopped * scale)
    if not on_bar or where not in PARTS:
        return line - 0.3
    at = list(PARTS).index(where)
    parts = panel.bars[column].hidden
    return line - max(0.09, (sum(parts[:at]) + 0.5 * parts[at]) * scale)
