"""Phase 2 of a dispute that waits for the law: terms to be performed, enforcement, appeal, confirmation."""

from __future__ import annotations

from sim.engine.appeal import appeal_over
from sim.engine.confirmation import confirmation_over
from sim.engine.terms import enforcement_over, terms_due
from sim.jit import inner
from sim.names import State

_PENDING, _ENFORCING, _APPEALED = int(State.PENDING), int(State.ENFORCING), int(State.APPEALED)
_CONFIRMING = int(State.CONFIRMING)


@inner
def waits_for_law(state):
    """True for the states that end here."""
    return _PENDING <= state <= _CONFIRMING


@inner
def day_of_law(st, p, i, state):
    """The day has come; 1 if the claimant now chooses."""
    if state == _PENDING:
        return terms_due(st, p, i)
    if state == _ENFORCING:
        enforcement_over(st, p, i)
    elif state == _APPEALED:
        appeal_over(st, p, i)
    else:
        confirmation_over(st, p, i)
    return 0
