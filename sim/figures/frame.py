"""Decides how a row of panels shares a sheet, and where columns, bars and lanes stand inside one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

MARGIN: Final = 0.32
"""White border of every sheet (inches)."""
GAP: Final = 0.2
"""Space between panels (inches)."""
ACROSS: Final = 4
"""Most panels in a row."""

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """Where a panel stands: its left edge, its width, and how many columns share it (that of the parties included).

    Bars stand in the middle of a column; the thread runs in the lane at its right edge.
    """

    left: float
    width: float
    columns: int = 1

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def pitch(self) -> float:
        """Distance of columns; the last lane stays clear of the edge by half a name."""
        return (self.width - 0.15) / self.columns

    @property
    def bar(self) -> float:
        """Width of a bar."""
        return min(0.46, 0.54 * self.pitch)

    def middle(self, column: int) -> float:
        """Return the middle of a column; -1 is that of the parties."""
        return self.left + (column + 1.5) * self.pitch

    def lane(self, column: int) -> float:
        """Return where the thread runs."""
        return self.left + (column + 2) * self.pitch


def rows_of(panels: Sequence[T]) -> list[Sequence[T]]:
    """Return panels in rows of `across(len(panels))`."""
    most = across(len(panels))
    return [panels[at : at + most] for at in range(0, len(panels), most)]


def across(panels: int) -> int:
    """Return how many panels stand in a row: all of up to four, else rows as even as can be."""
    rows = -(-panels // ACROSS)
    return -(-panels // rows) if rows else 1


def sheet_width(panels: int, wide: float) -> float:
    """Return the width of a sheet for panels of `wide` inches."""
    return 2 * MARGIN + across(panels) * wide + (across(panels) - 1) * GAP


def frames_of(panels: int, wide: float, columns: int = 1) -> list[Frame]:
    """Return the frames of one row."""
    return [Frame(left=MARGIN + at * (wide + GAP), width=wide, columns=columns) for at in range(panels)]
