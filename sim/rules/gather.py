"""When people with one cause stand up together (`definitions` 7: crowd threshold; a group incident, 群体性事件).

Granovetter 1978: each has a threshold, the number of others who must be in it already. Here the others are those who
pursue the same cause that day, thresholds are uniform, and one look is taken where a cascade would take several
(assumption): the crowd is whoever then would join, and it is an incident from a size on.
"""

from __future__ import annotations

from sim.jit import njit


@njit
def others_needed(u: float, size: int) -> int:
    """How many others somebody wants to see: uniform, on average one less than the size of an incident."""
    return int(u * 2.0 * (size - 1))


@njit
def stands_up(needed: int, others: int) -> int:
    """1 if somebody who wants to see `needed` others joins where there are `others`."""
    if others >= needed:
        return 1
    return 0


@njit
def is_incident(crowd: int, size: int) -> int:
    """1 if a crowd is large enough to be a group incident."""
    if crowd >= size:
        return 1
    return 0
