"""Decides how a guard runs its societies: one burn-in a seed under the baseline, from which every arm branches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sim.engine.run import Run
from sim.guards.outcomes import outcomes_of
from sim.policies import parse_arm
from sim.records import take_records
from sim.world import build_world

if TYPE_CHECKING:
    from sim.scenario import Scenario

BASELINE: Final = "baseline"
Rows = dict[str, list[dict[str, float]]]
"""Outcomes by arm, one row a seed, the baseline's among them; seeds in the order asked for."""


def outcomes_by_arm(scenario: Scenario, arms: Sequence[str], seeds: Sequence[int]) -> Rows:
    """Run the baseline and the arms from one burn-in a seed; nothing is kept on disk."""
    world = build_world(scenario, cache=False)
    found: Rows = {arm: [] for arm in (BASELINE, *arms)}
    for seed in seeds:
        start = Run(scenario, world, seed=seed)
        start.advance(start.burn_in)
        for arm, rows in found.items():
            run = start.branch(parse_arm(arm).policies)
            run.finish()
            rows.append(outcomes_of(take_records(run)))
    return found


def changes(rows: Rows, arm: str, outcome: str) -> list[float]:
    """Return arm minus baseline of one outcome, seed by seed; seeds without a denominator are left out."""
    pairs = zip(rows[BASELINE], rows[arm], strict=True)
    gaps = [after[outcome] - before[outcome] for before, after in pairs]
    return [gap for gap in gaps if math.isfinite(gap)]
