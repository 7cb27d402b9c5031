"""How many trivial entries a forum of people's mediation books beside its cases (`definitions` 7: padding)."""

from __future__ import annotations

from sim.floats import exp_
from sim.jit import njit
from sim.rules.arise import poisson_count


@njit
def padded_entries(u: float, pad: float) -> int:
    """Entries without a dispute that one accepted case draws after it: Poisson of mean `pad`; more pad, never fewer."""
    return poisson_count(u, pad, exp_(-pad))
