"""How columns lie in memory: those of an axis that is visited row by row lie side by side, a row in few cache lines.

A dispute that falls due is read in thirty columns. Kept apart, each is a page of its own; kept by rows, all are four
lines that follow one another. Every column is still an array by name, a view of the table. Axes that are walked from
end to end, and what the world and the levers own, stay apart.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.engine.columns import COLUMNS, Column
from sim.jit import address_of

if TYPE_CHECKING:
    Array = npt.NDArray[Any]

ROWED: Final = ("dispute", "filing", "cause", "line")
"""Axes whose columns lie by rows."""

CACHE_LINE: Final = 64
"""Bytes; a table begins on a line, and a row that is longer is padded to whole ones."""
WORD: Final = 8
"""Bytes; a shorter row is padded to whole words."""

SPARE: Final = 3
"""Memory reserved for a table, as a multiple of its rows, where nobody knows how many there are to be."""


@functools.cache
def columns_of(axis: str) -> tuple[Column, ...]:
    """Columns of an axis in declared order."""
    return tuple(column for column in COLUMNS if column.axis == axis)


@functools.cache
def row_type(axis: str) -> np.dtype[Any]:
    """Type of a row: the widest cells first, so that each is aligned; as they are declared among the equally wide."""
    names, formats, offsets, end = [], [], [], 0
    for column in sorted(columns_of(axis), key=lambda c: -np.dtype(c.dtype).itemsize):
        cell = np.dtype((column.dtype, (column.width,) if column.width > 1 else ()))
        names.append(column.name)
        formats.append(cell)
        offsets.append(end)
        end += cell.itemsize
    unit = CACHE_LINE if end > CACHE_LINE else WORD
    return np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": -(-end // unit) * unit})


@functools.cache
def _start(axis: str) -> Array:
    """One row of start values, as bytes."""
    row = np.zeros(1, dtype=row_type(axis))
    for column in columns_of(axis):
        row[column.name] = column.start
    return row.view(np.uint8)


class Table:
    """The rows of an axis. `rows` is the structured array; memory behind it is reserved, so that it can grow in place.

    Memory is reserved for `expected` rows, if that is more than three times `rows`. It is not touched before rows begin
    there, and what is not touched takes no room on the machine.
    """

    __slots__ = ("_memory", "axis", "rows")

    def __init__(self, axis: str, rows: int, expected: int = 0) -> None:
        self.axis = axis
        self._memory = _reserved(axis, max(SPARE * rows, expected))
        self._memory[:rows] = _start(axis)
        self.rows = self._as_rows(rows)

    def grow(self, rows: int) -> None:
        """Give it `rows` rows, the new ones with start values; `self.rows` is another array then."""
        have = len(self.rows)
        if rows > len(self._memory):
            memory = _reserved(self.axis, SPARE * rows)
            memory[:have] = self._memory[:have]
            self._memory = memory
        self._memory[have:rows] = _start(self.axis)
        self.rows = self._as_rows(rows)

    def _as_rows(self, rows: int) -> Array:
        return np.ndarray((rows,), row_type(self.axis), self._memory)

    def copy(self) -> Table:
        """The same rows in memory of their own."""
        twin = Table(self.axis, 0)
        twin._memory = _reserved(self.axis, len(self.rows))
        twin._memory[:] = self._memory[: len(self.rows)]
        twin.rows = twin._as_rows(len(self.rows))
        return twin


def _reserved(axis: str, rows: int) -> Array:
    """Memory for so many rows, u1[rows, bytes of a row], on a cache line."""
    size = row_type(axis).itemsize
    cells: Array = on_a_line(rows * size).reshape(rows, size)
    return cells


def on_a_line(size: int, make: Any = np.empty) -> Array:
    """So many bytes that begin on a cache line, u1[size]; `make` is np.empty or np.zeros."""
    memory: Array = make(size + CACHE_LINE, dtype=np.uint8)
    first = -address_of(memory) % CACHE_LINE
    return memory[first : first + size]


def table_of(axis: str, columns: dict[str, Array]) -> Table:
    """A table with the content of these columns."""
    wanted = columns_of(axis)
    table = Table(axis, len(columns[wanted[0].name]))
    for column in wanted:
        table.rows[column.name] = columns[column.name]
    return table
