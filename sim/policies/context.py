"""What a policy is given when it compiles: public facts, dose, dates, target places, and a way to write patches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.levers.declare import lever_named
from sim.levers.patch import Patch
from sim.levers.public import PublicFacts


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Context:
    """`dose` 0 to 1, `start` and `end` in policy days (end exclusive, None: open), `targets` bool[n_places]."""

    facts: PublicFacts
    dose: float
    start: int
    end: int | None
    targets: NDArray[np.bool_]

    def patch(
        self, lever: str, value: ArrayLike, *, places: ArrayLike | None = None, slot: int | None = None,
        day: int | None = None, until: int | None = None,
    ) -> Patch:  # fmt: skip
        """Return a patch of `lever` over the policy's dates, or over days `day` to `until` (exclusive) within them.

        `places` is a mask (bool[n_places]) or a list of rows, and is always cut to the targets; None means all of
        them. `value` is one number, or one per place given. `slot` is the second index of a lever that has one.
        """
        chosen = np.arange(self.facts.n_places) if places is None else np.asarray(places)
        rows = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen.astype(np.int64).reshape(-1)
        values = np.broadcast_to(np.asarray(value, dtype=np.float64), rows.shape)
        keep = self.targets[rows]
        return Patch(
            day=self.start if day is None else day,
            until=self.end if until is None else until,
            lever=lever,
            index=rows[keep],
            slot=slot,
            operation=lever_named(lever).rule,
            value=np.array(values[keep]),
        )
