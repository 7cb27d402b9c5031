"""Decides what the picture of spill shows: three families, never added up, arm by arm, and what a change became.

Plain data only; how it is drawn: `spill_drawing`. Rates are disputes per 1,000 adult-years of the cohort.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sim.figures.words import Credit, Words, credit_of, number

if TYPE_CHECKING:
    from sim.analysis import Comparison

FAMILIES: Final[dict[str, Words]] = {
    "administrative": Words("行政外溢", "administrative"),
    "outside": Words("域外", "outside"),
    "judicial": Words("司法上行（权利，非失败）", "judicial (a right, no failure)"),
}
"""The families of `analysis.spill`, in the order in which they are shown."""

GROUPS: Final[dict[str, tuple[Words, tuple[str, ...]]]] = {
    "spilled": (Words("外溢", "spilled"), ("spilled",)),
    "resolved": (Words("化解", "resolved"), ("prevented", "resolved", "accepted")),
    "hidden": (Words("隐藏", "hidden"), ("lumped", "suppressed", "active", "unvoiced")),
    "moved": (Words("转移", "moved"), ("court", "carried")),
}
"""Groups of the cells of `analysis.identity`, as `definitions` 3 joins them; their changes sum to 0."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Range:
    """A mean with its 95 % interval over seeds; `low` and `high` are nan with fewer than two seeds."""

    mean: float
    low: float
    high: float

    @property
    def known(self) -> bool:
        """Whether there is an interval."""
        return math.isfinite(self.low) and math.isfinite(self.high)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """One family under one arm. `seeds`: one value a seed, in their order, () if unknown.

    `change` is that against the baseline, None for itself; `told`: whether it can be told from no change.
    """

    level: Range
    seeds: tuple[float, ...]
    change: Range | None
    told: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Arm:
    """One arm. `lawful`: lawful review within administrative spill; `stopped`: attempts stopped on the way, beside it.

    `became`: change of root families by group of cells, per 1,000 root families, sums to 0; None for the baseline.
    `shares`: resolve, hide and moved share, None where spill cannot be told from unchanged.
    """

    arm: str
    title: Words
    diagnostic: bool
    rates: Mapping[str, Rate]
    lawful: float
    stopped: float
    became: Mapping[str, float] | None
    shares: tuple[float, float, float] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SpillPicture:
    """The whole picture. `outside`: what the family of that name means, by the place that is left."""

    credit: Credit
    outside: Words
    arms: tuple[Arm, ...]


def prepare(result: Comparison) -> SpillPicture:
    """Return the spill of every arm of a comparison."""
    arms = tuple(_arm(result, arm) for arm in result["arms"])
    outside = Words(str(result["outside"]["zh"]), str(result["outside"]["en"]))
    return SpillPicture(credit=credit_of(result.data), outside=outside, arms=arms)


def _arm(result: Comparison, arm: Mapping[str, Any]) -> Arm:
    said = result["spill"][arm["spec"]]
    shares = said.get("shares")
    return Arm(
        arm=str(arm["spec"]),
        title=Words(str(arm["title"]["zh"]), str(arm["title"]["en"])),
        diagnostic=arm["standing"] == "diagnostic",
        rates={name: _rate(said, name) for name in FAMILIES},
        lawful=number(said["lawful_review"]["mean"]),
        stopped=number(said["intercepted"]["mean"]),
        became=_became(result["identity"][arm["spec"]]),
        shares=None if not shares else tuple(number(shares[name]) for name in ("resolve", "hide", "moved")),  # type: ignore[arg-type]
    )


def _rate(said: Mapping[str, Any], name: str) -> Rate:
    change = said.get("change")
    seeds: Sequence[float | None] = (said.get("by_seed") or {}).get(name, ())
    return Rate(
        level=_range(said[name]),
        seeds=tuple(number(value) for value in seeds),
        change=None if change is None else _range(change[name]),
        told=bool(change and change[name]["told_from_zero"]),
    )


def _range(said: Mapping[str, Any]) -> Range:
    return Range(mean=number(said["mean"]), low=number(said["low"]), high=number(said["high"]))


def _became(identity: Mapping[str, Any]) -> dict[str, float] | None:
    if "delta" not in identity:
        return None
    roots = number(identity["roots"])
    return {
        group: 1000.0 * math.fsum(number(identity["delta"][cell]["mean"]) for cell in cells) / roots if roots else 0.0
        for group, (_, cells) in GROUPS.items()
    }
