"""How the columns that lie apart begin: one block of memory a run, laid out once for all runs of a ground.

A year of a small society takes two milliseconds. To make its fifty columns one by one, and to tell kernels where each
begins, took a quarter of that; in a block they begin where the block does, and some way on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.jit import address_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.engine.columns import Column

    Array = npt.NDArray[Any]

CACHE_LINE: Final = 64
"""Bytes; the block and each column in it begin on one."""

LAZY: Final = 1 << 22
"""Bytes from which on the machine is asked for zeros: it gives a page of them when it is first touched."""


class Block:
    """Columns by name, their shapes and where each lies. `fresh` makes them: what has a start value lies first.

    `passing` axes lie last; they come as they are. `offsets`: bytes from the beginning of the block, by name.
    """

    __slots__ = ("_cells", "_cleared", "_head", "_size", "offsets")

    def __init__(
        self, columns: Sequence[Column], shapes: Mapping[str, tuple[int, ...]], passing: frozenset[str] = frozenset()
    ) -> None:
        self._cells: list[tuple[str, tuple[int, ...], np.dtype[Any], int]] = []
        end, head, cleared = 0, 0, 0
        for column in sorted(columns, key=lambda column: (column.axis in passing, column.start == 0)):
            dtype, shape = np.dtype(column.dtype), shapes[column.name]
            self._cells.append((column.name, shape, dtype, end))
            cell = np.broadcast_to(np.zeros((), dtype=dtype), shape)  # takes no memory, and knows its size
            end += -(-cell.size * dtype.itemsize // CACHE_LINE) * CACHE_LINE
            if column.axis not in passing:
                cleared = end
                if column.start != 0:
                    head = end
        self.offsets: dict[str, int] = {name: offset for name, _, _, offset in self._cells}
        self._size, self._cleared = end, cleared
        self._head = np.zeros(end, dtype=np.uint8)
        made = self._views(self._head)
        for column in columns:
            if column.start != 0 and column.axis not in passing:
                made[column.name][...] = column.start
        self._head = self._head[:head].copy()

    def fresh(self) -> tuple[int, dict[str, Array]]:
        """New columns with their start values, and the address of the block."""
        lazy = self._size >= LAZY
        memory = (np.zeros if lazy else np.empty)(self._size + CACHE_LINE, dtype=np.uint8)
        address = address_of(memory)
        gap = -address % CACHE_LINE
        block = memory[gap:]
        head = len(self._head)
        block[:head] = self._head
        if not lazy:
            block[head : self._cleared] = 0
        return address + gap, self._views(block)

    def _views(self, block: Array) -> dict[str, Array]:
        return {name: np.ndarray(shape, dtype, block, offset) for name, shape, dtype, offset in self._cells}
