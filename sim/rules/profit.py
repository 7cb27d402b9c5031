"""Claims made for what repeated petitioning pays (charter 3.12: paying for calm breeds them; off by default).

A keyed share of claimants weighs a petition by what coming again has paid, and comes back sooner after it paid. Nobody
has measured that share; it is 0 by default. No word of this names a person: it is a share of draws.
"""

from __future__ import annotations

from sim.jit import njit

MOST_ROUNDS = 5
"""Rounds that still add to what petitioning seems to pay."""


@njit
def profit_worth(p, rounds: int, calm: float) -> float:
    """Utility that `rounds` of petitioning (petition offices and outside) add to the next. Sign: never below 0.

    `calm` 0..1 is the chance that the claimant's place pays off what is not settled: at 1 a round is worth twice.
    """
    if rounds > MOST_ROUNDS:
        rounds = MOST_ROUNDS
    return p.profit_pays * rounds * (1.0 + calm)


@njit
def profit_return(p, rate: float) -> float:
    """Yearly rate of return of a petition that was granted or promised something, for such a claimant."""
    return rate * p.profit_again
