"""Decides how a kernel that only other kernels call is compiled: typed and lowered, and no further.

Numba optimises every function it compiles together with all that it calls, and makes machine code of it, though the
code of an inner kernel is never run by itself: it is linked into the kernel that Python calls, and optimised there once
more. Half of the compiling went into that. Such a kernel keeps its functions as they were lowered; it cannot be cached
alone, nor need it be, since its callers hold all of it.

This leans on how Numba links libraries (0.64 to 0.68); `tests/jit` says when it changes.
"""

from __future__ import annotations

from typing import Any, Final

from numba.core.codegen import JITCodeLibrary as UntypedLibrary
from numba.core.compiler import CompilerBase as UntypedCompiler
from numba.core.compiler import DefaultPassBuilder as UntypedPasses
from numba.core.compiler_machinery import FunctionPass as UntypedPass
from numba.core.compiler_machinery import register_pass as untyped_register

_Library: Any = UntypedLibrary
_Compiler: Any = UntypedCompiler
_Passes: Any = UntypedPasses
_Pass: Any = UntypedPass
_register: Any = untyped_register

_NOWHERE: Final = 0
"""Address of a function without machine code, as Numba writes it."""


class Body(_Library):  # type: ignore[misc] # Numba is untyped
    """The lowered functions of one inner kernel, to be linked into its callers."""

    def _optimize_final_module(self) -> None:
        """Leave that to the callers, who would do it again."""

    def _finalize_final_module(self) -> None:
        """Make it ready to be linked, not to be run."""
        self._finalize_dynamic_globals()
        self._finalized = True

    def get_pointer_to_function(self, name: str) -> int:  # noqa: ARG002 - Numba's method
        """Return the address of no machine code."""
        self._ensure_finalized()
        return _NOWHERE

    @property
    def codegen(self) -> Any:
        """What Numba asks to tell the machine code where its environment lies: there is none to tell."""
        return self

    def set_env(self, env_name: str, env: object) -> None:
        """See `codegen`."""


@_register(mutates_CFG=False, analysis_only=True)
class KeepBody(_Pass):  # type: ignore[misc] # Numba is untyped
    """Has a kernel lowered into a `Body`."""

    _name = "keep_body"

    def __init__(self) -> None:
        _Pass.__init__(self)

    def run_pass(self, state: Any) -> bool:
        """Give the kernel its library before Numba would."""
        state.library = Body(state.targetctx.codegen(), state.func_id.func_qualname)
        state.library.enable_object_caching()
        return False


class BodyCompiler(_Compiler):  # type: ignore[misc] # Numba is untyped
    """Numba's own pipeline, with `KeepBody` as soon as the function is known."""

    def define_pipelines(self) -> list[Any]:
        """Return the one pipeline."""
        passes = _Passes.define_nopython_pipeline(self.state)
        first = passes.passes[0][0]
        passes.add_pass_after(KeepBody, first)
        passes.finalize()
        return [passes]
