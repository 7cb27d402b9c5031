"""Which offices are open to a complaint against a government after they have answered: the three steps of a petition.

Petition Regulation 2022, arts. 31-36: an answer may be reviewed by the next level up, and that once more; after the
third the matter is closed to offices (targets #23, grade A). Reconsideration is a way of its own
(`reconsider`). That whoever was answered may not go to the same office again is the point; whether it calms is not
said here.
"""

from __future__ import annotations

from typing import Final

from sim.jit import njit

MOST_STEPS: Final = 3
"""Handling, review, re-review."""


@njit
def office_open(steps: int, next_level: int, level: int) -> int:
    """1 if an office of `level` may take the matter after `steps` answers; `next_level` stands above the last of them.

    Before the first answer any office may: whether a skip is sent back is a policy's affair.
    """
    if steps == 0:
        return 1
    if steps >= MOST_STEPS:
        return 0
    return 1 if level == next_level else 0
