"""Targets 11 and 24: what the scenario was given, read back from a run. Checks, never passes (definitions 8)."""

from __future__ import annotations

from functools import partial
from typing import Final

from sim.analysis.cohort import ratio
from sim.analysis.finding import NETWORK
from sim.analysis.targets.figure import Figure, Measure, Waits
from sim.names import Forum
from sim.records import Records

_OFFICIAL_NAMES: Final = {"county": ("县", "county"), "town": ("乡镇", "town")}


def village_share(records: Records) -> Figure:
    """Return the share of places with a committee among those with a committee or a town office."""
    levels = {level.rank: level.forum for level in records.society.levels}
    counts = dict.fromkeys(NETWORK, 0)
    for rank in records.principals.level.tolist():
        if levels[rank] in counts:
            counts[Forum(levels[rank])] += 1
    return ratio(counts[Forum.COMMITTEE], sum(counts.values()))


def anchor(records: Records, level: str) -> Figure:
    """Return the anchor of trust in a level of this scenario."""
    society = records.society
    for one in society.levels:
        if one.id == level:
            return float(society.trust[one.rank])
    zh, en = _OFFICIAL_NAMES[level]
    return Waits(zh=f"这个情景没有“{zh}”一级", en=f"this scenario has no level named {en}")


MEASURES: Final[dict[str, Measure]] = {
    "11": village_share,
    "24.county": partial(anchor, level="county"),
    "24.town": partial(anchor, level="town"),
}
