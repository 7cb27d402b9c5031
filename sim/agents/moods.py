"""How the mood of residents is read, for one and for many, from the one rule in `rules.spread`; and how it is set.

Mood is stored when something happens to somebody and fades by itself after that; reading it never writes.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.agents.columns import Array, Rows, take
from sim.errors import BadInput, complain
from sim.rules.spread import UNIT, mood_after


def mood_of(model: Any, row: int) -> float:
    """Mood 0..cap of one resident, as a claimant would feel it on the coming day."""
    state, p = model.state, model.p
    days = model.tick - int(state.mood_tick[row])
    return float(mood_after(int(state.mood[row]), days, p.spread_mood_half_life, p.spread_mood_cap))


def moods_of(model: Any, rows: Rows) -> Array:
    """The same of many, to the last bit: the rule is asked once for each number of days that occurs."""
    state, p = model.state, model.p
    units, mood = take(state.mood, rows), np.zeros(len(rows))
    stirred = np.flatnonzero(units)  # few are
    if len(stirred) == 0:
        return mood
    days = np.maximum(model.tick - take(state.mood_tick, rows)[stirred].astype(np.int64), 0)
    factor = np.ones(int(days.max()) + 1)
    for day in np.flatnonzero(np.bincount(days)):
        factor[day] = mood_after(int(UNIT), int(day), p.spread_mood_half_life, 1.0)
    mood[stirred] = np.minimum(units[stirred] / UNIT, p.spread_mood_cap) * factor[days]
    return mood


def set_moods(model: Any, rows: Rows, value: Any) -> None:
    """Set the mood of residents, in steps of 1/65536, as of today. Raises BadInput outside 0..cap."""
    cap = float(model.p.spread_mood_cap)
    if isinstance(value, bool) or not isinstance(value, int | float | np.number) or not 0.0 <= float(value) <= cap:
        raise BadInput(complain("Resident.mood", f"must be a number from 0 to {cap:g}", repr(value), "Set another"))
    state = model.state
    target = slice(rows.start, rows.stop) if isinstance(rows, range) else rows
    state.mood[target] = round(UNIT * float(value))
    state.mood_tick[target] = model.tick
    model.intervene("mood", rows, float(value))
