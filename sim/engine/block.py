"""How the columns that lie apart begin: one block of memory a run, laid out once for all runs of a ground.

A year of a small society takes two milliseconds. To make its fifty columns one by one, and to tell kernels where each
begins, took a quarter of that; in a block they begin where the block does, and some way on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.engine.tables import CACHE_LINE, on_a_line
from sim.jit import address_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.engine.columns import Column

    Array = npt.NDArray[Any]
    Cell = tuple[tuple[int, ...], np.dtype[Any], int]
    """Shape, type and first byte of a column."""

LAZY: Final = 1 << 22
"""Bytes from which on the machine is asked for zeros: it gives a page of them when it is first touched."""


class Block:
    """Columns by name, their shapes and where each lies. `fresh` makes them: what has a start value lies first.

    `passing` axes lie last; they come as they are. Each column begins on a cache line. `offsets`: bytes from the
    beginning of the block, by name.
    """

    __slots__ = ("_cells", "_cleared", "_head", "_size", "offsets")

    def __init__(
        self, columns: Sequence[Column], shapes: Mapping[str, tuple[int, ...]], passing: frozenset[str] = frozenset()
    ) -> None:
        self._cells: dict[str, Cell] = {}
        end, head, cleared = 0, 0, 0
        for column in sorted(columns, key=lambda column: (column.axis in passing, column.start == 0)):
            dtype, shape = np.dtype(column.dtype), shapes[column.name]
            self._cells[column.name] = (shape, dtype, end)
            cell = np.broadcast_to(np.zeros((), dtype=dtype), shape)  # takes no memory, and knows its size
            end += -(-cell.size * dtype.itemsize // CACHE_LINE) * CACHE_LINE
            if column.axis not in passing:
                cleared = end
                if column.start != 0:
                    head = end
        self.offsets: dict[str, int] = {name: offset for name, (_, _, offset) in self._cells.items()}
        self._size, self._cleared = end, cleared
        self._head = np.zeros(end, dtype=np.uint8)
        made = Views(self._head, self._cells)
        for column in columns:
            if column.start != 0 and column.axis not in passing:
                made[column.name][...] = column.start
        self._head = self._head[:head].copy()

    def fresh(self) -> tuple[int, Mapping[str, Array]]:
        """New columns with their start values, made when they are asked for, and the address of the block."""
        lazy = self._size >= LAZY
        block = on_a_line(self._size, np.zeros if lazy else np.empty)
        head = len(self._head)
        block[:head] = self._head
        if not lazy:
            block[head : self._cleared] = 0
        return address_of(block), Views(block, self._cells)


class Views(Mapping[str, "Array"]):
    """Columns of a block by name. Kernels know where each lies; for Python a column is made when it is asked for."""

    __slots__ = ("_block", "_cells")

    def __init__(self, block: Array, cells: Mapping[str, Cell]) -> None:
        self._block, self._cells = block, cells

    def __getitem__(self, name: str) -> Array:
        shape, dtype, offset = self._cells[name]
        return np.ndarray(shape, dtype, self._block, offset)

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)
