"""Decides how pattern 9 is asked: what petitioning and harm by locals do to trust, and what lost trust does."""

from __future__ import annotations

from typing import Final

from benchmarks.evidence.runs import Variant
from benchmarks.evidence.verdicts import Part, Pattern

_MOVES: Final = {"processes.trust": True}
MOVES: Final = Variant(changed=_MOVES)
PETITIONS_MORE: Final = Variant(changed={**_MOVES, "claim.petition": 2.6})
SENT_DOWN: Final = Variant(changed=_MOVES, arm="keep_in_village(strictness=1)")
NOT_ASSERTIVE: Final = Variant(changed={**_MOVES, "experience.assertive": 0.0})

TRUST: Final[tuple[Pattern, ...]] = (
    Pattern(
        number=9,
        claim="Petitioning lowers trust; harm by locals lowers local trust only; loss of trust in intent, more "
        "assertive action.",
        parts=(
            Part(
                words="trust in the levels (of 1), people petitioning more readily (constant 1 higher) less as it is",
                figure="trust_inside",
                variant=PETITIONS_MORE,
                than=MOVES,
                sense="below",
                digits=4,
            ),
            Part(
                words="trust in the lowest level, claims sent down by a strict gate there less baseline",
                figure="trust_local",
                variant=SENT_DOWN,
                than=MOVES,
                sense="below",
                digits=4,
            ),
            Part(
                words="trust in the top level, the same pair (only local: within .002)",
                figure="trust_top",
                variant=SENT_DOWN,
                than=MOVES,
                sense="inside",
                bound=-0.002,
                top=0.002,
                digits=4,
            ),
            Part(
                words="registered petitions per 1,000 adult-years, as it is less with lost trust that moves nobody up",
                figure="petitions",
                variant=MOVES,
                than=NOT_ASSERTIVE,
                digits=3,
            ),
        ),
        put_in="That lost local trust adds to petitioning is a weight of its own; whether it outweighs what keeps "
        "people away is not. Trust moves in all halves here.",
    ),
)
