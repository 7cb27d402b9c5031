"""Decides how kernels split a float into mantissa and exponent: from its bits, where Python calls `math.frexp`.

In compiled code `math.frexp` calls two functions of C through memory for what is a shift and a mask. Both ways give the
same bits; nothing is rounded. Used by `sim.floats` alone, and only with the JIT on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from numba.core import types as untyped_types
from numba.core.extending import intrinsic as untyped_intrinsic
from numba.core.extending import overload as untyped_overload

_types: Any = untyped_types
_intrinsic: Any = untyped_intrinsic
_overload: Any = untyped_overload

_SMALLEST_NORMAL: Final = 2.2250738585072014e-308
_TWO_54: Final = 18014398509481984.0
_FRACTION: Final = (1 << 52) - 1
_OF_A_HALF: Final = 1022 << 52
"""Bits of 0.5: what a mantissa has beside its fraction."""


@_intrinsic  # type: ignore[untyped-decorator] # Numba is untyped
def _bits_of(_: Any, x: Any) -> Any:
    """Return the 64 bits of a float64 as int64."""

    def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return builder.bitcast(given[0], context.get_value_type(signature.return_type))

    return _types.int64(x), codegen


@_intrinsic  # type: ignore[untyped-decorator] # Numba is untyped
def _float_of(_: Any, bits: Any) -> Any:
    """Return the float64 of 64 bits given as int64."""

    def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return builder.bitcast(given[0], context.get_value_type(signature.return_type))

    return _types.float64(bits), codegen


def by_its_bits(split: Callable[[float], tuple[float, int]]) -> None:
    """Compile calls of `split`, which is `math.frexp` of a positive, finite float, to a shift and a mask."""

    def typed(x: Any) -> Any:  # noqa: ARG001 - Numba wants the name
        def by_bits(x: float) -> tuple[float, int]:
            k = -1022
            if x < _SMALLEST_NORMAL:
                x = x * _TWO_54
                k = k - 54
            bits = _bits_of(x)
            return _float_of((bits & _FRACTION) | _OF_A_HALF), k + (bits >> 52)

        return by_bits

    _overload(split, strict=False)(typed)
