"""Decides that the type of a builtin's result is worked out once for the same types of arguments, and remembered.

Numba tries every template of an operator at every place where it stands, while typing and again while lowering: a
quarter of all compiling. The answer hangs on the types alone. So bodies are typed in a context of their own, which
shares all that Numba's knows, and in that context a builtin remembers. What failed is asked again, and other code is
typed as ever; where a version of Numba asks elsewhere, bodies are too.
"""

from __future__ import annotations

import copy
import functools
from typing import Any, Final

from numba.core import types as untyped_types

_types: Any = untyped_types

_KNOWN: Final[dict[Any, Any]] = {}
"""Signature of a call, by the builtin's type and the types of the arguments. It holds the builtin's type, which knows
the implementation that goes with a signature."""


class Remembering:
    """Marks the typing contexts in which builtins remember."""


@functools.cache
def remembering(context: Any) -> Any:
    """Return a typing context that shares all that `context` knows."""
    _teach()
    shared = copy.copy(context)
    shared.__class__ = type("Remembering", (Remembering, type(context)), {})
    return shared


@functools.cache
def _teach() -> None:
    """Have builtins remember, once a process."""
    builtin = getattr(_types, "BaseFunction", None) or _types.Function.__base__
    resolve = builtin.get_call_type

    def get_call_type(self: Any, context: Any, args: Any, kws: Any) -> Any:
        if not isinstance(context, Remembering):
            return resolve(self, context, args, kws)
        key = (self, tuple(args), tuple(dict(kws).items()))
        found = _KNOWN.get(key)
        if found is None:
            found = resolve(self, context, args, kws)
            if found is not None:
                _KNOWN[key] = found
        return found

    builtin.get_call_type = get_call_type
