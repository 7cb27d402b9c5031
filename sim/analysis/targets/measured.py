"""Decides what one run shows for every target, and whether a figure lies inside the range that was observed.

Nothing is tuned here, and a verdict is no praise: the model is uncalibrated, and an input that agrees is only a check.
"""

from __future__ import annotations

import math
from typing import Final

from sim.analysis.targets import contacts, docket, inputs, legal, mediation, survey
from sim.analysis.targets.figure import Figure, Measure
from sim.analysis.targets.table import TARGETS, Target
from sim.analysis.targets.waiting import WAITING
from sim.records import Records

MEASURES: Final[dict[str, Measure]] = (
    survey.MEASURES | mediation.MEASURES | contacts.MEASURES | legal.MEASURES | docket.MEASURES | inputs.MEASURES
)
"""One function a target, by key."""

INSIDE, OUTSIDE, NOT_YET = "inside", "outside", "not computable yet"

VERDICT_WORDS: Final[dict[str, tuple[str, str]]] = {
    INSIDE: ("范围内", "inside"),
    OUTSIDE: ("范围外", "outside"),
    NOT_YET: ("尚不可算", "not yet"),
}
"""(zh, en) of each verdict."""

_ROUNDING: Final = 1e-9
"""So that 0.702 + 0.04 lies inside 0.742."""


def measured(records: Records) -> dict[str, Figure]:
    """Return {key: figure} of every target, in the order of the table."""
    known: dict[Measure, Figure] = {}  # three rows of the list may be one figure
    for measure in MEASURES.values():
        if measure not in known:
            known[measure] = measure(records)
    return {row.key: known[MEASURES[row.key]] if row.key in MEASURES else WAITING[row.key] for row in TARGETS}


def verdict(target: Target, value: float) -> str:
    """Return whether a figure (of a pair: its reported half) lies inside the target's range; nan cannot be told."""
    if math.isnan(value):
        return NOT_YET
    return INSIDE if target.low - _ROUNDING <= value <= target.high + _ROUNDING else OUTSIDE
