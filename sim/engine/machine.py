"""The state machine of a dispute as data, and the one place where a state changes.

Stocks are counted here and nowhere else.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from sim.engine.causes import add_active
from sim.engine.marks import ACTIVE, LATENT, LUMPED, SUPPRESSED
from sim.jit import inner
from sim.names import State

_LATENT, _OPEN, _TALK, _QUEUED = int(State.LATENT), int(State.OPEN), int(State.TALK), int(State.QUEUED)
_AWAY, _LUMPED, _SUPPRESSED = int(State.AWAY), int(State.LUMPED), int(State.SUPPRESSED)

ALLOWED: Final[dict[State, tuple[State, ...]]] = {
    State.LATENT: (
        State.OPEN,
        State.QUEUED,
        State.FADED,
        State.LUMPED,
        State.SUPPRESSED,
        State.SETTLED,
        State.ACCEPTED,
    ),
    State.OPEN: (State.OPEN, State.TALK, State.QUEUED, State.AWAY, State.LUMPED, State.SUPPRESSED),
    State.TALK: (State.OPEN, State.SETTLED),
    State.QUEUED: (
        State.OPEN,
        State.LUMPED,
        State.SUPPRESSED,
        State.SETTLED,
        State.ACCEPTED,
        State.PENDING,
        State.APPEALED,
        State.CONFIRMING,
    ),
    State.AWAY: (State.OPEN, State.SETTLED),
    State.LUMPED: (State.OPEN, State.FORGOTTEN),
    State.SUPPRESSED: (State.OPEN, State.FORGOTTEN),
    State.SETTLED: (State.OPEN, State.FINAL),
    State.ACCEPTED: (State.OPEN, State.FINAL),
    State.FADED: (),
    State.FORGOTTEN: (),
    State.FINAL: (),
    State.PENDING: (State.SETTLED, State.OPEN, State.LUMPED, State.ENFORCING),
    State.ENFORCING: (State.SETTLED, State.LUMPED),
    State.APPEALED: (State.OPEN, State.SETTLED, State.ACCEPTED, State.PENDING),
    State.CONFIRMING: (State.SETTLED, State.PENDING),
}
"""From each state, the states it may go to. A latent grievance enters a stock directly only before tick 0."""


def allowed_matrix() -> np.ndarray:
    """`ALLOWED` as bool[states, states]."""
    matrix = np.zeros((len(State), len(State)), dtype=bool)
    for origin, targets in ALLOWED.items():
        for target in targets:
            matrix[origin, target] = True
    return matrix


_MATRIX: Final = allowed_matrix()


@inner
def is_active(state):
    """1 for the states in which a voiced dispute is being pursued."""
    if _OPEN <= state <= _AWAY:
        return 1
    return 0


@inner
def _stock(st, state, change):
    if state == _LATENT:
        st.count[LATENT] = int(st.count[LATENT]) + change
    elif state == _LUMPED:
        st.count[LUMPED] = int(st.count[LUMPED]) + change
    elif state == _SUPPRESSED:
        st.count[SUPPRESSED] = int(st.count[SUPPRESSED]) + change


@inner
def enter(st, i, state):
    """Move dispute `i` to `state`.

    A move that the machine does not allow raises ValueError: it is our fault, never the user's.
    """
    old = int(st.state[i])
    if not _MATRIX[old, state]:
        raise ValueError("a dispute made a move that the state machine does not allow")
    _stock(st, old, -1)
    _stock(st, state, 1)
    change = is_active(state) - is_active(old)
    if change != 0:
        st.count[ACTIVE] = int(st.count[ACTIVE]) + change
        add_active(st, int(st.cause[i]), change, int(st.ally_of[int(st.came_by[i])]))
    st.state[i] = state
