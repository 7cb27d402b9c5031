"""Decides how a record lies in memory: every field takes whole 64-bit words, one after the other, as kernels read them.

A constructor of 160 arguments took a tenth of all compiling, in unpacking them; one that set field after field from
words took a tenth too, in machine code. So Python writes the words as they are to lie, and the record is a copy. An
array takes seven words or more (Numba's own order: see `ORDER`; its memory is held by the Python side of the record), a
table of rows those of each of its columns, a scalar one: its own bits.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from ctypes import addressof, c_char
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

ORDER: Final = ("meminfo", "parent", "nitems", "itemsize", "data", "shape", "strides")
"""What Numba's arrays are made of; of the last two a word an axis. `fields` proves that it still is so."""

_OF_NOBODY: Final = 0
"""Who holds the memory of an array and what it is part of, where Numba is not to count."""

_NOTHING: Any = c_char * 0
"""A view of no bytes: the quickest way to the address of an array, whatever its length."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A field: its name, its axes (0 for a scalar), and the cells of the record that it fills.

    `row`: the type of a row where it is a table. `cells`: name and Numba type of each; a column is a cell.
    """

    name: str
    axes: int
    cells: tuple[tuple[str, Any], ...]
    row: np.dtype[Any] | None = None


def scalar_field(name: str, dtype: np.dtype[Any], axes: int) -> Part:
    """A scalar."""
    return Part(name=name, axes=axes, cells=((name, _numba_type(dtype)),))


def array_field(name: str, dtype: np.dtype[Any], axes: int) -> Part:
    """An array of its own, contiguous."""
    return Part(name=name, axes=axes, cells=((name, _array_type(dtype, axes, "C")),))


def table_field(name: str, row: np.dtype[Any]) -> Part:
    """A table of rows: each of its columns is an array of the record."""
    cells = tuple((column, _array_type(row[column].base, 1 + row[column].ndim, "A")) for column in row.names or ())
    return Part(name=name, axes=1, cells=cells, row=row)


def _numba_type(dtype: np.dtype[Any]) -> Any:
    from numba.np.numpy_support import from_dtype

    return from_dtype(dtype)


def _array_type(dtype: np.dtype[Any], axes: int, layout: str) -> Any:
    from numba.core import types as untyped_types

    types: Any = untyped_types
    return types.Array(_numba_type(dtype), axes, layout)


def address_of(array: npt.NDArray[Any]) -> int:
    """Return where a contiguous, writable array lies in memory."""
    return addressof(_NOTHING.from_buffer(array))


def cells_of(parts: Sequence[Part]) -> Iterator[tuple[Part, str, int]]:
    """Give each cell in order, with its part and the position of its first word."""
    position = 0
    for part in parts:
        for name, kind in part.cells:
            yield part, name, position
            position += len(ORDER) + 2 * (kind.ndim - 1) if part.axes else 1


def places_of(parts: Sequence[Part]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return where the addresses of each part stand: one for itself, or one for each of its columns.

    Of each the position of its word, and how many bytes on from the beginning of the part it is.
    """
    places: dict[str, tuple[tuple[int, int], ...]] = {part.name: () for part in parts}
    for part, name, position in cells_of(parts):
        fields: Any = part.row.fields if part.row is not None else {name: (None, 0)}
        places[part.name] += ((position + ORDER.index("data"), fields[name][1]),)
    return places


def words_of(values: Mapping[str, Any], parts: Sequence[Part]) -> npt.NDArray[np.uint64]:
    """Return the words of `parts` in order: uint64[n]. Arrays are C-contiguous."""
    words: list[int] = []
    for part in parts:
        value = values[part.name]
        if part.row is not None:
            fields: Any = part.row.fields
            address, rows, step = address_of(value), len(value), part.row.itemsize
            for column, _ in part.cells:
                cell, offset = fields[column][:2]
                size = cell.base.itemsize
                words += _array(address + offset, (rows, *cell.shape), (step, *_steps(cell.shape, size)), size)
        elif part.axes:
            words += _array(address_of(value), value.shape, _steps(value.shape, value.itemsize), value.itemsize)
        else:
            words.append(_bits(value))
    return np.array(words, dtype=np.uint64)


def _array(address: int, shape: tuple[int, ...], steps: tuple[int, ...], itemsize: int) -> tuple[int, ...]:
    items = 1
    for length in shape:
        items *= length
    return (_OF_NOBODY, _OF_NOBODY, items, itemsize, address, *shape, *steps)


def _steps(shape: tuple[int, ...], itemsize: int) -> tuple[int, ...]:
    """Bytes from one element to the next, by axis, of a contiguous array."""
    steps: list[int] = []
    for length in reversed(shape):
        steps.insert(0, itemsize)
        itemsize *= length
    return tuple(steps)


def _bits(value: Any) -> int:
    if isinstance(value, float):
        bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
        return bits
    return int(value) & 0xFFFF_FFFF_FFFF_FFFF
