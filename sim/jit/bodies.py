"""Decides how a kernel that other kernels call is compiled: typed and lowered, and no further.

Numba optimises every function it compiles together with all that it calls, and makes machine code of it, though the
code of an inner kernel is never run by itself: it is linked into the kernel that Python calls, and optimised there once
more. Half of the compiling went into that. Such a kernel keeps its functions as they were lowered, and what it calls is
linked where machine code is made; it cannot be cached alone, nor need it be, since its callers hold all of it.

This leans on how Numba links libraries (0.64 to 0.68); `tests/jit` says when it changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from llvmlite.binding import Linkage as UntypedLinkage
from llvmlite.binding import parse_assembly as untyped_parse
from numba.core import errors as untyped_errors
from numba.core import types as untyped_types
from numba.core.codegen import JITCodeLibrary as UntypedLibrary
from numba.core.compiler import CompilerBase as UntypedCompiler
from numba.core.compiler import DefaultPassBuilder as UntypedPasses
from numba.core.compiler_machinery import FunctionPass as UntypedPass
from numba.core.compiler_machinery import PassManager as UntypedManager
from numba.core.compiler_machinery import register_pass as untyped_register
from numba.core.runtime.context import NRTContext as UntypedReferences

from sim.jit.typing import remembering

_errors: Any = untyped_errors
_types: Any = untyped_types
_References: Any = UntypedReferences
_Linkage: Any = UntypedLinkage
_parse: Any = untyped_parse
_Library: Any = UntypedLibrary
_Compiler: Any = UntypedCompiler
_Passes: Any = UntypedPasses
_PassManager: Any = UntypedManager
_Pass: Any = UntypedPass
_register: Any = untyped_register

_NO_MEMORY: Final = (
    "a kernel that other kernels call may not make an array or a list. To repair: make it in the kernel Python calls."
)

_NOWHERE: Final = 0
"""Address of a function without machine code, as Numba writes it."""


class Whole(_Library):  # type: ignore[misc] # Numba is untyped
    """The machine code of a kernel that Python calls."""

    def _optimize_functions(self, ll_module: Any) -> None:
        """Simplify functions one by one as Numba does, but not those that are only named: most of them."""
        ll_module.data_layout = self._codegen._data_layout  # noqa: SLF001 - as Numba does
        for function in ll_module.functions:
            if not function.is_declaration:
                passes, builder = self._codegen._function_pass_manager()  # noqa: SLF001 - as Numba does
                passes.run(function, builder)

    def serialize_using_object_code(self) -> tuple[str, str, tuple[bytes, bytes]]:
        """Give what is kept: the machine code, and of its functions the names.

        Numba keeps all that was lowered besides, for callers that link it, and parses it whenever the kernel is loaded:
        a tenth of what a short command takes. Callers of ours link a body. A loaded kernel's functions are found by
        name; what stands in their place here is never run.
        """
        self._ensure_finalized()
        named = "\n".join(
            f'define void @"{function.name}"() {{ ret void }}'
            for function in self._final_module.functions
            if not function.is_declaration and function.linkage == _Linkage.external
        )
        names = _parse(f"{self._codegen._create_empty_module(self.name)}\n{named}")  # noqa: SLF001 - as Numba does
        return self.name, "object", (self._get_compiled_object(), names.as_bitcode())


class Body(Whole):
    """The lowered functions of one inner kernel, to be linked into its callers."""

    _shared_module: Any

    def add_llvm_module(self, ll_module: Any) -> None:
        """Take what was lowered: its functions are simplified one by one, as Numba does."""
        self._optimize_functions(ll_module)
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
        shared: Any = self._shared_module
        if shared is None:
            shared = self._final_module.clone()
            for module in _below(self, set()):
                shared.link_in(module, preserve=True)
            self._shared_module = shared
        return shared

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
            yield called._final_module  # noqa: SLF001 - our own
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
class KeepWhole(_Pass):  # type: ignore[misc] # Numba is untyped
    """Has a kernel lowered into a `Whole`, and its builtins remember."""

    _name = "keep_whole"
    library: Any = Whole

    def __init__(self) -> None:
        _Pass.__init__(self)

    def run_pass(self, state: Any) -> bool:
        """Give the kernel its library and its typing before Numba would."""
        state.typingctx = state.targetctx.typing_context = remembering(state.typingctx)
        state.library = self.library(state.targetctx.codegen(), state.func_id.func_qualname)
        state.library.enable_object_caching()
        return False


@_register(mutates_CFG=False, analysis_only=True)
class KeepBody(KeepWhole):
    """Has a kernel lowered into a `Body`, with nothing counted."""

    _name = "keep_body"
    library: Any = Body

    def run_pass(self, state: Any) -> bool:
        """Give it a context of its own besides."""
        super().run_pass(state)
        context = state.targetctx
        context.nrt = Uncounted(context, True)
        context.cached_internal_func = {}  # what was lowered with counting is not shared
        return False


@_register(mutates_CFG=False, analysis_only=True)
class RefuseArrays(_Pass):  # type: ignore[misc] # Numba is untyped
    """Refuses a body that makes something which somebody would have to count and free, in whatever way."""

    _name = "refuse_arrays"

    def __init__(self) -> None:
        _Pass.__init__(self)

    def run_pass(self, state: Any) -> bool:
        """Look at every type of the body, and at every call and operation that gives an array."""
        models = state.targetctx.data_model_manager
        for kind in set(state.typemap.values()):
            if not isinstance(kind, (_types.Array, _types.StructRef)) and _is_counted(kind, models):
                raise _errors.TypingError(_NO_MEMORY)
        for expression, signature in state.calltypes.items():
            returned = getattr(signature, "return_type", None)
            if returned is None or not _is_counted(returned, models):
                continue
            is_view = getattr(expression, "op", "") in _VIEWS and not any(
                isinstance(index, _types.Array) for index in _parts(signature.args[1])
            )
            if not is_view:
                raise _errors.TypingError(_NO_MEMORY)
        return False


_COUNTED: Final[dict[Any, bool]] = {}


def _is_counted(kind: Any, models: Any) -> bool:
    """Whether something of this type holds memory that is counted; asked of Numba once a type, for it looks long."""
    if kind not in _COUNTED:
        _COUNTED[kind] = models[kind].contains_nrt_meminfo()
    return _COUNTED[kind]


_VIEWS: Final = ("getitem", "static_getitem")
"""Operations that give an array over memory that is held already, unless an array is the index."""


def _parts(index: Any) -> tuple[Any, ...]:
    return tuple(index.types) if isinstance(index, _types.BaseTuple) else (index,)


_NEEDED: Final = (
    "TranslateByteCode", "FixupArgs", "IRProcessing", "RewriteSemanticConstants", "DeadBranchPrune", "GenericRewrites",
    "RewriteDynamicRaises", "ReconstructSSA", "NopythonTypeInference", "PreLowerStripPhis",
    "NoPythonSupportedFeatureValidation", "AnnotateTypes", "NativeLowering", "NoPythonBackend",
)  # fmt: skip
"""Numba's passes that bodies go through, each once. Without those that inline closures, unroll loops over tuples, lift
`with` blocks and fuse array expressions, of which bodies have none, and the one that ends each variable's life, which
only counting needs; a body that needs one is refused at lowering."""


class WholeCompiler(_Compiler):  # type: ignore[misc] # Numba is untyped
    """Numba's own pipeline, with `KeepWhole` as soon as the function is known."""

    def define_pipelines(self) -> list[Any]:
        """Return the one pipeline."""
        passes = _Passes.define_nopython_pipeline(self.state)
        passes.add_pass_after(KeepWhole, passes.passes[0][0])
        passes.finalize()
        return [passes]


class BodyCompiler(_Compiler):  # type: ignore[misc] # Numba is untyped
    """Of Numba's own pipeline the passes that bodies need, with `KeepBody` as soon as the function is known."""

    def define_pipelines(self) -> list[Any]:
        """Return the one pipeline."""
        numbas = _Passes.define_nopython_pipeline(self.state).passes
        needed = {one: said for one, said in numbas if one.__name__ in _NEEDED}  # each once, where it first stands
        (first, text), *others = needed.items()
        passes = _PassManager("body")
        for one, said in [(first, text), (KeepBody, "keep body"), *others]:
            passes.add_pass(one, said)
            if one.__name__ == "NopythonTypeInference":
                passes.add_pass(RefuseArrays, "refuse arrays")
        passes.finalize()
        return [passes]
