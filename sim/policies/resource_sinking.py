"""重心下移 (S0, S2, S4): hours by actual residents instead of registered ones, and a share from the top sent down.

Not one minute is made: what edges and migrant towns gain, the rest and the top's petition office lose.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from sim.levers.patch import Patch
from sim.names import Forum
from sim.policies.apportion import Minutes, apportion, blend
from sim.policies.base import Facts, Price, Words, option
from sim.policies.context import Context

MOST: Final = 99
"""A line may grow up to this many times; the bound of the capacity lever, less the half minute added below."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ResourceSinking:
    """Shares the minutes of each tier out anew among the target lines; the court keeps its hours.

    A line that is open stays open as long as it serves anybody, and one without staff is not opened: moving posts is
    not founding a forum. Nothing is sent down where the top's petition office is not among the targets.
    """

    facts: ClassVar[Facts] = Facts(
        id="resource_sinking",
        title=Words("重心下移、以城带乡", "resource sinking"),
        standing="option",
        law=Words(
            "属县、市自身的编制与预算权限；不涉及法院编制。",
            "Within a county's or city's own power over posts and budgets; court posts are not touched.",
        ),
        price=Price(staff_days=2.0, yuan=3000.0, source="own: postings and travel per place whose hours change"),
        levers=("capacity",),
        direct=("minutes_of_line", "load_of_line"),
        good=Words(
            "人手与实际人口相配，边缘和外来人口多的乡镇得到服务。",
            "Staff matches the people who live there; edges and towns of migrants are served.",
        ),
        harm=Words(
            "户籍多、常住少的村工时变少；城市中心（顶层信访）变薄、排队变长。",
            "Villages with more registered than actual residents lose hours; the centre is thinned out and its line "
            "grows.",
        ),
        sources=("S0", "S2", "S4"),
        variants=("sent_down=0",),
    )

    sent_down: float = option(
        0.2, unit="share of the top petition office's minutes", low=0, high=0.5, zh="顶层信访工时下沉的份额",
        en="share of the top's petition hours sent down",
    )  # fmt: skip

    def patches(self, context: Context) -> Iterable[Patch]:
        """Multiply the capacity of every line whose whole minutes change."""
        if context.dose == 0.0:
            return
        before = _open_minutes(context)
        after = blend(before.reshape(-1), self.plan(context).reshape(-1), context.dose).reshape(before.shape)
        for slot in range(context.facts.n_levels):
            places = np.flatnonzero(after[:, slot] != before[:, slot])
            if places.size:
                # half a minute more, so that int(base × factor) is the planned minute whatever the rounding
                factor = (after[places, slot] + 0.5) / before[places, slot]
                yield context.patch("capacity", factor, places=places, slot=slot)

    def plan(self, context: Context) -> Minutes:
        """Return the minutes int64[n_places, n_levels] of the target lines at full dose; the sum is the baseline's."""
        minutes = _open_minutes(context)
        served = context.facts.served_actual[:, : context.facts.n_levels]
        plan = minutes.copy()
        for slot, extra in enumerate(self._moved(context, minutes)):
            rows = np.flatnonzero(minutes[:, slot] > 0)
            if rows.size:
                had, people = minutes[rows, slot], served[rows, slot]
                weights = people if people.any() else had
                low, high = np.minimum(weights, 1), np.maximum(had * MOST, 1)
                plan[rows, slot] = apportion(int(had.sum()) + extra, weights, low, high)
        return plan

    def _moved(self, context: Context, minutes: Minutes) -> list[int]:
        """Minutes a day that each tier gains (the top: loses), in equal parts over the offices and committees."""
        forums = context.facts.forums
        moved, top = [0] * len(forums), len(forums) - 1
        lower = [s for s in range(top) if forums[s] in (Forum.COMMITTEE, Forum.OFFICE) and minutes[:, s].any()]
        have = int(minutes[:, top].sum())
        if forums[top] != Forum.PETITION or not lower or have < 2:
            return moved
        room = (MOST - 1) * len(lower) * min(int(minutes[:, slot].sum()) for slot in lower)
        amount = min(int(have * self.sent_down), have - 1, room)
        moved[top] = -amount
        for turn, slot in enumerate(lower):
            moved[slot] = amount // len(lower) + (1 if turn < amount % len(lower) else 0)
        return moved


def _open_minutes(context: Context) -> Minutes:
    """Baseline minutes of the administrative lines at the targets, 0 elsewhere; int64[n_places, n_levels]."""
    facts = context.facts
    shown = np.where(context.targets[:, None], facts.minutes[:, : facts.n_levels], 0)
    shown[:, [forum == Forum.NONE for forum in facts.forums]] = 0
    return np.ascontiguousarray(shown)
