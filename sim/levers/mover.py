"""What the lever book asks of a policy. `sim.policies.Enacted` answers it; a test may bring its own."""

from __future__ import annotations

from typing import Any, Protocol

from numpy.typing import NDArray

from sim.levers.patch import Patch
from sim.levers.public import PublicFacts
from sim.levers.seen import Seen


class Mover(Protocol):
    """A policy with its dose, window and targets fixed; all its patches are already checked against the levers."""

    @property
    def spec(self) -> str:
        """Canonical text; policies are put in its order, whatever order they were given in."""

    @property
    def id(self) -> str:
        """Short name, part of the keys of the book's memory."""

    @property
    def dose(self) -> float:
        """0 to 1; at 0 the policy is not there."""

    @property
    def start(self) -> int:
        """First day in force."""

    @property
    def end(self) -> int | None:
        """First day no longer in force, or None."""

    @property
    def review_days(self) -> int:
        """Days between decisions of a dynamic policy, 0 for a static one."""

    @property
    def levers(self) -> tuple[str, ...]:
        """Names of the levers it may move."""

    def patches(self, facts: PublicFacts) -> tuple[Patch, ...]:
        """Return the patches that are known beforehand."""

    def new_memory(self, facts: PublicFacts) -> dict[str, NDArray[Any]]:
        """Return what a dynamic policy remembers between reviews, as it is at the start."""

    def decide(self, facts: PublicFacts, seen: Seen, memory: dict[str, NDArray[Any]]) -> tuple[Patch, ...]:
        """Return the patches in force until the next review; `memory` may be changed in place."""
