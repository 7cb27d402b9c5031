"""How far moods and shifts of trust have faded, by days: looked up where it was worked out before, nearly always.

A claimant's choice reads thirty of them; an exponential each took a tenth of a small society's days. Formulas:
`rules.trust`, `rules.spread`. What is kept is what the formula gives, to the bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.jit import inner, plain
from sim.rules.spread import calmed, mood_after, mood_left
from sim.rules.trust import left_after, shift_after, shifted

if TYPE_CHECKING:
    Array = npt.NDArray[Any]

DAYS_KEPT: Final = 1024
"""Days worked out before; what is older is worked out when it is read."""


def faded(p: Any) -> dict[str, Array]:
    """Shares left of a mood and of a shift after so many days, by the names of their columns."""
    days, half_life, pull = range(DAYS_KEPT), float(p.spread_mood_half_life), float(p.experience_pull)
    return {
        "mood_left": np.array([plain(mood_left)(day, half_life) for day in days]),
        "shift_left": np.array([plain(left_after)(day, pull) for day in days]),
    }


@inner
def shift_now(st, p, units, days):
    """A shift of `units`, written so many days ago."""
    if 0 < days < st.shift_left.shape[0]:
        return shifted(units, float(st.shift_left[days]))
    return shift_after(units, days, p.experience_pull)


@inner
def mood_of(st, p, units, days):
    """Mood 0..cap, written so many days ago."""
    if 0 < days < st.mood_left.shape[0]:
        return calmed(units, float(st.mood_left[days]), p.spread_mood_cap)
    return mood_after(units, days, p.spread_mood_half_life, p.spread_mood_cap)
