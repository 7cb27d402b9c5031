"""Decides the end state of every grievance, who is in the cohort, and who was left over on day 0 (`definitions` 4).

All of it follows from columns that the engine keeps; nothing is estimated.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import EndState, Origin, State, Way
from sim.records.marks import NEVER

Array = npt.NDArray[Any]

SETTLED_INTEREST: Final = 0.05
"""Largest unsettled share of the stake at which a dispute counts as resolved (definitions 4)."""

PROOF_DAYS: Final = 365
"""Days without return that a settlement must stand to be true (definitions 4)."""

_SUPPRESSING: Final = (Way.BLOCKED, Way.PRESSED, Way.PROMISE)
_ACTIVE: Final = (
    State.OPEN,
    State.TALK,
    State.QUEUED,
    State.PENDING,
    State.ENFORCING,
    State.APPEALED,
    State.CONFIRMING,
)
_AT_REST: Final = (State.SETTLED, State.ACCEPTED, State.FINAL)


def end_states(
    *, state: Array, interest: Array, voiced: Array, last_way: Array, last_end: Array, returns: Array, forgets: Array
) -> Array:
    """Return the end state of each grievance, uint8[n] of `EndState`.

    `returns` and `forgets` are the keyed times drawn at the last end; a dispute returns if `returns` <= `forgets`. A
    settled or accepted dispute that returns within 365 days of its last end is not settled: it is `active`, whether or
    not the day has come. One given up or suppressed and then forgotten keeps that state. What was settled before it was
    voiced is `prevented`, by the same proof; what was found and is not settled yet is `active`.
    """
    done = np.full(len(state), int(EndState.UNVOICED), dtype=np.uint8)
    done[np.isin(state, _ACTIVE)] = EndState.ACTIVE
    done[state == State.AWAY] = EndState.OUTSIDE_OPEN
    given_up = (state == State.LUMPED) | (state == State.FORGOTTEN)
    done[given_up] = EndState.LUMPED
    pressed = (state == State.SUPPRESSED) | ((state == State.FORGOTTEN) & np.isin(last_way, _SUPPRESSING))
    done[pressed] = EndState.SUPPRESSED
    at_rest = np.isin(state, _AT_REST)
    back = at_rest & returns_soon(last_end, returns, forgets)
    done[at_rest & (interest <= SETTLED_INTEREST)] = EndState.RESOLVED
    done[at_rest & (interest <= SETTLED_INTEREST) & (voiced == NEVER)] = EndState.PREVENTED
    done[at_rest & (interest > SETTLED_INTEREST)] = EndState.ACCEPTED
    done[back] = EndState.ACTIVE
    return done


def returns_soon(ended: Array, returns: Array, forgets: Array) -> Array:
    """Whether what ended on `ended` comes back within 365 days, bool[n]; all three in days of one clock."""
    early: Array = (returns <= forgets) & (returns.astype(np.int64) - ended <= PROOF_DAYS)
    return early


def families(ids: Array, roots: Array, origin: Array) -> Array:
    """Return the row of the root of each grievance's root family, int32[n]; -1 where the root is not in the table."""
    own = np.arange(len(ids), dtype=np.int32)
    is_root = origin == Origin.ROOT
    family = np.where(is_root, own, np.int32(-1)).astype(np.int32)
    children = np.flatnonzero(~is_root)
    if len(children):
        rows = np.flatnonzero(is_root)
        order = rows[np.argsort(ids[rows], kind="stable")]
        at = np.searchsorted(ids[order], roots[children])
        known = at < len(order)
        found = np.where(known, order[np.minimum(at, len(order) - 1)], -1) if len(order) else np.full(len(children), -1)
        known &= ids[np.maximum(found, 0)] == roots[children]
        family[children] = np.where(known, found, -1)
    return family


def in_cohort(family: Array, born: Array, days: int) -> Array:
    """Whether each grievance's root was born on days 0 to `days` - 1, bool[n]."""
    root_born = born[np.maximum(family, 0)]
    inside: Array = (family >= 0) & (root_born >= 0) & (root_born < days)
    return inside


def left_over(*, born: Array, state: Array, last_end: Array, forgets: Array) -> Array:
    """Whether each grievance was open on day 0, bool[n]: born before, and neither gone nor settled by then.

    Latent, lumped and suppressed ones count as open. One that was settled before day 0 is over, even if it came back.
    """
    gone = np.isin(state, (State.FADED, State.FORGOTTEN, State.FINAL)) & (forgets < 0)
    settled = np.isin(state, (State.SETTLED, State.ACCEPTED, State.FINAL)) & (last_end < 0) & (last_end != NEVER)
    open_then: Array = (born < 0) & ~gone & ~settled
    return open_then


def level_reached(*, state: Array, last_level: Array, case: Array, case_level: Array, outside: int) -> Array:
    """Return the level of the open case, else of the last end, int8[n]; -1 between the parties or nowhere yet.

    `case` int32[n] the row of the open case or -1; `case_level` its level by row; `outside` the rank of what lies
    beyond the root, where a petition under way is.
    """
    level = last_level.astype(np.int8)
    waiting = (state == State.QUEUED) & (case >= 0)
    level[waiting] = case_level[case[waiting]]
    level[state == State.AWAY] = outside
    return level
