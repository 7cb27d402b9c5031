"""Decides how a kernel that only other kernels call is compiled: typed and lowered, and no further.

Numba optimises every function it compiles together with all that it calls, and makes machine code of it, though the
code of an inner kernel is never run by itself: it is linked into the kernel that Python calls, and optimised there once
more. Half of the compiling went into that. Such a kernel keeps its functions as they were lowered; it cannot be cached
alone, nor need it be, since its callers hold all of it.

This leans on how Numba links libraries (0.64 to 0.68); `tests/jit` says when it changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from llvmlite.binding import Linkage as UntypedLinkage
from numba.core import errors as untyped_errors
from numba.core.codegen import JITCodeLibrary as UntypedLibrary
from numba.core.compiler import CompilerBase as UntypedCompiler
from numba.core.compiler import DefaultPassBuilder as UntypedPasses
from numba.core.compiler_machinery import FunctionPass as UntypedPass
from numba.core.compiler_machinery import PassManager as UntypedManager
from numba.core.compiler_machinery import register_pass as untyped_register
from numba.core.runtime.context import NRTContext as UntypedReferences

from sim.jit.typing import remembering

_errors: Any = untyped_errors
_References: Any = UntypedReferences
_Linkage: Any = UntypedLinkage
_Library: Any = UntypedLibrary
_Compiler: Any = UntypedCompiler
_Passes: Any = UntypedPasses
_PassManager: Any = UntypedManager
_Pass: Any = UntypedPass
_register: Any = untyped_register

_NO_MEMORY: Final = (
    "a kernel that other kernels call may not make an array. To repair: make it in Python, or in the kernel Python calls."
)

_NOWHERE: Final = 0
"""Address of a function without machine code, as Numba writes it."""


class Body(_Library):  # type: ignore[misc] # Numba is untyped
    """The lowered functions of one inner kernel, to be linked into its callers."""

    def add_llvm_module(self, ll_module: Any) -> None:
        """Take what was lowered: its functions are simplified one by one, as Numba does."""
        ll_module.data_layout = self._codegen._data_layout  # noqa: SLF001 - as Numba does
        for function in ll_module.functions:
            if not function.is_declaration:
                passes, builder = self._codegen._function_pass_manager()  # noqa: SLF001 - as Numba does
                passes.run(function, builder)
        self._final_module.link_in(ll_module)

    def finalize(self) -> None:
        """Make it ready to be linked, not to be run: nothing is linked into it yet, nothing optimised."""
        self._raise_if_finalized()
        for library in self._linking_libraries:
            self._reload_init.update(library._reload_init)  # noqa: SLF001 - as Numba does
        for function in self._final_module.functions:
            if not function.is_declaration and function.linkage == _Linkage.external:
                function.linkage = _Linkage.linkonce_odr  # may come in again with another caller
        self._finalize_dynamic_globals()
        self._finalized = True

    def _get_module_for_linking(self) -> Any:
        """Return the kernel's functions and those of all it calls, for a library that is optimised and run."""
        self._ensure_finalized()
        if self._shared_module is None:
            self._shared_module = self._final_module.clone()
            for module in _below(self, set()):
                self._shared_module.link_in(module, preserve=True)
        return self._shared_module

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


def _below(library: Any, seen: set[Any]) -> Iterator[Any]:
    """The modules of all that a kernel calls, and of what those call; each once."""
    for called in library._linking_libraries:  # noqa: SLF001 - Numba has no public name for it
        if called in seen:
            continue
        seen.add(called)
        if isinstance(called, Body):
            yield called._final_module
            yield from _below(called, seen)
        else:
            yield called._get_module_for_linking()  # noqa: SLF001 - as Numba does


class Uncounted(_References):  # type: ignore[misc] # Numba is untyped
    """The counting of references that counts none, and so lets nothing be made that would have to be freed."""

    def incref(self, builder: Any, typ: Any, value: Any) -> None:
        """Leave it to whoever called."""

    def decref(self, builder: Any, typ: Any, value: Any) -> None:
        """See `incref`."""

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise _errors.NumbaRuntimeError(_NO_MEMORY)

    allocate = allocate_unchecked = _refuse
    meminfo_alloc = meminfo_alloc_unchecked = meminfo_alloc_dtor = meminfo_alloc_dtor_unchecked = _refuse
    meminfo_alloc_aligned = meminfo_alloc_aligned_unchecked = _refuse
    meminfo_new_varsize = meminfo_new_varsize_unchecked = _refuse
    meminfo_new_varsize_dtor = meminfo_new_varsize_dtor_unchecked = _refuse


@_register(mutates_CFG=False, analysis_only=True)
class KeepBody(_Pass):  # type: ignore[misc] # Numba is untyped
    """Has a kernel lowered into a `Body`."""

    _name = "keep_body"

    def __init__(self) -> None:
        _Pass.__init__(self)

    def run_pass(self, state: Any) -> bool:
        """Give the kernel its library before Numba would, and a context of its own."""
        state.typingctx = remembering(state.typingctx)
        context = state.targetctx
        context.typing_context = state.typingctx
        context.nrt = Uncounted(context, True)  # noqa: FBT003 - Numba's argument
        context.cached_internal_func = {}  # what was lowered with counting is not shared
        state.library = Body(state.targetctx.codegen(), state.func_id.func_qualname)
        state.library.enable_object_caching()
        return False


_NEEDED: Final = (
    "TranslateByteCode", "FixupArgs", "IRProcessing", "RewriteSemanticConstants", "DeadBranchPrune", "GenericRewrites",
    "RewriteDynamicRaises", "ReconstructSSA", "NopythonTypeInference", "PreLowerStripPhis",
    "NoPythonSupportedFeatureValidation", "AnnotateTypes", "NativeLowering", "NoPythonBackend",
)  # fmt: skip
"""Numba's passes that bodies go through, each once. Without those that inline closures, unroll loops over tuples, lift
`with` blocks and fuse array expressions, of which bodies have none, and the one that ends each variable's life, which
only counting needs; a body that needs one is refused at lowering."""


class BodyCompiler(_Compiler):  # type: ignore[misc] # Numba is untyped
    """Numba's own pipeline without the passes bodies do not need, and with `KeepBody` as soon as the function is known."""

    def define_pipelines(self) -> list[Any]:
        """Return the one pipeline."""
        whole = _Passes.define_nopython_pipeline(self.state)
        passes = _PassManager("body")
        seen: set[Any] = set()
        for number, (one, text) in enumerate(whole.passes):
            if one.__name__ in _NEEDED and one not in seen:
                passes.add_pass(one, text)
                seen.add(one)
            if number == 0:
                passes.add_pass(KeepBody, "keep body")
        passes.finalize()
        return [passes]
