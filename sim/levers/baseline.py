"""The value of every lever before any policy: taken from the scenario, one array per lever, place first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sim.levers.declare import LEVERS, Lever
from sim.levers.patch import columns
from sim.levers.public import PublicFacts

if TYPE_CHECKING:
    from sim.scenario import Scenario


def baseline_values(scenario: Scenario, facts: PublicFacts) -> dict[str, NDArray[np.float64]]:
    """Return {lever: float64 array}: [n_places], [n_places, n_levels] or, with the court, [n_places, n_levels + 1].

    A scenario with `gate.strictness` above 0 has its gate at the lowest forum slot, for stakes up to its median; with
    strictness 0 the threshold is 0, so that a policy may set any.
    """
    values = {lever.name: np.full(_shape(lever, facts), _value(lever, scenario), dtype=np.float64) for lever in LEVERS}
    elsewhere = np.arange(facts.n_levels) != facts.base
    values["gate_strictness"][:, elsewhere] = 0.0
    if float(scenario.gate.strictness) > 0.0:
        values["gate_threshold"][:, facts.base] = facts.median_stake
    return values


def _shape(lever: Lever, facts: PublicFacts) -> tuple[int, ...]:
    return (facts.n_places,) if len(lever.axes) == 1 else (facts.n_places, columns(lever, facts))


def _value(lever: Lever, scenario: Scenario) -> float:
    if not lever.origin:
        return lever.neutral
    section, name = lever.origin.split(".")
    return float(getattr(getattr(scenario, section), name))
