"""Decides how a kernel is compiled: one set of options for all, kept in one folder. The records are in `record`."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast, overload

from sim.jit.blas import look_for_blas_later
from sim.jit.cache import kernel_cache_dir
from sim.jit.kept import guard

JIT: Final[bool] = os.environ.get("NUMBA_DISABLE_JIT", "0") in ("", "0")
"""False where kernels run as plain Python; fixed when this module is first imported."""

if JIT:
    os.environ.setdefault("NUMBA_DISABLE_INTEL_SVML", "1")  # SVML gives other bits than the plain body

OPTIONS: Final[dict[str, Any]] = {"error_model": "numpy", "nogil": True, "fastmath": False}
"""What every kernel is compiled with. `error_model`: a division tests nothing. `nogil`: threads may run beside it.
`fastmath` off: no reordering, no fused multiply-add, so the bits are those of the plain body."""

_OBJECTS: Final = 200_000
"""New objects after which garbage is looked for while compiling: an eighth of the time at Python's 700."""

F = TypeVar("F", bound=Callable[..., Any])


@overload
def njit(function: F, /) -> F: ...
@overload
def njit(*, signature: str) -> Callable[[F], F]: ...
def njit(function: F | None = None, /, *, signature: str | None = None) -> F | Callable[[F], F]:
    """Compile `function` (or, with the JIT off, return it untouched).

    Parameters
    ----------
    signature
        Numba signature, such as "float64(float64, int64)": the only types it is compiled for; every caller's arguments
        are converted to them. Needed for the keyed draws.
    """

    def decorate(body: F) -> F:
        return _deferred(body, lambda known: _dispatcher(known, signature)) if JIT else body

    return decorate if function is None else decorate(function)


def inner(body: F) -> F:
    """Compile a kernel that only other kernels call: no wrapper for Python, no machine code of its own (`bodies`).

    With the JIT off it is the plain function, which Python may call as any other.
    """
    return _deferred(body, _body) if JIT else body


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


def _deferred(body: F, make: Callable[[Any], Any]) -> F:
    from sim.jit.deferred import Deferred

    return cast(F, Deferred(body, make))


def _body(body: Callable[..., Any]) -> Any:
    from sim.jit.callees import inner_kernel

    return inner_kernel(body, OPTIONS)


def _dispatcher(body: Callable[..., Any], signature: str | None) -> Any:
    import numba

    from sim.jit.bodies import WholeCompiler
    from sim.jit.callees import calls_itself, lend_body

    numba_njit: Any = numba.njit
    config: Any = numba.config
    on_disk = Path(body.__code__.co_filename).exists() and not calls_itself(body)
    # The folder is set for this one decoration: other Numba code in the user's process keeps its own place.
    before = config.CACHE_DIR
    config.CACHE_DIR = str(kernel_cache_dir())
    try:
        kernel = numba_njit(cache=on_disk, no_cfunc_wrapper=True, pipeline_class=WholeCompiler, **OPTIONS)(body)
    finally:
        config.CACHE_DIR = before
    if on_disk:
        guard(kernel)
    compiler = kernel._compiler  # noqa: SLF001 - what is asked where no kept kernel fits
    compiler.compile = _collecting_seldom(compiler.compile)
    if signature is not None:
        _compile_when_called(kernel, signature)
    lend_body(kernel, signature, OPTIONS)
    return kernel


def _compile_when_called(kernel: Any, signature: str) -> None:
    """Compile for the given types alone, and not before Python calls the kernel: most are called by kernels only."""

    def compile_first(*_: Any) -> Any:
        entry = kernel.compile(signature)
        kernel.disable_compile()
        return entry

    kernel._compile_for_args = compile_first  # noqa: SLF001 - what Numba calls where nothing fits yet


def _collecting_seldom(compile_kernel: Callable[..., Any]) -> Callable[..., Any]:
    """Look for garbage seldom while a kernel is compiled: it makes millions of objects that live as long as it does."""

    def seldom(*given: Any) -> Any:
        look_for_blas_later()
        before = gc.get_threshold()
        gc.set_threshold(max(before[0], _OBJECTS) if before[0] else 0, *before[1:])
        try:
            return compile_kernel(*given)
        finally:
            gc.set_threshold(*before)

    return seldom
