"""Decides how a kernel reads the bits of a float, and makes a float of bits: no instruction, another name for them.

`math.frexp` calls two functions of C through memory for what is a shift and a mask. Used by `sim.floats` alone.
"""

from __future__ import annotations

from typing import Any

from numba.core import types as untyped_types
from numba.core.extending import intrinsic as untyped_intrinsic

_types: Any = untyped_types
_intrinsic: Any = untyped_intrinsic


@_intrinsic  # type: ignore[untyped-decorator] # Numba is untyped
def bits_of(_: Any, x: Any) -> Any:
    """Return the 64 bits of a float64 as int64."""

    def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return builder.bitcast(given[0], context.get_value_type(signature.return_type))

    return _types.int64(x), codegen


@_intrinsic  # type: ignore[untyped-decorator] # Numba is untyped
def float_of(_: Any, bits: Any) -> Any:
    """Return the float64 of 64 bits given as int64."""

    def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return builder.bitcast(given[0], context.get_value_type(signature.return_type))

    return _types.float64(bits), codegen
