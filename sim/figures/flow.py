"""Decides what the flow across levels shows: from the home level to where disputes ended, and how many held.

Plain data only; how it is drawn: `flow_drawing`. Per 1,000 voiced disputes of the cohort with home inside the tree.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from sim.figures.words import Credit, Words, credit_of, number, short_levels
from sim.names import EndState

if TYPE_CHECKING:
    from sim.analysis import Comparison

Relation = Literal["below", "home", "above"]

PARTIES: Final = Words("当事人之间", "between the parties")
_WELL: Final = (EndState.RESOLVED, EndState.ACCEPTED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ribbon:
    """Disputes of one home level that ended at one place. `home` a rank; `end` -1 between the parties … outside last.

    `amount` per 1,000 disputes; `held`: those of them that ended resolved or accepted.
    """

    home: int
    end: int
    amount: float
    held: float

    @property
    def relation(self) -> Relation:
        """Where the end lies, seen from home."""
        return "above" if self.end > self.home else "home" if self.end == self.home else "below"


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One arm; `ribbons` with an amount above 0, homes and ends from low to high."""

    arm: str
    title: Words
    diagnostic: bool
    ribbons: tuple[Ribbon, ...]

    def of_home(self, home: int) -> float:
        """Return the disputes of a home level."""
        return math.fsum(one.amount for one in self.ribbons if one.home == home)

    def at_end(self, end: int) -> float:
        """Return the disputes that ended at a level."""
        return math.fsum(one.amount for one in self.ribbons if one.end == end)

    def held_at(self, end: int) -> float:
        """Return those of them that ended resolved or accepted."""
        return math.fsum(one.held for one in self.ribbons if one.end == end)

    def share(self, relation: Relation) -> float:
        """Return the share (0..1) of disputes that ended above, at or below home."""
        whole = math.fsum(one.amount for one in self.ribbons)
        part = math.fsum(one.amount for one in self.ribbons if one.relation == relation)
        return part / whole if whole else math.nan


@dataclass(frozen=True, kw_only=True, slots=True)
class FlowPicture:
    """The whole picture. `homes`: names by rank; `ends`: names from between the parties to outside."""

    credit: Credit
    homes: tuple[Words, ...]
    ends: tuple[Words, ...]
    panels: tuple[Panel, ...]


def prepare(result: Comparison) -> FlowPicture:
    """Return the flow of every arm of a comparison."""
    homes = short_levels(result["levels_of_tree"])
    outside = result["outside"]
    return FlowPicture(
        credit=credit_of(result.data),
        homes=homes,
        ends=(PARTIES, *homes, Words(str(outside["zh"]), str(outside["en"]))),
        panels=tuple(_panel(arm, result["flow"][arm["spec"]]["by_end"]) for arm in result["arms"]),
    )


def _panel(arm: Mapping[str, Any], by_end: Sequence[Sequence[Sequence[float]]]) -> Panel:
    whole = math.fsum(number(count) for row in by_end for cell in row for count in cell)
    ribbons = []
    for home, row in enumerate(by_end):
        for place, cell in enumerate(row):
            amount = math.fsum(number(count) for count in cell)
            if amount > 0.0:
                held = math.fsum(number(cell[state]) for state in _WELL)
                part = 1000.0 / whole
                ribbons.append(Ribbon(home=home, end=place - 1, amount=part * amount, held=part * held))
    return Panel(
        arm=str(arm["spec"]),
        title=Words(str(arm["title"]["zh"]), str(arm["title"]["en"])),
        diagnostic=arm["standing"] == "diagnostic",
        ribbons=tuple(ribbons),
    )
