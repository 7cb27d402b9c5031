"""Decides that Numba's linear algebra is found when it is used, not whenever a kernel is compiled or loaded.

Numba looks for it once, by importing `scipy.linalg`: a fifth of a second, for routines that no kernel of ours calls. An
empty module stands in its place while Numba looks, and is gone afterwards: a kernel of somebody else that multiplies
matrices imports the real one when it runs.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Final

_ASKED: Final = "scipy.linalg.cython_blas"
_ASKING: Final = "numba.np.arraymath"


def look_for_blas_later() -> None:
    """Let Numba look now, and find an empty module; nothing is done where it has looked or scipy is there already."""
    if _ASKING in sys.modules or _ASKED in sys.modules:
        return
    sys.modules[_ASKED] = ModuleType(_ASKED)
    try:
        importlib.import_module(_ASKING)
    finally:
        del sys.modules[_ASKED]
