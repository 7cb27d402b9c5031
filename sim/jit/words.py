"""Decides how a record's fields travel to compiled code: as one array of 64-bit words, never one argument a field.

A constructor of 160 arguments took a tenth of all compiling, in unpacking them. An array travels as its address and its
lengths (its memory is held by the Python side of the record), a table of rows as its address and its length, since the
rest is known of its columns; a scalar as its own bits.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from ctypes import addressof, c_char
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_NOTHING: Any = c_char * 0
"""A view of no bytes: the quickest way to the address of an array, whatever its length."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A field as it travels: its name, the words it takes, and the cells of the record that they fill.

    `axes`: 0 for a scalar. `row`: the type of a row where it is a table. `cells`: name and Numba type of each.
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


def places_of(parts: Sequence[Part]) -> dict[str, int]:
    """Return the position of the first word of each part, in `words_of`: of an array its address, then its lengths."""
    places, position = {}, 0
    for part in parts:
        places[part.name] = position
        position += 1 + part.axes
    return places


def words_of(values: Mapping[str, Any], parts: Sequence[Part]) -> npt.NDArray[np.uint64]:
    """Return the words of `parts` in order: uint64[n]. Arrays are C-contiguous."""
    words: list[int] = []
    for part in parts:
        value = values[part.name]
        if part.axes:
            words.append(address_of(value))
            words.extend(value.shape)
        else:
            words.append(_bits(value))
    return np.array(words, dtype=np.uint64)


def _bits(value: Any) -> int:
    if isinstance(value, float):
        bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
        return bits
    return int(value) & 0xFFFF_FFFF_FFFF_FFFF


def filler(parts: Sequence[Part]) -> Any:
    """Make the Numba intrinsic `fill(record, words)` that sets these fields from the words of `words_of`."""
    from numba.core import types as untyped_types
    from numba.core.extending import intrinsic as untyped_intrinsic

    types: Any = untyped_types
    intrinsic: Any = untyped_intrinsic

    def fill(_: Any, record: Any, words: Any) -> Any:
        def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
            _fill(context, builder, signature.args, given, parts)
            return context.get_dummy_value()

        return types.void(record, words), codegen

    return intrinsic(fill)


def _fill(context: Any, builder: Any, kinds: Any, given: Any, parts: Sequence[Part]) -> None:
    """Write the code that reads word after word and sets field after field."""
    from numba.experimental import structref as untyped_structref

    structref: Any = untyped_structref
    record_type, words_type = kinds
    payload = structref._Utils(context, builder, record_type).get_data_struct(given[0])  # noqa: SLF001 - structref writes so too
    words = context.make_array(words_type)(context, builder, given[1]).data
    next_word = 0

    def take(count: int) -> list[Any]:
        nonlocal next_word
        places = range(next_word, next_word + count)
        next_word += count
        return [builder.load(builder.gep(words, [context.get_constant(words_type.dtype, i)])) for i in places]

    for part in parts:
        if part.row is not None:
            address, rows = take(2)
            for name, kind in part.cells:
                setattr(payload, name, _column(context, builder, kind, address, rows, part.row, name))
        elif part.axes:
            name, kind = part.cells[0]
            address, *shape = take(1 + part.axes)
            strides = _steps(builder, shape, _itemsize(context, kind), address.type)
            setattr(payload, name, _array(context, builder, kind, address, shape, strides))
        else:
            name, kind = part.cells[0]
            setattr(payload, name, _scalar(context, builder, kind, *take(1)))


def _itemsize(context: Any, array_type: Any) -> int:
    size: int = context.get_abi_sizeof(context.get_data_type(array_type.dtype))
    return size


def _steps(builder: Any, shape: Sequence[Any], itemsize: int, word: Any) -> list[Any]:
    """Strides of a contiguous array."""
    strides: list[Any] = []
    step: Any = word(itemsize)
    for length in reversed(shape):
        strides.insert(0, step)
        step = builder.mul(step, length)
    return strides


def _column(
    context: Any, builder: Any, kind: Any, address: Any, rows: Any, row: np.dtype[Any], name: str
) -> Any:  # fmt: skip
    """A column of a table: it begins where its cell lies in the first row, and goes on by whole rows."""
    fields: Any = row.fields
    cell, offset = fields[name][:2]
    word = address.type
    inner = [word(length) for length in cell.shape]
    shape = [rows, *inner]
    strides = [word(row.itemsize), *_steps(builder, inner, cell.base.itemsize, word)]
    return _array(context, builder, kind, builder.add(address, word(offset)), shape, strides)


def _array(
    context: Any, builder: Any, array_type: Any, address: Any, shape: Sequence[Any], strides: Sequence[Any]
) -> Any:  # fmt: skip
    """An array over memory that somebody else holds: it has no owner of its own to count."""
    from numba.np import arrayobj as untyped_arrayobj

    arrayobj: Any = untyped_arrayobj
    array = context.make_array(array_type)(context, builder)
    itemsize = _itemsize(context, array_type)
    data = builder.inttoptr(address, array.data.type)
    arrayobj.populate_array(array, data=data, shape=shape, strides=strides, itemsize=itemsize, meminfo=None)
    return array._getvalue()  # noqa: SLF001 - Numba's own way to end such a helper


def _scalar(context: Any, builder: Any, scalar_type: Any, word: Any) -> Any:
    """Read a scalar from its bits."""
    from numba.core import types as untyped_types

    types: Any = untyped_types
    if scalar_type == types.boolean:
        return builder.icmp_unsigned("!=", word, word.type(0))
    return builder.bitcast(word, context.get_value_type(scalar_type))
