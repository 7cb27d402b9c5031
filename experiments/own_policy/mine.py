"""Two policies of one's own, one fixed, one that reacts to reported figures; `docs/policies.md` explains them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from sim.policies import Context, Facts, Patch, Price, Seen, Words, option


@dataclass(frozen=True, kw_only=True)
class EveningHours:
    """Village committees open in the evening."""

    facts: ClassVar[Facts] = Facts(
        id="evening_hours",
        title=Words("晚间调解", "evening hours"),
        standing="option",
        law=Words("村（居）自治范围内。", "Within a village's own affairs."),
        price=Price(staff_days=30, yuan=2000, source="own: one evening a week"),
        levers=("capacity",),
        direct=("minutes_of_line",),
        good=Words("上班的人也能来，排队变短。", "People who work by day can come; lines shorten."),
        harm=Words("花钱，而排队本来不长的村得不到什么。", "It costs, and gains nothing where no line was long."),
    )

    more: float = option(0.25, unit="share of the hours", low=0, high=1, zh="增加的工时", en="hours added")

    def patches(self, context: Context) -> Iterable[Patch]:
        """Multiply the hours of the lowest forum at the target places."""
        yield context.patch("capacity", 1 + context.dose * self.more, slot=context.facts.base)


@dataclass(frozen=True, kw_only=True)
class RovingMediators:
    """Once a month a team of mediators moves to the towns that accepted the most cases, and leaves the others."""

    facts: ClassVar[Facts] = Facts(
        id="roving_mediators",
        title=Words("巡回调解", "roving mediators"),
        standing="option",
        law=Words("县级司法行政部门的调配权限之内。", "Within a county's power to post its mediators."),
        price=Price(staff_days=60, yuan=5000, source="own: a team of two, travel"),
        levers=("capacity",),
        good=Words("人手跟着案件走。", "Staff follows the cases."),
        harm=Words("跟着账面走：不立案的地方看不见。", "It follows the books: who accepts no cases gets no help."),
        review_days=30,
    )

    share: float = option(0.2, unit="share of towns", low=0, high=1, zh="每次去的乡镇", en="towns visited at a time")
    more: float = option(1.0, unit="share of the hours", low=0, high=5, zh="增加的工时", en="hours added there")

    def memory(self, context: Context) -> dict[str, NDArray[Any]]:
        """Remember how often each place was visited."""
        return {"visits": np.zeros(context.facts.n_places, dtype=np.int64)}

    def decide(self, context: Context, seen: Seen, memory: dict[str, NDArray[Any]]) -> Iterable[Patch]:
        """Go where most was accepted; of equal places, where the team has been less often, then the earlier row."""
        towns = np.flatnonzero((context.facts.rank == context.facts.base + 1) & context.targets)
        number = round(self.share * towns.size)
        order = np.lexsort((towns, memory["visits"][towns], -seen.accepted[towns]))
        chosen = towns[order][:number]
        memory["visits"][chosen] += 1
        yield context.patch("capacity", 1 + context.dose * self.more, places=chosen, slot=context.facts.base + 1)
