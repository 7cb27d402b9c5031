"""Where payments for calm and insured losses are read: where the claimant lives. Rules: `rules.compensate`.

A payment has no state of its own: a petition that is paid off is shelved like one that was promised something.
"""

from __future__ import annotations

from sim.jit import inner
from sim.names import Forum
from sim.rules.compensate import counted_on, shelved_share, stake_left

_PETITION = int(Forum.PETITION)


@inner
def stake_of(st, i):
    """Yuan that the claimant of row `i` still has to ask for."""
    return stake_left(float(st.stake[i]), int(st.type[i]), float(st.loss_cover[int(st.place[i])]))


@inner
def hoped(st, p, i, forum, believed):
    """Believed success at a forum, with what petition offices are known to pay."""
    if forum != _PETITION:
        return believed
    return counted_on(p, believed, float(st.calm_pay[int(st.place[i])]))


@inner
def share_shelved(st, p, i, forum):
    """Chance that a case which `forum` could not settle is shelved instead of rejected."""
    share = 0.0
    if p.on_promise == 1:
        share = p.promise_share
    if forum != _PETITION:
        return share
    return shelved_share(share, float(st.calm_pay[int(st.place[i])]))
