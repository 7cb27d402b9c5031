"""Faults planted in pairing: luck that is streamed instead of keyed, and an arm under another seed."""

from __future__ import annotations

import random
from typing import Any

from sim.engine.run import Run

STREAM = random.Random(1)


class Apart(Run):
    """An arm is run under a seed of its own."""

    def branch(self, policies: Any) -> Run:
        """Begin anew with other luck where there is a policy."""
        seed = self.seed + 1000 if policies else self.seed
        return Run(self.scenario, self.world, policies, seed=seed, burn_in=self.burn_in)


FAULTS: list[dict[str, Any]] = [
    {
        "check": "pairing.one_luck",
        "target": "sim.verification.pairing:uniform",
        "by": lambda *_: STREAM.random(),
        "why": "luck from a stream",
    },
    {"check": "pairing.societies", "target": "sim.engine.run:Run", "by": Apart, "why": "arms under two seeds"},
]
