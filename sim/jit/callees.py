"""Decides what a kernel is to the kernels that call it: a body, compiled for few types, that counts no references.

Whatever Python may call is compiled in full only when Python calls it; kernels that call it link its body (`bodies`).
So of the functions that rules are made of, hardly any is made into machine code by itself.

A body takes whole numbers as int64, never as a literal or a byte. Numba would compile `enter(state, row, 3)` and
`enter(state, row, 4)` apart, and again for a row read from an int32 column: it doubled the compiling. uint64 stays,
since keys are unsigned. Where a kernel has a signature, its callers' numbers are converted to that.

A body allocates nothing and returns numbers, so it need not count who holds its arrays and records: its caller does.
Counting was much of the code that was lowered, and LLVM pruned it again. A body that makes an array or a list is
refused by `bodies`, one that returns an array here.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Final

import numba as untyped_numba
from numba.core import event as untyped_event
from numba.core import types as untyped_types
from numba.core.compiler_lock import global_compiler_lock as untyped_lock

from sim.jit.bodies import BodyCompiler

_njit: Any = untyped_numba.njit
_event: Any = untyped_event
_types: Any = untyped_types
_lock: Any = untyped_lock

_BODY: Final[dict[str, Any]] = {
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
    "pipeline_class": BodyCompiler,
}


def inner_kernel(function: Callable[..., Any], options: dict[str, Any]) -> Any:
    """Make the kernel that is nothing but a body."""
    kernel = _njit(**options, **_BODY)(function)
    _compile_plainly(kernel)
    _widen_arguments(kernel)
    return kernel


def calls_itself(function: Callable[..., Any]) -> bool:
    """Whether a kernel is linked as it is, which a kept one cannot be: Numba knows it by itself only."""
    return function.__name__ in function.__code__.co_names


def lend_body(kernel: Any, signature: str | None, options: dict[str, Any]) -> None:
    """Have kernels that call this one link a body of it, made when first asked for; not where it calls itself."""
    function = kernel.py_func
    if calls_itself(function):
        _widen_arguments(kernel)
        return

    @functools.cache
    def body() -> Any:
        return _converting(function, signature, options) if signature else inner_kernel(function, options)

    kernel.get_call_template = lambda args, kws: body().get_call_template(args, kws)
    kernel.get_overload = lambda sig: body().get_overload(sig)


def _converting(function: Callable[..., Any], signature: str, options: dict[str, Any]) -> Any:
    kernel = _njit(**options, **_BODY)(function)
    _compile_plainly(kernel)
    kernel.compile(signature)
    kernel.disable_compile()
    return kernel


def _compile_plainly(kernel: Any) -> None:
    """Compile a body without what Numba does around it: no cache to ask, no clock at each depth of calls to be told."""
    from numba.core import sigutils as untyped_sigutils

    sigutils: Any = untyped_sigutils

    def compile_body(sig: Any) -> Any:
        args, return_type = sigutils.normalize_signature(sig)
        with _lock, kernel._compiling_counter:  # noqa: SLF001 - as Numba does
            existing = kernel.overloads.get(tuple(args))
            if existing is None:
                with _event.trigger_event("numba:compile", data={"dispatcher": kernel, "args": args}):
                    existing = kernel._compiler.compile(args, return_type)  # noqa: SLF001 - as Numba does
                _refuse_references(kernel, existing)
                kernel.add_overload(existing)
        return existing.entry_point

    kernel.compile = compile_body


def _refuse_references(kernel: Any, compiled: Any) -> None:
    returned = compiled.signature.return_type
    if compiled.target_context.data_model_manager[returned].contains_nrt_meminfo():
        raise TypeError(
            f"{kernel.py_func.__qualname__}: a kernel that other kernels call returns numbers, got {returned}. "
            "To repair: have the caller hand it the array to fill."
        )


def _widen_arguments(kernel: Any) -> None:
    template = kernel.get_call_template

    def widened(args: Any, kws: Any) -> Any:
        return template(tuple(_widened(a) for a in args), {k: _widened(a) for k, a in dict(kws).items()})

    kernel.get_call_template = widened


def _widened(given: Any) -> Any:
    plain_type = _types.unliteral(given)
    if isinstance(plain_type, _types.Integer) and plain_type != _types.uint64:
        return _types.int64
    return plain_type
