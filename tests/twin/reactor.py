"""A dynamic policy for comparing engine and twin: it decides from reported figures alone and remembers all it saw.

No system: it moves levers by whatever the books say, so that a figure seen differently by one side shows in the events.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from sim.levers import Patch, PublicFacts, Seen, lever_named

COUNTED: Final = (
    "accepted", "booked_success", "registered_petitions", "group_incidents", "contacts", "demands_responded",
    "demands_solved", "demands_satisfied",
)  # fmt: skip
"""Figures of `Seen`, by place."""


@dataclass(frozen=True, kw_only=True)
class Reactor:
    """Gates where little is booked as settled, hours where much is accepted, weight where petitions are registered.

    `review_days` is its own rhythm, which need not be that of the appraisal. It keeps off the levers that take one
    value at a time, so that it can stand beside any policy.
    """

    review_days: int
    start: int
    end: int | None = None
    id: str = "reactor"
    dose: float = 1.0
    levers: tuple[str, ...] = (
        "gate_strictness",
        "gate_threshold",
        "capacity",
        "appraisal_w_u",
        "appraisal_w_z",
        "detection",
    )

    @property
    def spec(self) -> str:
        return f"reactor({self.review_days},{self.start},{self.end})"

    def patches(self, _facts: PublicFacts) -> tuple[Patch, ...]:
        """Nothing is known beforehand."""
        return ()

    def new_memory(self, facts: PublicFacts) -> dict[str, Any]:
        """All that was seen: the last figures, and their sums over the reviews."""
        sums = {f"sum_{name}": np.zeros(facts.n_places, np.int64) for name in COUNTED}
        return sums | {name: np.zeros(facts.n_places, np.int64) for name in COUNTED} | {"told": np.zeros(3, np.int64)}

    def decide(self, facts: PublicFacts, seen: Seen, memory: dict[str, Any]) -> tuple[Patch, ...]:
        """Answer the figures of the last period, and a little those of all periods."""
        for name in COUNTED:
            memory[name][:] = getattr(seen, name)
            memory[f"sum_{name}"] += getattr(seen, name)
        words = sum(hash_of(word) for word in (*seen.kinds, *seen.levels))
        memory["told"][:] = seen.day, seen.period_days, words
        settled = seen.booked_success / np.maximum(seen.accepted, 1)
        petitions = seen.registered_petitions + 0.25 * memory["sum_registered_petitions"]
        gate = np.clip(1.0 - settled, 0.0, 1.0)
        patches = [self._patch("capacity", 1.0 / (1.0 + 0.1 * seen.accepted), slot=facts.base)]
        patches += [self._patch("appraisal_w_z", np.minimum(2.0, 0.5 * petitions))]
        patches += [self._patch("appraisal_w_u", np.minimum(2.0, 0.2 * seen.booked_success))]
        patches += [self._patch("detection", np.minimum(5.0, 0.3 * seen.accepted))]
        for slot in range(facts.n_levels - 1):
            patches.append(self._patch("gate_strictness", gate, slot=slot))
            patches.append(self._patch("gate_threshold", 8_000.0 + 1_000.0 * seen.booked_success, slot=slot))
        return tuple(patches)

    def _patch(self, lever: str, value: Any, *, slot: int | None = None) -> Patch:
        return Patch(
            day=self.start, until=self.end, lever=lever, index=np.arange(len(value)), slot=slot,
            operation=lever_named(lever).rule, value=np.asarray(value, np.float64),
        )  # fmt: skip


def hash_of(word: str) -> int:
    """A number of a word, the same in every process."""
    return sum(ord(letter) * (place + 1) for place, letter in enumerate(word))
