"""Guards against wiring the answer in (`definitions` 9): neutral world, placebo, signs over the prior, knock-outs.

Each is a function of a scenario, systems and seeds; a result carries the fingerprint of what it hangs on (`fresh`). A
system joins by being registered in `sim.policies.registry`.
"""

from __future__ import annotations

from sim.guards.fresh import fingerprint, stale
from sim.guards.knock_out import Without, knock_outs
from sim.guards.neutral import Flat, equal_to_zero, neutral_effects
from sim.guards.outcomes import OUTCOMES, Outcome, headlines
from sim.guards.placebo import Touched, placebo
from sim.guards.prior import Over, over_prior, parameter_set, scenarios_from

__all__ = [
    "equal_to_zero",
    "fingerprint",
    "Flat",
    "headlines",
    "knock_outs",
    "neutral_effects",
    "Outcome",
    "OUTCOMES",
    "Over",
    "over_prior",
    "parameter_set",
    "placebo",
    "scenarios_from",
    "stale",
    "Touched",
    "Without",
]
