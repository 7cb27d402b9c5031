"""Decides the colours and hatches of every picture: safe for colour-blind readers, told apart in grey.

Hues are those of Okabe and Ito (https://jfly.uni-koeln.de/color/). Neighbours also differ in lightness, and the
parts of a stack in their hatch, so that no picture depends on hue.
"""

from __future__ import annotations

from typing import Final

INK: Final = "#1b1f24"
"""Text, threads, axes."""
SOFT: Final = "#59626b"
"""Second text; 6:1 against white."""
RULE: Final = "#c3cad1"
"""Hair lines."""
PAPER: Final = "#ffffff"
SHADE: Final = "#f1f4f6"
"""Bands behind a chart, e.g. the days of the cohort."""
THREAD: Final = "#a4133c"
"""One dispute's way through a picture."""
WATER: Final = ("#e4eff7", "#d9e8f3", "#cee1ef")
"""What lies below the waterline, from the surface down."""
WATERLINE: Final = "#2b6f9e"

BLUE: Final = "#0072b2"
SKY: Final = "#8cc6ea"
ORANGE: Final = "#e69f00"
VERMILLION: Final = "#d55e00"
GREEN: Final = "#009e73"
PURPLE: Final = "#cc79a7"
YELLOW: Final = "#f0e442"
DARK: Final = "#3d3d3d"

BOOKS: Final = BLUE
"""What the books say."""
TRUTH: Final = INK
"""What happened in the model."""

HIDDEN: Final[dict[str, tuple[str, str]]] = {
    "came_back": (VERMILLION, ""),
    "pressed": (YELLOW, "////"),
    "shelved": ("#f7f7f7", "||||"),
    "padded": ("#a8a8a8", "...."),
    "unsettled": (DARK, ""),
}
"""(fill, hatch) of what lies below the waterline; neighbours in the stack differ in lightness."""

STOPPED: Final = ("#ffffff", "xxxx")
"""(fill, hatch) of those stopped on the way."""

RELATION: Final = {"below": SKY, "home": BLUE, "above": VERMILLION}
"""Where a dispute ended, seen from its home level."""

ARMS: Final = (
    (INK, "-"),
    (BLUE, "-"),
    (VERMILLION, (0, (5, 1.6))),
    (GREEN, (0, (1.2, 1.2))),
    (PURPLE, (0, (6, 1.4, 1.2, 1.4))),
    (ORANGE, "-"),
)
"""(colour, dashes) of arms in line charts, in their order."""

_LINEAR: Final = (0.2126, 0.7152, 0.0722)


def lightness(colour: str) -> float:
    """Return the lightness L* (0 black .. 100 white) of "#rrggbb": what is left of it in grey (CIE 1976)."""
    linear = [_linear(int(colour[at : at + 2], 16) / 255.0) for at in (1, 3, 5)]
    y = sum(weight * part for weight, part in zip(_LINEAR, linear, strict=True))
    return 116.0 * y ** (1.0 / 3.0) - 16.0 if y > 0.008856 else 903.3 * y


def arm_style(number: int) -> tuple[str, str | tuple[int, tuple[float, ...]]]:
    """Return (colour, dashes) of the arm in place `number`; beyond the sixth they begin again."""
    return ARMS[number % len(ARMS)]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
