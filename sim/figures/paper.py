"""Decides how a picture is put on paper: one sheet measured in inches, and its type, never what is on it.

The sheet is one axes without frame whose units are inches, origin at the upper left, y upward (so what is on the sheet
has y < 0), so that text and marks share one measure, a layout can be proved free of overlaps, and the sheet is as long
as what is on it. No state of pyplot is touched. What becomes of a sheet as a file: `files`.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sim.errors import BadInput, complain
from sim.figures.fonts import face
from sim.figures.palette import INK, PAPER, RULE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI: Final = 200
"""Dots per inch of PNGs: sharp at twice the width of a web page."""

LINE: Final = 1.32
"""Distance of lines of text, in heights of the type."""

POINT: Final = 1.0 / 72.0

Points = Sequence[tuple[float, float]]
Dashes = str | tuple[int, tuple[float, ...]]


def need_matplotlib() -> None:
    """Raise BadInput, in one line, where matplotlib is not installed."""
    try:
        import matplotlib.figure  # noqa: F401 - only whether it is there
    except ImportError:
        rule, repair = "pictures need matplotlib", "Install it with: pip install 'fengqiao[figures]'"
        raise BadInput(complain("figures", rule, "no such package", repair)) from None


class Paper:
    """A sheet `width` inches wide in one language ("zh" or "en"); :meth:`trim` gives it its length."""

    def __init__(self, width: float, lang: str) -> None:
        need_matplotlib()
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.lang = width, lang
        self.figure: Figure = Figure(figsize=(width, 1.0), dpi=DPI, facecolor=PAPER)
        self._canvas = FigureCanvasAgg(self.figure)
        self._widths: dict[tuple[str, float, bool], float] = {}
        self.axes: Axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self.axes.set_axis_off()
        self.trim(-1.0)

    def trim(self, bottom: float) -> None:
        """Let the sheet end at `bottom` (inches, below 0)."""
        self.figure.set_size_inches(self.width, -bottom)
        self.axes.set_xlim(0.0, self.width)
        self.axes.set_ylim(bottom, 0.0)

    def say(self, words: tuple[str, str]) -> str:
        """Return the half of (zh, en) that this sheet speaks."""
        return words[0] if self.lang == "zh" else words[1]

    # -- type ------------------------------------------------------------------------------------------------
    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 8.5,
        colour: str = INK,
        bold: bool = False,
        right: bool = False,
        centre: bool = False,
        clear: bool = False,
    ) -> None:
        """Set one line of text, its baseline at `y`; `size` in points; `clear` wipes what is under it."""
        self.axes.text(
            x,
            y,
            text,
            fontsize=size,
            color=colour,
            fontfamily=list(face().families),
            fontweight="bold" if bold else "normal",
            ha="right" if right else "center" if centre else "left",
            va="baseline",
            zorder=10,
            parse_math=False,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.6} if clear else None,
        )

    def paragraph(
        self, x: float, top: float, text: str, width: float, *, size: float = 8.5, colour: str = INK
    ) -> float:
        """Set text in lines no wider than `width` inches, the first below `top`; return where the last one ends."""
        step = size * POINT * LINE
        y = top
        for line in self.wrap(text, width, size):
            y -= step
            self.write(x, y + 0.25 * size * POINT, line, size=size, colour=colour)
        return y

    def measure(self, text: str, size: float = 8.5, bold: bool = False) -> float:
        """Return the width of a line of text in inches; never less than a browser's own fonts may need."""
        asked = (text, size, bold)
        if asked not in self._widths:
            self._widths[asked] = self._measured(*asked)
        return self._widths[asked]

    def _measured(self, text: str, size: float, bold: bool) -> float:
        from matplotlib.font_manager import FontProperties

        known = face()
        font = FontProperties(family=list(known.families), size=size, weight="bold" if bold else "normal")
        with quiet(not known.chinese):
            drawn = float(self._canvas.get_renderer().get_text_width_height_descent(text, font, False)[0]) / DPI  # type: ignore[no-untyped-call]
        chinese = sum(1.0 for sign in text if ord(sign) > 0x2E7F) * size * POINT
        return max(drawn, chinese)

    def wrap(self, text: str, width: float, size: float = 8.5, bold: bool = False) -> list[str]:
        """Break text into lines no wider than `width` inches: at spaces, and between Chinese signs."""
        lines, line, long = [], "", 0.0
        for piece in _pieces(text):
            more = self.measure(piece, size, bold)
            if line and not self._fits(line + piece, long + more, width, size, bold):
                lines.append(line.rstrip())
                line, long = piece.lstrip(), more
            else:
                line, long = line + piece, long + more
        return [*lines, line.rstrip()] if line.strip() else lines

    def _fits(self, text: str, about: float, width: float, size: float, bold: bool) -> bool:
        """Whether a line fits; its pieces together are `about` as long, and only a close call is measured whole."""
        if about <= 0.97 * width:
            return True
        return about <= 1.1 * width and self.measure(text.rstrip(), size, bold) <= width

    def wrap_evenly(self, text: str, width: float, size: float = 8.5) -> list[str]:
        """Break text as :meth:`wrap` does, into lines of about one length: no word stands alone."""
        lines = self.wrap(text, width, size)
        narrower = width
        while len(lines) > 1 and narrower > 0.5 * width:
            narrower -= 0.06
            tried = self.wrap(text, narrower, size)
            if len(tried) > len(lines) or max(self.measure(line, size) for line in tried) > width:
                break
            lines = tried
        return lines

    def pixels(self) -> Any:
        """Return the sheet as it is drawn, uint8[rows, columns, 4]."""
        import numpy as np

        self._canvas.draw()  # type: ignore[no-untyped-call]
        return np.asarray(self._canvas.buffer_rgba())  # type: ignore[no-untyped-call]

    # -- marks -----------------------------------------------------------------------------------------------
    def line(
        self, points: Points, *, colour: str = RULE, width: float = 0.8, dashes: Dashes = "-", z: float = 2.0
    ) -> None:
        """Draw a line through points; `width` in points of type."""
        xs, ys = zip(*points, strict=True)
        (made,) = self.axes.plot(xs, ys, color=colour, linewidth=width, linestyle=dashes, zorder=z)
        made.set_solid_capstyle("butt")
        made.set_solid_joinstyle("round")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str,
        hatch: str = "",
        edge: str = "none",
        z: float = 1.0,
    ) -> None:
        """Fill a rectangle."""
        from matplotlib.patches import Rectangle

        made = Rectangle(
            (x, y), width, height, facecolor=fill, edgecolor=edge, hatch=hatch or None, linewidth=0.6, zorder=z
        )
        if hatch:
            made.set_hatch_linewidth(0.6)
        self.axes.add_patch(made)

    def shape(
        self, vertices: Points, codes: Sequence[int], *, fill: str, edge: str = "none", width: float = 0.0
    ) -> None:
        """Fill or stroke a path; `codes` as in `matplotlib.path.Path`."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path as Outline

        made = PathPatch(
            Outline(list(vertices), list(codes)), facecolor=fill, edgecolor=edge, linewidth=width, zorder=2
        )
        made.set_joinstyle("round")
        self.axes.add_patch(made)

    def dot(self, x: float, y: float, radius: float, *, fill: str = INK, edge: str = INK, z: float = 6.0) -> None:
        """Draw a disc."""
        from matplotlib.patches import Circle

        self.axes.add_patch(Circle((x, y), radius, facecolor=fill, edgecolor=edge, linewidth=1.0, zorder=z))


_NOT_FIRST: Final = "，。；：、！？）》」%’”"
"""Signs that may not begin a line."""


def _pieces(text: str) -> Iterator[str]:
    """Yield what may not be broken: words with the space behind them, single Chinese signs with closing marks."""
    held = ""
    for at, sign in enumerate(text):
        held += sign
        after = text[at + 1 : at + 2]
        breaks = sign == " " or ord(sign) > 0x2E7F or (after and ord(after) > 0x2E7F and after not in _NOT_FIRST)
        if breaks and after not in _NOT_FIRST and sign not in "（《「“‘":
            yield held
            held = ""
    if held:
        yield held


@contextmanager
def quiet(needed: bool) -> Iterator[None]:
    """Keep matplotlib from saying glyph by glyph what was said once: there is no Chinese font."""
    with warnings.catch_warnings():
        if needed:
            warnings.filterwarnings("ignore", message="Glyph .* missing from")
        yield
