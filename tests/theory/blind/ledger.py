"""How a root family ends, the identity, and the right level, typed a second time from definitions 1 and 3.

As blind to the first version as `rules`, where the rules themselves are.
"""

from __future__ import annotations

SETTLED_INTEREST = 0.05
WORST_FIRST = ("active", "suppressed", "lumped", "accepted", "resolved")
RESOLVES = ("prevented", "resolved", "accepted")
HIDES = ("lumped", "suppressed", "active", "unvoiced")
MOVES = ("court", "carried")


def family_cell(
    members: list[str], *, spilled: bool = False, court: bool = False, carried: bool = False, found: bool = False
) -> str:
    """The first that fits: spilled, court, carried, else the worst state of the voiced members."""
    if spilled:
        return "spilled"
    if court:
        return "court"
    if carried:
        return "carried"
    for state in WORST_FIRST:
        if state in members:
            return state
    return "prevented" if found else "unvoiced"


def shares(change: dict[str, float]) -> tuple[float, float, float]:
    """Resolve, hide and moved share of a fall in `spilled`; they sum to 1."""
    fall = -change["spilled"]
    groups = (RESOLVES, HIDES, MOVES)
    resolve, hide, moved = (sum(change[cell] for cell in group) / fall for group in groups)
    return resolve, hide, moved


def right_level(
    level: int,
    power: int,
    home: int,
    *,
    exclusive_reached: bool | None,
    failed_between: bool,
    sessions: int,
    lawful_review: bool = False,
) -> str:
    """Class of a voiced dispute by the level of its last end; `exclusive_reached` None: none needed.

    Mended after the first comparison: lawful review of a government respondent is never needless (definitions 1, under
    "Spill", which the first draft of this file had left out). The code was right.
    """
    if sessions == 0:
        return "never_heard"
    if exclusive_reached or (exclusive_reached is None and power <= level <= home):
        return "right"
    if level < power or exclusive_reached is False:
        return "held_below"
    return "lifted_after_try" if failed_between or lawful_review else "lifted_needlessly"
