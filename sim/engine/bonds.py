"""Which tie binds two households, and what it adds where a respondent is asked to come."""

from __future__ import annotations

from sim.jit import inner
from sim.rules.bonds import consent_by_tie


@inner
def bond_between(st, household, other):
    """0 if the two households are not tied, else the kind of their tie + 1."""
    for k in range(int(st.tie_start[household]), int(st.tie_start[household + 1])):
        if int(st.tie_to[k]) == other:
            return int(st.tie_kind[k]) + 1
    return 0


@inner
def consent_for(st, p, i, chance):
    """Chance that the respondent of row `i` comes, by the kind of tie to the claimant where kinds differ."""
    if p.on_tie_kinds == 0:
        return chance
    return consent_by_tie(chance, float(p.tie_consent[int(st.bond[i])]))
