"""The official figures that a run is held beside, typed a second time from the table of targets, row by row.

Blind to `sim.analysis.targets` and to the page of indicators. Shares are 0..1; a range "±" ends at 0 at the latest.
"""

from __future__ import annotations


def about(value: float, by: float) -> tuple[float, float, float]:
    """A figure and a range of `by` to either side, never below 0."""
    return value, max(0.0, value - by), value + by


FIGURES: dict[int, tuple[tuple[float, float, float], ...]] = {
    1: ((0.131, 0.11, 0.16),),
    2: ((0.107, 0.09, 0.13),),
    3: (about(0.0355, 0.01), about(0.0215, 0.01)),
    4: ((5.8, 3.5, 7.0),),
    5: ((10.6, 9.0, 13.0),),
    6: (about(0.197, 0.03), about(0.229, 0.03), about(0.069, 0.03), about(0.081, 0.03)),
    7: ((0.96, 0.94, 0.98),),
    8: (about(0.524, 0.10), about(0.435, 0.10), about(0.041, 0.10)),
    9: ((4.7, 2.4, 5.4),),
    10: ((0.130, 0.12, 0.14),),
    11: ((0.858, 0.84, 0.87),),
    12: ((117.0, 80.0, 130.0),),
    13: ((0.90, 0.80, 0.95), (0.887, 0.80, 0.95), (0.80, 0.80, 0.95)),
    14: ((0.973, 0.97, 0.992),),
    15: (about(0.531, 0.08), about(0.219, 0.08), about(0.213, 0.08), about(0.016, 0.01), about(0.006, 0.01)),
    16: ((0.585, 0.50, 0.65),),
    17: ((0.687, 0.64, 0.70),),
    18: ((13.9, 10.0, 20.0),),
    19: ((12.4, 8.0, 14.0),),
    20: ((12.8, 10.0, 14.0),),
    21: ((0.898, 0.88, 0.91),),
    22: ((356.5, 300.0, 500.0),),
    24: (about(0.931, 0.04), about(0.817, 0.04), about(0.739, 0.04), about(0.702, 0.04)),
    25: (about(0.415, 0.05), about(0.75, 0.05), about(0.87, 0.05)),
}
"""Row of the table to (value, low, high) of each figure in it, in the order of the row; 23 is clocks (`law`).

Row 7 gives a span: its middle. Row 19 counts what is sent per 1,000 people (definitions 8). Row 13 had only its second
figure here until the first comparison; the row has three.
"""

KINDS: dict[int, str] = {
    1: "F", 2: "F", 3: "F", 4: "F", 5: "D", 6: "F", 7: "R", 8: "F", 9: "D", 10: "I", 11: "I", 12: "F", 13: "R",
    14: "R", 15: "F", 16: "R", 17: "R", 18: "R", 19: "F", 20: "F", 21: "F", 22: "I", 23: "I", 24: "I", 25: "F",
}  # fmt: skip
"""Definitions 8: F fit, R reporting layer, I input, D depends on others."""

MIX_2016: dict[str, float] = {
    "family": 18.4, "neighbour": 32.0, "housing": 7.7, "contract": 5.1, "production": 3.6, "damages": 8.7, "land": 2.1,
    "labour": 1.5, "consumer": 0.8, "environment": 0.5, "medical": 6.3, "traffic": 3.8, "property": 0.1,
}  # fmt: skip
"""Per cent of people's mediation of one city-month of 2016 (n = 869), without requisition (3.2) and other (6.2).

Typed when the table of types had been seen: a second reading of the source, not a blind one.
"""
COMPLEX = 0.379
"""Share of mediated disputes that were complex, 2004-06."""
