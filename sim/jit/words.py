"""Decides how a record's fields travel to compiled code: as one array of 64-bit words, never one argument a field.

A constructor of 160 arguments took a tenth of all compiling, in unpacking them. An array travels as its address and its
lengths (its memory is held by the Python side of the record); a scalar as its own bits.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from ctypes import addressof, c_char
from typing import Any

import numpy as np
import numpy.typing as npt

_NOTHING: Any = c_char * 0
"""A view of no bytes: the quickest way to the address of an array, whatever its length."""

Field = tuple[str, int]
"""Name of a field and its number of axes (0: a scalar)."""


def words_of(values: Mapping[str, Any], fields: Sequence[Field]) -> npt.NDArray[np.uint64]:
    """Return the words of `fields` in order: uint64[n]. Arrays are C-contiguous."""
    words: list[int] = []
    for name, axes in fields:
        value = values[name]
        if axes:
            words.append(addressof(_NOTHING.from_buffer(value)))
            words.extend(value.shape)
        else:
            words.append(_bits(value))
    return np.array(words, dtype=np.uint64)


def _bits(value: Any) -> int:
    if isinstance(value, float):
        bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
        return bits
    return int(value) & 0xFFFF_FFFF_FFFF_FFFF


def filler(fields: Sequence[Field]) -> Any:
    """Make the Numba intrinsic `fill(record, words)` that sets these fields from the words of `words_of`."""
    from numba.core import types as untyped_types
    from numba.core.extending import intrinsic as untyped_intrinsic

    types: Any = untyped_types
    intrinsic: Any = untyped_intrinsic

    def fill(_: Any, record: Any, words: Any) -> Any:
        def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
            _fill(context, builder, signature.args, given, fields)
            return context.get_dummy_value()

        return types.void(record, words), codegen

    return intrinsic(fill)


def _fill(context: Any, builder: Any, kinds: Any, given: Any, fields: Sequence[Field]) -> None:
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

    for name, axes in fields:
        field_type = record_type.field_dict[name]
        if axes:
            value = _array(context, builder, field_type, *take(1 + axes))
        else:
            value = _scalar(context, builder, field_type, *take(1))
        setattr(payload, name, value)


def _array(context: Any, builder: Any, array_type: Any, address: Any, *shape: Any) -> Any:
    """An array over memory that somebody else holds: it has no owner of its own to count."""
    from numba.np import arrayobj as untyped_arrayobj

    arrayobj: Any = untyped_arrayobj
    array = context.make_array(array_type)(context, builder)
    itemsize = context.get_abi_sizeof(context.get_data_type(array_type.dtype))
    strides: list[Any] = []
    step: Any = address.type(itemsize)
    for length in reversed(shape):
        strides.insert(0, step)
        step = builder.mul(step, length)
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
