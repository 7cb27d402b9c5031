"""The scenario median of the stake: the median of the type table's log-normal mixture, computed once, never from a run."""

from __future__ import annotations

from math import erf, exp, log, sqrt
from typing import TYPE_CHECKING

from sim.scenario.types import GOVERNMENT_TYPES

if TYPE_CHECKING:
    from sim.scenario.schema import Scenario


def type_incidence(scenario: Scenario) -> tuple[float, ...]:
    """Return voiced disputes per 1,000 adult-years of each of the 15 types, in the order of the enum."""
    incidence = scenario.incidence
    government = {
        "requisition": incidence.requisition_share * incidence.lambda_government,
        "office": (1.0 - incidence.requisition_share) * incidence.lambda_government,
    }
    return tuple(
        government[name] if name in GOVERNMENT_TYPES else row.share * incidence.lambda_person
        for name, row in scenario.types.items()
    )


def median_stake(scenario: Scenario) -> float:
    """Return the median stake in whole yuan (rounded, so that no machine's `erf` can move it)."""
    weights = type_incidence(scenario)
    shifts = tuple(row.stake_shift for row in scenario.types.rows())
    sigma = scenario.stake.sigma
    total = sum(weights)

    def below(x: float) -> float:
        parts = (w * 0.5 * (1.0 + erf((x - shift) / (sigma * sqrt(2.0)))) for w, shift in zip(weights, shifts, strict=True))
        return sum(parts) / total

    low, high = min(shifts), max(shifts)
    for _ in range(80):
        middle = 0.5 * (low + high)
        if below(middle) < 0.5:
            low = middle
        else:
            high = middle
    return float(round(exp(log(scenario.stake.median) + 0.5 * (low + high))))
