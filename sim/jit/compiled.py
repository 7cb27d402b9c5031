"""Decides how a kernel is compiled: one set of options for all, kept in one folder. The records are in `record`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast, overload

from sim.jit.cache import kernel_cache_dir
from sim.jit.kept import guard, loading

JIT: Final[bool] = os.environ.get("NUMBA_DISABLE_JIT", "0") in ("", "0")
"""False where kernels run as plain Python; fixed when this module is first imported."""

OPTIONS: Final[dict[str, Any]] = {"error_model": "numpy", "nogil": True, "fastmath": False}
"""What every kernel is compiled with. `error_model`: a division tests nothing. `nogil`: threads may run beside it.
`fastmath` off: no reordering, no fused multiply-add, so the bits are those of the plain body."""

F = TypeVar("F", bound=Callable[..., Any])


@overload
def njit(function: F, /) -> F: ...
@overload
def njit(*, signature: str | list[str]) -> Callable[[F], F]: ...
def njit(function: F | None = None, /, *, signature: str | list[str] | None = None) -> F | Callable[[F], F]:
    """Compile `function` (or, with the JIT off, return it untouched).

    Parameters
    ----------
    signature
        Numba signature(s), such as "float64(float64, int64)": compiles when the module is imported, and every caller's
        arguments are converted to it. Needed for functions that are passed as values, and for the keyed draws.
    """

    def decorate(body: F) -> F:
        return _compile(body, signature) if JIT else body

    return decorate if function is None else decorate(function)


def inner(body: F) -> F:
    """Compile a kernel that only other kernels call: no wrapper for Python, no machine code of its own (`bodies`).

    With the JIT off it is the plain function, which Python may call as any other.
    """
    if not JIT:
        return body
    from sim.jit.bodies import BodyCompiler

    return _compile(body, None, cache=False, **_INNER, pipeline_class=BodyCompiler)


_INNER: Final[dict[str, Any]] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def compile_for(kernel: Any, *kinds: Any) -> None:
    """Compile a kernel for arguments of these kinds (record classes, int, float) without calling it, and keep it.

    For whoever fills the cache; with the JIT off nothing is done.
    """
    if not JIT:
        return
    from numba.core import types as untyped_types

    types: Any = untyped_types
    numbers: dict[Any, Any] = {int: types.int64, float: types.float64}
    kernel.compile(tuple(getattr(kind, "NUMBA_TYPE", numbers.get(kind)) for kind in kinds))


def plain(kernel: F) -> F:
    """Return the plain Python body of a kernel: what the JIT-off run executes (for tests and messages)."""
    body: F = getattr(kernel, "py_func", kernel)
    return body


def _compile(body: F, signature: str | list[str] | None, *, cache: bool = True, **more: Any) -> F:
    os.environ.setdefault("NUMBA_DISABLE_INTEL_SVML", "1")  # SVML gives other bits than the plain body
    import numba

    numba_njit: Any = numba.njit
    config: Any = numba.config
    on_disk = cache and Path(body.__code__.co_filename).exists()
    # The folder is set for this one decoration: other Numba code in the user's process keeps its own place.
    before = config.CACHE_DIR
    config.CACHE_DIR = str(kernel_cache_dir())
    try:
        with loading():
            kernel = numba_njit(signature, cache=on_disk, **OPTIONS, **more)(body)
    finally:
        config.CACHE_DIR = before
    if on_disk:
        guard(kernel)
    if signature is None:
        _widen_arguments(kernel)
    return cast(F, kernel)


def _widen_arguments(kernel: Any) -> None:
    """Let kernels that call this one share one body: whole numbers come as int64, never as a literal or a byte.

    Numba would compile `enter(state, row, 3)` and `enter(state, row, 4)` apart, and again for a row read from an int32
    column: it doubled the compiling. uint64 stays, since keys are unsigned.
    """
    from numba.core import types as untyped_types

    types: Any = untyped_types
    template = kernel.get_call_template

    def widened(args: Any, kws: Any) -> Any:
        return template(tuple(_widened(types, a) for a in args), {k: _widened(types, a) for k, a in dict(kws).items()})

    kernel.get_call_template = widened


def _widened(types: Any, given: Any) -> Any:
    plain_type = types.unliteral(given)
    if isinstance(plain_type, types.Integer) and plain_type != types.uint64:
        return types.int64
    return plain_type
