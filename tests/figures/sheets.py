"""Reads a drawn sheet: where its texts stand, whether they collide or are cut, and its pixels in grey."""

from __future__ import annotations

import io
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from sim.figures.files import render
from sim.figures.palette import THREAD
from sim.figures.paper import DPI, Paper

SLACK = 0.012
"""Inches by which two boxes of text may touch: the boxes of type hold some air."""


def texts_of(paper: Paper) -> list[str]:
    """Every text on the sheet."""
    return [text.get_text() for text in paper.axes.texts]


def boxes(paper: Paper) -> list[tuple[str, float, float, float, float]]:
    """Every text with its left, bottom, right and top edge in inches, from the lower left corner."""
    renderer = paper.figure.canvas.get_renderer()
    found = []
    for text in paper.axes.texts:
        if text.get_text().strip():
            box = text.get_window_extent(renderer)
            found.append((text.get_text(), box.x0 / DPI, box.y0 / DPI, box.x1 / DPI, box.y1 / DPI))
    return found


def collisions(paper: Paper) -> list[tuple[str, str]]:
    """Pairs of texts that overlap."""
    pairs = []
    for (one, l1, b1, r1, t1), (two, l2, b2, r2, t2) in combinations(boxes(paper), 2):
        if min(r1, r2) - max(l1, l2) > SLACK and min(t1, t2) - max(b1, b2) > SLACK:
            pairs.append((one, two))
    return pairs


def crossed(paper: Paper) -> list[str]:
    """Texts that the thread runs through."""
    from matplotlib.colors import to_hex

    height = paper.figure.get_size_inches()[1]
    threads = [line.get_xydata() for line in paper.axes.lines if to_hex(line.get_color()) == THREAD]
    found = []
    for text, left, bottom, right, top in boxes(paper):
        for points in threads:
            for (x0, y0), (x1, y1) in pairwise(points):
                low, high = sorted((y0 + height, y1 + height))
                if min(x0, x1) < right and max(x0, x1) > left and low < top - SLACK and high > bottom + SLACK:
                    found.append(text)
    return found


def cut(paper: Paper) -> list[str]:
    """Texts that leave the sheet."""
    width, height = paper.figure.get_size_inches()
    return [
        text
        for text, *edges in boxes(paper)
        if min(edges) < 0.02 or edges[2] > width - 0.02 or edges[3] > height - 0.02
    ]


def grey(paper: Paper) -> Any:
    """The sheet in grey, uint8[rows, columns]."""
    from PIL import Image

    with Image.open(io.BytesIO(render(paper, "png", "grey"))) as picture:
        return np.asarray(picture.convert("L"))


def inches(pixels: Any, left: float, bottom: float, width: float, height: float) -> Any:
    """The part of a grey sheet inside a box given in inches of the sheet (y below 0)."""
    top, down = round(-(bottom + height) * DPI), round(-bottom * DPI)
    return pixels[top:down, round(left * DPI) : round((left + width) * DPI)]
