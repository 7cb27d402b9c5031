"""What a comparison has done so far, by arm and seed. How it is done: `comparison`; what is written of it: `write`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sim.studies.plan import Plan
from sim.studies.settle import Settled
from sim.studies.stretches import Followed

if TYPE_CHECKING:
    from sim.analysis import Comparison


@dataclass(slots=True)
class Study:
    """A comparison under way: what is done so far, by arm and seed."""

    plan: Plan
    settled: Settled
    done: dict[tuple[str, int], Followed] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)

    @property
    def complete(self) -> tuple[int, ...]:
        """Seeds of which every arm is done."""
        return tuple(seed for seed in self.plan.seeds if all((arm.spec, seed) in self.done for arm in self.plan.arms))

    def comparison(self) -> Comparison:
        """Return the comparison over the complete seeds, in the order of the plan."""
        from sim.analysis import compare_runs

        rows = [self.done[arm.spec, seed] for seed in self.complete for arm in self.plan.arms]
        matches = [row.match for row in rows if row.match is not None]
        return compare_runs([row.summary for row in rows], matches)
