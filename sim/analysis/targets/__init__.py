"""What was observed of real disputes, and the same figure in a run: one function a row, or what it waits for."""

from __future__ import annotations

from sim.analysis.targets.figure import Figure, Waits
from sim.analysis.targets.measured import INSIDE, MEASURES, NOT_YET, OUTSIDE, VERDICT_WORDS, measured, verdict
from sim.analysis.targets.table import BY_KEY, KIND_WORDS, TARGETS, UNIT_WORDS, Target
from sim.analysis.targets.waiting import WAITING

__all__ = [
    "BY_KEY",
    "Figure",
    "INSIDE",
    "KIND_WORDS",
    "MEASURES",
    "measured",
    "NOT_YET",
    "OUTSIDE",
    "Target",
    "TARGETS",
    "UNIT_WORDS",
    "verdict",
    "VERDICT_WORDS",
    "WAITING",
    "Waits",
]
