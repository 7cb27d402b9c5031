"""Decides what is said of trust: by level, at the start of the cohort and at the end, or that it stood still.

Where trust does not move it stands at its anchors, and says so: an input shown as a result would be nobody's finding.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.records import Records

UNIT = 65536.0
"""Unit of the daily series of trust."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trust:
    """Intent trust 0..1 by rank of level, `outside` last: `levels` at the last review, `start` on day 0, `anchors`.

    Means over all residents. `at_anchors`: nothing moved it; then all three are an input of the scenario.
    """

    levels: tuple[float, ...]
    start: tuple[float, ...]
    anchors: tuple[float, ...]
    at_anchors: bool = True


def trust(records: Records) -> Trust:
    """Return how far people trust each level."""
    anchors, series = records.society.trust, records.series
    told = [series[f"trust_rank{rank}"] for rank in range(len(anchors))]
    if not any(column.any() for column in told):
        return Trust(levels=anchors, start=anchors, anchors=anchors)
    first = min(max(0, -series.first_day), len(series) - 1)
    return Trust(
        levels=tuple(float(column[-1]) / UNIT for column in told),
        start=tuple(float(column[first]) / UNIT for column in told),
        anchors=anchors,
        at_anchors=False,
    )
