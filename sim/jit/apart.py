"""Decides how a kernel calls another one that is compiled apart from it: by the address of its machine code.

Numba compiles a kernel together with all that it calls, in one process. What is called by address is compiled, kept and
loaded by itself, so that two processes can compile the two halves of a long loop side by side; the call costs what a
call costs in C. With the JIT off the "address" is the plain function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sim.jit.compiled import JIT, compile_for


def entry_of(kernel: Callable[..., int], *kinds: Any) -> Any:
    """Return what `call_entry` calls `kernel` by, for arguments of these record classes; compiles or loads it first.

    A process that hands it to another kernel keeps `kernel` alive: kernels are made at module level.
    """
    if not JIT:
        return kernel
    compile_for(kernel, *kinds)
    compiled: Any
    (compiled,) = kernel.overloads.values()  # type: ignore[attr-defined] # a dispatcher of Numba's
    return int(compiled.library.get_pointer_to_function(compiled.fndesc.llvm_func_name))


if JIT:
    from numba.core import cgutils as untyped_cgutils
    from numba.core import types as untyped_types
    from numba.core.extending import intrinsic as untyped_intrinsic

    _cgutils: Any = untyped_cgutils
    _types: Any = untyped_types
    _intrinsic: Any = untyped_intrinsic

    @_intrinsic  # type: ignore[untyped-decorator] # Numba is untyped
    def call_entry(_: Any, entry: Any, one: Any, other: Any) -> Any:
        """Call the kernel at `entry` with two records; return its int64."""

        def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
            kinds = signature.args[1:]
            returned = signature.return_type
            function = context.call_conv.get_function_type(returned, kinds)
            callee = builder.inttoptr(given[0], function.as_pointer())
            status, value = context.call_conv.call_function(builder, callee, returned, kinds, given[1:])
            with _cgutils.if_unlikely(builder, status.is_error):
                context.call_conv.return_status_propagate(builder, status)
            return value

        return _types.int64(entry, one, other), codegen

else:

    def call_entry(entry: Any, one: Any, other: Any) -> int:
        """Call `entry` with two records."""
        value: int = entry(one, other)
        return value
