"""Decides how the flow across levels stands on the sheet: homes at the left, ends at the right, up is up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sim.figures.flow import FlowPicture, Panel, Relation
from sim.figures.frame import Frame, across, frames_of, rows_of, sheet_width
from sim.figures.furniture import SMALL, closing, filled, heading, legend, panel_titles
from sim.figures.palette import INK, PAPER, RELATION, SOFT
from sim.figures.paper import POINT, Paper
from sim.figures.words import Words, percent, two_digits

TALL: Final = 2.6
"""Height of 1,000 disputes (inches)."""
APART: Final = 0.34
"""Least space between two nodes: a name in two lines fits (inches)."""
HEAD: Final = 0.46
"""From the arm's name to the highest node (inches)."""
TYPE: Final = 8.6
"""Of names and numbers (points), and how far their lines stand apart (inches)."""
STEP: Final = 1.25 * TYPE * POINT
NODE: Final = 0.13
"""Width of a node (inches)."""
CASING, HAIR = 0.9, 0.3
"""Widths of the white edge under a ribbon and of its own edge: the thinnest ribbon is still a line (points)."""

TITLE: Final = Words("纠纷本应在哪一级了结，实际停在哪里", "Where disputes belong, and where they end")
LEAD: Final = Words(
    "每 1,000 起说出的纠纷：左边是本应在哪一级了结，右边是最后在哪一级停下。向上流不等于坏：有的事只有上面有权办。",
    "Of 1,000 voiced disputes: at the left the level that could settle them, at the right the level where they came to"
    " rest. Up is not bad in itself: some matters can only be granted above.",
)
RELATION_WORDS: Final[dict[Relation, Words]] = {
    "above": Words("停在本应层级之上", "came to rest above home"),
    "home": Words("停在本应层级", "at home"),
    "below": Words("停在本应层级之下", "below home"),
}
HELD: Final = Words("实质了结（化解或接受）", "resolved, or lost and felt fair")
NOT_HELD: Final = Words("未了", "not")
HOMES: Final = Words("本应层级", "home level")
ENDS: Final = Words("停在", "came to rest")


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """A node: its top edge and its height in inches."""

    top: float
    height: float


def draw(paper: Paper, data: FlowPicture) -> None:
    """Draw the whole picture and give the sheet its length."""
    y = heading(paper, TITLE, LEAD)
    entries = [(filled(RELATION[name], edge="none"), paper.say(words)) for name, words in RELATION_WORDS.items()]
    entries += [(filled(INK), paper.say(HELD)), (filled(PAPER), paper.say(NOT_HELD))]
    y = legend(paper, entries, y - 0.10) - 0.12
    for row in rows_of(data.panels):
        frames = frames_of(len(row), _panel_width(data))
        top = panel_titles(paper, [(panel.title, panel.diagnostic) for panel in row], frames, y)
        y = min(_panel(paper, data, panel, frame, top) for panel, frame in zip(row, frames, strict=True)) - 0.12
    closing(paper, [], data.credit, y)


def width(data: FlowPicture) -> float:
    """Return the width of the sheet in inches."""
    return sheet_width(len(data.panels), _panel_width(data))


def _panel_width(data: FlowPicture) -> float:
    return {1: 6.4, 2: 4.2, 3: 3.1}.get(across(len(data.panels)), 2.7)


def _panel(paper: Paper, data: FlowPicture, panel: Panel, frame: Frame, top: float) -> float:
    """Draw one arm; return where it ends."""
    paper.write(frame.left, top - 0.16, paper.say(HOMES), size=SMALL, colour=SOFT)
    paper.write(frame.right, top - 0.16, paper.say(ENDS), size=SMALL, colour=SOFT, right=True)
    homes = [home for home in reversed(range(len(data.homes))) if panel.of_home(home) > 0.0]
    ends = [end for end in reversed(range(-1, len(data.ends) - 1)) if panel.at_end(end) > 0.0]
    bottom = top - HEAD - TALL - APART * (len(data.ends) - 1)
    if not homes:
        return bottom - 0.24
    left = _nodes([panel.of_home(home) for home in homes], [2] * len(homes), (top - HEAD, bottom))
    start = frame.left + max(paper.measure(paper.say(data.homes[home]), TYPE, bold=True) for home in homes) + 0.12
    room = max(0.62, *(min(0.85, paper.measure(paper.say(data.ends[end + 1]), TYPE, bold=True)) for end in ends))
    stop = frame.right - room - 0.08 - NODE
    lines = [1 + len(paper.wrap(paper.say(data.ends[end + 1]), room, TYPE, bold=True)) for end in ends]
    right = _nodes([panel.at_end(end) for end in ends], lines, (top - HEAD, bottom))
    _ribbons(paper, panel, (homes, left, start + NODE), (ends, right, stop))
    for home, node in zip(homes, left, strict=True):
        paper.box(start, node.top - node.height, NODE, node.height, fill=SOFT, z=4)
        _name(paper, data.homes[home], panel.of_home(home), start - 0.06, node, room, right=True)
    for end, node in zip(ends, right, strict=True):
        held = node.height * panel.held_at(end) / panel.at_end(end)
        paper.box(stop, node.top - node.height, NODE, node.height, fill=PAPER, edge=INK, z=4)
        paper.box(stop, node.top - held, NODE, held, fill=INK, z=4.1)
        _name(paper, data.ends[end + 1], panel.at_end(end), stop + NODE + 0.06, node, room, right=False)
    share = paper.say(Words("之上 {} · 本级 {} · 之下 {}", "above {} · at home {} · below {}"))
    text = share.format(*(percent(panel.share(name)) for name in RELATION_WORDS))
    lowest = min(bottom, bottom + 0.5 * (right[-1].height - STEP * lines[-1]))  # a thin node's name hangs below it
    paper.write(frame.left + 0.5 * frame.width, lowest - 0.2, text, size=SMALL, centre=True)
    return lowest - 0.24


def _nodes(amounts: Sequence[float], lines: Sequence[int], down: tuple[float, float]) -> list[Node]:
    """Return nodes from top to bottom: as far apart as their names' lines ask for, what is left shared out evenly."""
    heights = [amount * TALL / 1000.0 for amount in amounts]
    needs = [0.5 * (STEP * (a + b) + 0.06 - h - k) for (a, h), (b, k) in pairwise(zip(lines, heights, strict=True))]
    free = down[0] - down[1] - sum(heights)
    gaps, asking = [0.0] * len(needs), set(range(len(needs)))
    while asking:
        even = (free - sum(gaps)) / len(asking)
        tight = {at for at in asking if needs[at] > even}
        for at in tight:
            gaps[at] = needs[at]
        asking -= tight
        if not tight:
            for at in asking:
                gaps[at] = even
            break
    nodes, y = [], down[0]
    for height, gap in zip(heights, [*gaps, 0.0], strict=True):
        nodes.append(Node(top=y, height=height))
        y -= height + gap
    return nodes


def _ribbons(
    paper: Paper,
    panel: Panel,
    homes: tuple[Sequence[int], Sequence[Node], float],
    ends: tuple[Sequence[int], Sequence[Node], float],
) -> None:
    """Draw every ribbon from its share of the home's node to its share of the end's, none crossing without need."""
    leaves = {home: node.top for home, node in zip(homes[0], homes[1], strict=True)}
    meets = {end: node.top for end, node in zip(ends[0], ends[1], strict=True)}
    for one in sorted(panel.ribbons, key=lambda ribbon: (-ribbon.home, -ribbon.end)):
        thick = one.amount * TALL / 1000.0
        _ribbon(paper, (homes[2], leaves[one.home]), (ends[2], meets[one.end]), thick, RELATION[one.relation])
        leaves[one.home] -= thick
        meets[one.end] -= thick


def _ribbon(paper: Paper, start: tuple[float, float], stop: tuple[float, float], thick: float, fill: str) -> None:
    """Fill a band between two upper corners; a white edge parts it from what it crosses and takes nothing from it."""
    (x0, y0), (x1, y1) = start, stop
    half = 0.5 * (x0 + x1)
    above = [(x0, y0), (half, y0), (half, y1), (x1, y1)]
    below = [(x1, y1 - thick), (half, y1 - thick), (half, y0 - thick), (x0, y0 - thick)]
    outline, steps = [*above, *below, (x0, y0)], [1, 4, 4, 4, 2, 4, 4, 4, 79]
    for colour, wide in ((PAPER, CASING), (fill, HAIR)):
        paper.shape(outline, steps, fill=fill, edge=colour, width=wide)


def _name(paper: Paper, words: Words, amount: float, x: float, node: Node, room: float, *, right: bool) -> None:
    """Write a node's name and number beside its middle."""
    lines = paper.wrap(paper.say(words), room, TYPE, bold=True)
    y = node.top - 0.5 * node.height + 0.5 * STEP * len(lines) - 0.8 * TYPE * POINT
    for line in lines:
        paper.write(x, y, line, size=TYPE, bold=True, right=right)
        y -= STEP
    paper.write(x, y, two_digits(amount) if amount >= 0.5 else "<1", size=TYPE, right=right)
