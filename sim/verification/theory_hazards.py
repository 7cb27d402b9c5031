"""What theory says of waiting under hazards on a calendar of whole days: where a wait stands among all it could be.

A wait with hazard h of a day outlasts it with chance exp(-h), whatever h was on other days: the integrated hazard of an
Exp(1) draw. Causes of one day are told in a stated order. The place of each outcome among all outcomes, with the lots
of a tie drawn, is even on (0, 1) whatever the hazards were (Cox and Snell 1968), so waits of any hazards are one test.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

NOT_YET = -1
"""Cause of a wait that was still going on when one stopped looking."""


def places_of(before: Array, hazards: Sequence[Array], cause: Array, lot: Array) -> Array:
    """Return where each outcome stands, even on (0, 1) if the hazards are right.

    `before`: hazard of all causes integrated to the morning of the day on which it happened. `hazards`: of that day, by
    cause, in the order in which causes come. `cause`: which it was, NOT_YET for none. `lot`: even on (0, 1).
    """
    passed, own = before.copy(), np.full(len(before), np.inf)
    for number, hazard in enumerate(hazards):
        own = np.where(cause == number, hazard, own)
        passed = passed + np.where((cause != NOT_YET) & (number < cause), hazard, 0.0)
    even: Array = 1.0 - np.exp(-passed) * (1.0 - lot * -np.expm1(-own))
    return even


def causes_of(hazards: Sequence[Array]) -> Array:
    """Return the chance of each cause, float64[n, causes], where it is known that one of them came on that day."""
    passed = np.zeros(len(hazards[0]))
    chances = []
    for hazard in hazards:
        chances.append(np.exp(-passed) * -np.expm1(-hazard))
        passed = passed + hazard
    together: Array = np.stack(chances, axis=1) / -np.expm1(-passed)[:, None]
    return together
