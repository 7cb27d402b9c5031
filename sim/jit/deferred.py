"""Decides when Numba learns of a kernel: when it is first called or linked, not when its module is imported.

Making one of Numba's dispatchers takes a third of a millisecond. A process that runs kept kernels calls a dozen of the
six hundred there are.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from numba.extending import typeof_impl as untyped_typeof

_typeof: Any = untyped_typeof


class Deferred:
    """A kernel: Numba's dispatcher, made of its body by `make` once something is asked of it."""

    __wrapped__: Callable[..., Any]

    def __init__(self, body: Callable[..., Any], make: Callable[[Any], Any]) -> None:
        functools.update_wrapper(self, body)
        self.py_func = body
        self._make = make

    @functools.cached_property
    def dispatcher(self) -> Any:
        """What Numba knows the kernel by."""
        return self._make(self.py_func)

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Run the kernel."""
        return self.dispatcher(*given, **named)

    def __getattr__(self, name: str) -> Any:
        """Answer as the dispatcher does: what is compiled, what it is compiled to."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.dispatcher, name)


@_typeof.register(Deferred)  # type: ignore[untyped-decorator] # Numba is untyped
def _type_of(kernel: Deferred, context: Any) -> Any:
    """Tell a kernel that names this one what it calls."""
    return _typeof(kernel.dispatcher, context)
