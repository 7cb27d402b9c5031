"""Decides whether a lever touched at its default changes a history: it must not change a byte.

A placebo asks for every lever that a system may move, everywhere and from day 0, at the value that the lever has
anyway. Beside it the full dose, which has to change the history: else nothing was shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.engine.run import Run
from sim.levers.baseline import baseline_values
from sim.levers.declare import lever_named
from sim.levers.patch import Patch, check_patch, columns
from sim.levers.public import PublicFacts
from sim.policies import parse_arm
from sim.policies.registry import system_named
from sim.world import build_world

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.levers import Mover, Seen
    from sim.scenario import Scenario
    from sim.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class Touched:
    """Digests of four runs of one seed. The guard holds where three are the same and the full dose differs."""

    baseline: str
    placebo: str
    no_dose: str
    full_dose: str

    @property
    def silent(self) -> bool:
        """Whether neither the placebo nor dose 0 changed a byte."""
        return self.baseline == self.placebo == self.no_dose

    @property
    def holds(self) -> bool:
        """Whether the placebo was silent and the system itself was not."""
        return self.silent and self.full_dose != self.baseline


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Placebo:
    """A mover that asks for the baseline of `levers`."""

    id: str
    levers: tuple[str, ...]
    base: dict[str, NDArray[np.float64]]
    dose: float = 1.0
    start: int = 0
    end: int | None = None
    review_days: int = 0

    @property
    def spec(self) -> str:
        """Canonical text."""
        return f"placebo of {self.id}"

    def patches(self, facts: PublicFacts) -> tuple[Patch, ...]:
        """Return one patch a lever and slot, checked as those of policies are."""
        asked = tuple(patch for name in self.levers for patch in self._lever(name, facts))
        for patch in asked:
            check_patch(patch, facts, self.spec)
        return asked

    def new_memory(self, facts: PublicFacts) -> dict[str, NDArray[Any]]:  # noqa: ARG002 - the mover's contract
        """Return nothing: it remembers nothing."""
        return {}

    def decide(self, facts: PublicFacts, seen: Seen, memory: Any) -> tuple[Patch, ...]:  # noqa: ARG002 - the same
        """Return nothing: it is static."""
        return ()

    def _lever(self, name: str, facts: PublicFacts) -> Iterator[Patch]:
        lever = lever_named(name)
        own = {"add": 0.0, "multiply": 1.0}.get(lever.rule)
        base = self.base[name].reshape(facts.n_places, -1)
        for slot in range(columns(lever, facts)):
            yield Patch(
                day=self.start,
                until=self.end,
                lever=name,
                index=np.arange(facts.n_places),
                slot=slot if len(lever.axes) > 1 else None,
                operation=lever.rule,
                value=base[:, slot].copy() if own is None else np.full(facts.n_places, own),
            )


def placebo(scenario: Scenario, system: str, seed: int) -> Touched:
    """Run the baseline, a placebo of `system`, the system at dose 0 and at full dose; one digest of each."""
    from sim.levers.public import public_facts

    world = build_world(scenario, cache=False)
    base = baseline_values(scenario, public_facts(scenario, world))
    touch = Placebo(id=system, levers=system_named(system).facts.levers, base=base)
    return Touched(
        baseline=_digest(scenario, world, (), seed),
        placebo=_digest(scenario, world, (touch,), seed),
        no_dose=_digest(scenario, world, parse_arm(f"{system}(dose=0)").policies, seed),
        full_dose=_digest(scenario, world, parse_arm(system).policies, seed),
    )


def _digest(scenario: Scenario, world: World, movers: tuple[Mover, ...], seed: int) -> str:
    run = Run(scenario, world, movers, seed=seed)
    run.finish()
    return run.digest
