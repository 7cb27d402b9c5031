"""Faults planted in lines: each makes its check fail."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.verification.alone import Alone
from sim.verification.lines_driven import NO_CLOCK
from sim.verification.lines_waiting import CROWDED, HAZARD


class Generous(Alone):
    """A busy line is given a minute a day that nobody works."""

    def advance(self, until: int) -> None:
        """Tick by tick, with the minute in the morning."""
        for tick in range(int(self.state.count[0]), until):
            self.state.line_credit[self.state.line_length > 0] += 1
            super().advance(tick + 1)


def numbers(**other: Any) -> Any:
    """Lines under other parameters than the theory is told of."""

    def faulty(pair: Any, ticks: int, **given: Any) -> Alone:
        return Alone(pair, ticks, **(given | other))

    return faulty


FAULTS: list[dict[str, Any]] = [
    {
        "check": "lines.lindley",
        "target": "sim.verification.lines:Alone",
        "by": Generous,
        "why": "a minute a day too many",
    },
    {
        "check": "lines.lindley",
        "target": "sim.verification.lines:Alone",
        "by": numbers(mean_minutes=np.zeros_like(NO_CLOCK)),
        "why": "an empty line saves nothing",
    },
    {
        "check": "lines.geo_geo_c",
        "target": "sim.verification.lines_driven:let_lapse",
        "by": lambda _: None,
        "why": "hours that nobody could use are kept",
    },
    {
        "check": "lines.erlang_c",
        "target": "sim.verification.lines_driven:let_lapse",
        "by": lambda _: None,
        "why": "hours that nobody could use are kept",
    },
    {
        "check": "lines.clocks",
        "target": "sim.verification.lines_waiting:Alone",
        "by": numbers(patience_rate=365.0 * HAZARD * 1.1),
        "why": "a tenth less patience",
    },
    {
        "check": "lines.clocks",
        "target": "sim.verification.lines_waiting:Alone",
        "by": numbers(clock_days=np.full_like(NO_CLOCK, 29)),
        "why": "a clock that is a day short",
    },
    {
        "check": "lines.reneging",
        "target": "sim.verification.lines_driven:Alone",
        "by": numbers(patience_rate=365.0 * CROWDED.rate * 1.1),
        "why": "a tenth less patience",
    },
    {
        "check": "lines.departments",
        "target": "sim.verification.lines_waiting:Alone",
        "by": numbers(joint_turnout=0.63),
        "why": "departments turn up more often",
    },
]
