"""Load of a person who serves: how it builds up with work, fades with rest, and lowers the quality of a session.

Lipsky 1980 (street-level bureaucrats ration quality under load); the form and every number are assumptions.
"""

from __future__ import annotations

from sim.floats import exp_
from sim.jit import njit

MOST_LOAD = 3.0


@njit
def rested(load: float, days: int, memory: float) -> float:
    """Load after days without work: an exponential memory, so that load is the mean of work over hours."""
    return load * exp_(-float(days) / memory)


@njit
def worked(p, load: float, work: int, hours: float) -> float:
    """Load after `work` minutes, of one who gives `hours` minutes a day; at most 3."""
    if hours < 1.0:
        hours = 1.0
    load = load + float(work) / (hours * p.fatigue_memory)
    if load > MOST_LOAD:
        return MOST_LOAD
    return load


@njit
def strain_factor(p, load: float) -> float:
    """Factor on the quality of a session: 1 up to the free load, 1 - drop from load 1 on, a line between."""
    over = (load - p.fatigue_free) / (1.0 - p.fatigue_free)
    if over <= 0.0:
        return 1.0
    if over > 1.0:
        over = 1.0
    return 1.0 - p.fatigue_drop * over
