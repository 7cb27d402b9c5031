"""Faults planted in stocks and in the test of stationarity: each makes its check fail."""

from __future__ import annotations

from typing import Any

from sim.analysis.stationarity import _walk_error, critical
from sim.verification.stocks import lived

FAULTS: list[dict[str, Any]] = [
    {
        "check": "stocks.little",
        "target": "sim.verification.stocks:lived",
        "by": lambda seed: lived(seed, forget=0.23),
        "why": "what is given up is forgotten sooner",
    },
    {
        "check": "stocks.size",
        "target": "sim.analysis.stationarity:critical",
        "by": lambda _, freedom: critical(1, freedom),
        "why": "each series has the whole level to itself",
    },
    {
        "check": "stocks.power",
        "target": "sim.analysis.stationarity:critical",
        "by": lambda tests, freedom: 2.0 * critical(tests, freedom),
        "why": "a bound twice as wide",
    },
    {
        "check": "stocks.drift",
        "target": "sim.analysis.stationarity:_walk_error",
        "by": lambda values: 1.25 * _walk_error(values),
        "why": "a walk is allowed a quarter more",
    },
]
