"""Whether a claim on its way up is stopped below. What the stopped claimant does next: `relapse`.

Dry run, decision 12: the level below the target blocks with its s; it leaks at `outside`, is weaker against people
blocked before, and angers. Without all of these, blocking would lower the flow at the top, against pattern 7 of
`targets.md`.
"""

from __future__ import annotations

from sim.jit import njit


@njit
def block_probability(suppression: float, to_outside: int, earlier_blocks: int, leak: float, repeat: float) -> float:
    """Chance that the principal below the target stops the claim."""
    chance = suppression
    if to_outside == 1:
        chance = chance * leak
    for _ in range(earlier_blocks):
        chance = chance * repeat
    return chance
