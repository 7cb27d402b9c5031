"""The only door to Numba: `njit` for kernels, `record_class` for the state they share. Where kernels are kept: `cache`.

Importing this module imports Numba (0.2 to 0.7 s), so every layer above the kernels imports it *inside* the function
that runs a model; `fengqiao --help`, `scenarios` and validation never pay.

With `NUMBA_DISABLE_JIT=1` Numba is not imported at all: `njit` returns the plain function and a record is a plain
object with `__slots__`; the same source runs, a few hundred times slower, and gives the same bits (the house rules in
`tests/lint` are what makes that true).

Writing a kernel::

    from sim.jit import njit

    @njit
    def hostility_after(hostility, days): ...

* no parallel loops, no fast-math, no SVML; `error_model="numpy"`, so a compiled division by zero gives inf, nan or an
  undefined integer where plain Python raises: guard every division whose divisor can be zero;
* what Python never calls is never made into machine code: kernels link the bodies of those they call (`callees`). A
  kernel that others call makes no array or list and returns numbers;
* `@njit(signature="float64(float64, int64)")` fixes the types, and every caller's numbers are converted to them;
* a kernel lives in a file that `sim.jit.cache.HASHED_SOURCES` covers: Numba does not see edits of *imported* kernels
  or constants, so the cache folder is named by a hash over all of them (measured: 3.0 came back where 6.0 was right).

Writing a state (at module level, bound to its own name; see `record` for the rules)::

    State = record_class("State", __name__, {"hostility": "f8[:]", "belief": "f8[:,:]", "now": "i8", "seed": "u8"})
    state = State(hostility=np.zeros(8), belief=np.zeros((3, 4)), now=0, seed=7)
"""

from __future__ import annotations

from sim.jit.cache import KERNEL_HASH, kernel_cache_dir
from sim.jit.compiled import JIT, compile_for, inner, njit, plain
from sim.jit.record import field_specs, record_class
from sim.jit.words import address_of

__all__ = [
    "JIT",
    "KERNEL_HASH",
    "address_of",
    "compile_for",
    "field_specs",
    "inner",
    "kernel_cache_dir",
    "njit",
    "plain",
    "record_class",
]
