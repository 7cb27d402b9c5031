"""Who petitions for what it pays: which claimants, and what earlier rounds add. The formulas: `rules.profit`."""

from __future__ import annotations

from sim.draws import uniform
from sim.engine.channels import FIRST_SLOT, outside_channel
from sim.jit import inner
from sim.names import Forum, Purpose, Way
from sim.rules.profit import profit_return, profit_worth

_PROFIT = int(Purpose.PROFIT)
_PETITION, _OUTSIDE = int(Forum.PETITION), int(Forum.OUTSIDE)
_GRANTED, _PROMISE = int(Way.GRANTED), int(Way.PROMISE)
FOR_PROFIT = 1 << 8
"""Bit of the detail of a CLAIM: a petition by such a claimant."""


@inner
def is_driven(st, p, i):
    """1 for the keyed share of disputes that are pursued for what petitioning pays."""
    if p.on_profit == 0 or p.profit_share <= 0.0:
        return 0
    return 1 if uniform(int(st.seed[0]), _PROFIT, int(st.id[i]), 0) < p.profit_share else 0


@inner
def worth_of_rounds(st, p, i):
    """What earlier petitions add to the worth of another, 0 for everybody else."""
    if is_driven(st, p, i) == 0:
        return 0.0
    rounds = int(st.visits[i, outside_channel(p)])
    for r in range(p.base, p.n_levels):
        if int(p.forum_of_slot[r]) == _PETITION:
            rounds += int(st.visits[i, FIRST_SLOT + r])
    return profit_worth(p, rounds, float(st.calm_pay[int(st.place[i])]))


@inner
def mark_of_claim(st, p, i, forum):
    """FOR_PROFIT for a petition by such a claimant, else 0."""
    if (forum == _PETITION or forum == _OUTSIDE) and is_driven(st, p, i) == 1:
        return FOR_PROFIT
    return 0


@inner
def rate_after(st, p, i, forum, way, rate):
    """Yearly rate of return after an end at `forum`: higher where petitioning has just paid such a claimant."""
    paid = way == _GRANTED or way == _PROMISE
    if paid and (forum == _PETITION or forum == _OUTSIDE) and is_driven(st, p, i) == 1:
        return profit_return(p, rate)
    return rate
