"""A policy that makes looking for latent grievances harder and easier again, for checks: the same everywhere, by steps.

It stands where a system of `sim.policies` would; the lever book and the engine take it as any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.levers import Patch, PublicFacts, Seen

STEPS: Final = ((0, 1.0), (60, 4.0), (120, 0.0), (170, 2.5), (240, 0.5))
"""From each day on, how hard one looks: the lever `detection`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Looking:
    """Steps of the lever, each times `factor` (the lever goes to 5)."""

    factor: float = 1.0
    id: str = "looking"
    dose: float = 1.0
    start: int = 0
    end: int | None = None
    review_days: int = 0
    levers: tuple[str, ...] = ("detection",)

    @property
    def spec(self) -> str:
        """Canonical text."""
        return f"looking(factor={self.factor})"

    def patches(self, facts: PublicFacts) -> tuple[Patch, ...]:
        """Return one patch a step."""
        ends = [day for day, _ in STEPS[1:]] + [None]
        return tuple(
            Patch(
                day=day, until=until, lever="detection", index=np.arange(facts.n_places), slot=None,
                operation="multiply", value=np.full(facts.n_places, level * self.factor),
            )
            for (day, level), until in zip(STEPS, ends, strict=True)
        )  # fmt: skip

    def new_memory(self, facts: PublicFacts) -> dict[str, npt.NDArray[Any]]:  # noqa: ARG002 - a mover is asked for it
        """It remembers nothing."""
        return {}

    def decide(self, facts: PublicFacts, seen: Seen, memory: dict[str, npt.NDArray[Any]]) -> tuple[Patch, ...]:  # noqa: ARG002 - a mover is asked for it
        """It decides nothing under way."""
        return ()


def looked_for(days: int, factor: float = 1.0) -> npt.NDArray[np.float64]:
    """Return days at lever 1 that places have been looked at by the end of each day, float64[days + 1], 0 before."""
    level = np.zeros(days)
    for day, value in STEPS:
        level[day:] = value * factor
    return np.concatenate([[0.0], np.cumsum(level)])
