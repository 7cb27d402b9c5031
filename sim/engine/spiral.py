"""The respondent's side of a quarrel: it answers the claimant's hostility where they meet unsettled, and calms with it.

The formula: `rules.spiral`. Where they meet: the end of a failed talk (`due`), a session without agreement (`serve`).
"""

from __future__ import annotations

from sim.jit import inner
from sim.rules.relapse import cooled
from sim.rules.spiral import answered, temper_of, temper_units


@inner
def answer_each_other(st, p, i):
    """Both sides of row `i` are heated by what the other was before they met."""
    if p.on_spiral == 0:
        return
    claimant = float(st.hostility[i])
    respondent = temper_of(int(st.temper[i]))
    st.hostility[i] = answered(claimant, respondent, p.spiral_strength)
    st.temper[i] = temper_units(answered(respondent, claimant, p.spiral_strength))


@inner
def calm_respondent(st, p, i):
    """A settlement by consent calms the respondent as it calms the claimant."""
    if p.on_spiral == 1:
        st.temper[i] = temper_units(temper_of(int(st.temper[i])) * p.returns_calm)


@inner
def cool_respondent(st, p, i, days):
    """At rest the respondent cools as the claimant does."""
    if p.on_spiral == 1:
        st.temper[i] = temper_units(cooled(temper_of(int(st.temper[i])), days, p.press_decay))
