"""How careers of the years before the start went: what was tried, how long it took, where it ended, whom it moved.

The starting stocks stand in for a past that is not run. A career is told in brief: some tries in vain, then an end by
shares. Two things part careers in the long run of every society of the library: whether the respondent has authority
(few settle, many give up: 看得见管不了), and whether the claimant has given up before (most do again, since what made
giving up the best way then mostly still holds). The shares are those of the long run of Zhuji, by `scenario.initial`.
"""

from __future__ import annotations

from sim.jit import njit
from sim.names import State
from sim.rules.relapse import heated
from sim.rules.spread import heat_above

LUMPED = int(State.LUMPED)
SUPPRESSED = int(State.SUPPRESSED)
SETTLED = int(State.SETTLED)
ACCEPTED = int(State.ACCEPTED)


@njit
def past_end(p, authority: int, again: int, u: float) -> int:
    """Where a career of the past came to rest; `u` uniform; `again` = 1 if it began by coming back from being lumped.

    Those who gave up before give up more often; the other ends keep their proportions.
    """
    lumped = p.initial_authority_lumped if authority == 1 else p.initial_private_lumped
    suppressed = p.initial_authority_suppressed if authority == 1 else p.initial_private_suppressed
    accepted = p.initial_authority_accepted if authority == 1 else 0.0
    if again == 1 and lumped < 1.0:
        more = p.initial_authority_again if authority == 1 else p.initial_private_again
        rest = (1.0 - more) / (1.0 - lumped)
        lumped, suppressed, accepted = more, suppressed * rest, accepted * rest
    if u < lumped:
        return LUMPED
    if u < lumped + suppressed:
        return SUPPRESSED
    if u < lumped + suppressed + accepted:
        return ACCEPTED
    return SETTLED


@njit
def past_tries(p, authority: int, u: float, most: int) -> int:
    """Tries in vain of a career of the past: geometric, one more with chance `tries` each time, at most `most`."""
    chance = p.initial_authority_tries if authority == 1 else p.initial_private_tries
    tries = 0
    bar = chance
    while tries < most and u < bar:
        tries += 1
        bar = bar * chance
    return tries


@njit
def past_children(p, contagion: float, hostility: float, authority: float) -> float:
    """Sympathetic grievances that a root of the past had moved others to, by its type; `authority` share 0..1.

    Branching form of `rules.spread`: what R brings for each push of this contagion and heat, and a push for each try in
    vain against an authority. Heat is that after a second failure. Quarrels between private parties seldom burn so hot.
    """
    chance = p.initial_authority_tries
    tries = chance / (1.0 - chance) if chance < 0.75 else 3.0
    heat = heat_above(heated(heated(hostility, p.heat_failure), p.heat_failure), p.spread_hot)
    return authority * tries * p.spread_R * contagion * heat / p.spread_pushes
