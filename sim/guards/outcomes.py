"""Decides what a guard looks at: true outcomes of the cohort, each with the side that is better.

`spill` is among them because it is the question of the project; where a system moves it directly it is no headline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sim.analysis.ends import ends
from sim.analysis.spill import spill

if TYPE_CHECKING:
    from sim.records import Records

HIDDEN: Final = ("lumped", "suppressed", "active", "outside_open")
"""End states of a voiced dispute that is not settled; their sum is *hidden*."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """A true outcome: `better` is +1 where more of it is better, -1 where less is; `scale` to its shown unit."""

    name: str
    zh: str
    en: str
    unit: str
    better: int
    scale: float = 1.0


OUTCOMES: Final[tuple[Outcome, ...]] = (
    Outcome(name="true_resolution", zh="实质化解率", en="true resolution", unit="points", better=1, scale=100.0),
    Outcome(name="hidden", zh="未化解份额", en="hidden", unit="points", better=-1, scale=100.0),
    Outcome(name="spill", zh="外溢", en="spill", unit="per 1,000 adult-years", better=-1),
)


def outcomes_of(records: Records) -> dict[str, float]:
    """Return the outcomes of one run; shares are nan where nobody voiced anything."""
    end, above = ends(records), spill(records)
    hidden = sum(end.share(state) for state in HIDDEN)
    return {"true_resolution": end.share("resolved"), "hidden": hidden, "spill": above.per_1000(above.headline)}


def headlines(direct: Sequence[str]) -> tuple[Outcome, ...]:
    """Return the outcomes that do not stand one lever step away from a system (`Facts.direct`)."""
    return tuple(one for one in OUTCOMES if one.name not in direct)
