"""What records say: indicators, the identity, paired comparison, uncertainty. Reads records only; results are plain."""

from __future__ import annotations

from sim.analysis.books import Book, books
from sim.analysis.compare import Comparison, compare_runs
from sim.analysis.cost import Cost, cost
from sim.analysis.ends import Ends, ends
from sim.analysis.fairness import Fairness, fairness
from sim.analysis.flow import Flow, flow
from sim.analysis.identity import CELL_WORDS, CELLS, Change, Identity, Shares, change, identity
from sim.analysis.indicators import indicators
from sim.analysis.load import LineLoad, load
from sim.analysis.matched import Match, match
from sim.analysis.mottoes import Mottoes, mottoes
from sim.analysis.rho import check_load, expected_load, overloaded
from sim.analysis.right_level import CLASS_WORDS, CLASSES, RightLevel, right_level
from sim.analysis.spill import Spill, spill
from sim.analysis.stationarity import SeriesTest, Verdict, stationary
from sim.analysis.summary import Summary, summarise
from sim.analysis.surveyor import Survey, survey
from sim.analysis.table import INDICATORS, Indicator, check_objective, indicator
from sim.analysis.targets import TARGETS, Target, measured
from sim.analysis.targets_over import counted
from sim.analysis.trust import Trust, trust
from sim.analysis.uncertainty import WORDS, Interval, confidence, interval, variance_ratio

__all__ = [
    "Book",
    "books",
    "CELL_WORDS",
    "CELLS",
    "Change",
    "change",
    "check_load",
    "check_objective",
    "CLASS_WORDS",
    "CLASSES",
    "compare_runs",
    "Comparison",
    "confidence",
    "Cost",
    "cost",
    "counted",
    "Ends",
    "ends",
    "expected_load",
    "Fairness",
    "fairness",
    "Flow",
    "flow",
    "Identity",
    "identity",
    "Indicator",
    "indicator",
    "INDICATORS",
    "indicators",
    "Interval",
    "interval",
    "LineLoad",
    "load",
    "Match",
    "match",
    "measured",
    "Mottoes",
    "mottoes",
    "overloaded",
    "right_level",
    "RightLevel",
    "SeriesTest",
    "Shares",
    "Spill",
    "spill",
    "stationary",
    "summarise",
    "Summary",
    "Survey",
    "survey",
    "Target",
    "TARGETS",
    "Trust",
    "trust",
    "variance_ratio",
    "Verdict",
    "WORDS",
]
