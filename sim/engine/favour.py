"""Where closeness to the cadres enters: at a gate, in a decision against them, and in who is made to sign."""

from __future__ import annotations

from sim.jit import inner
from sim.names import Opponent
from sim.rules.cadres import favoured, gate_for, leaned_on
from sim.rules.settle import pressed_probability

_COLLECTIVE = int(Opponent.COLLECTIVE)


@inner
def _own(st, i):
    """Closeness 0..1 of the claimant."""
    return float(st.res_closeness[int(st.claimant[i])]) / 255.0


@inner
def _other(st, i):
    """The same of the respondent: a cadre or a government is as close as can be, who is no resident in the middle."""
    person = int(st.respondent[i])
    if person >= 0:
        return float(st.res_closeness[person]) / 255.0
    if int(st.opponent[i]) >= _COLLECTIVE:
        return 1.0
    return 0.5


@inner
def strictness_for(st, p, i, strictness):
    """Chance that a gate of this strictness sends row `i` down."""
    if p.on_closeness == 0:
        return strictness
    return gate_for(strictness, p.cadres_gate, _own(st, i))


@inner
def grant_for(st, p, i, chance):
    """Chance of a decision for the claimant of row `i` by an office or a petition office."""
    if p.on_closeness == 0:
        return chance
    return favoured(chance, p.cadres_grant, _own(st, i))


@inner
def pressed_for(st, p, i, run):
    """Chance that what the parties of row `i` signed at the place `run` was pressed out of the claimant."""
    chance = pressed_probability(p, float(st.gap[i]), float(st.compulsion[i]), float(st.suppression[run]))
    if p.on_closeness == 0:
        return chance
    return leaned_on(chance, p.cadres_press, _other(st, i), _own(st, i))
