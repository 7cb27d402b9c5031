"""Decides how surveys of several seeds are told: their mean, each seed's own sampling interval, books beside truth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sim.analysis.over_seeds import mean, mean_pair, shown
from sim.analysis.surveyor import SAMPLE, WAIT_DAYS, Survey
from sim.analysis.uncertainty import A_SHARE, interval


def survey_over(runs: Sequence[Survey]) -> dict[str, Any]:
    """Return the surveys over seeds; `sampling` {low, high} is the mean of their intervals, of the sampling alone."""
    return {
        "wanted": SAMPLE,
        "after_days": WAIT_DAYS,
        "closed": mean([one.closed for one in runs]),
        "asked": mean([one.asked for one in runs]),
        "settled": shown(interval([one.share for one in runs], within=A_SHARE)),
        "sampling": {"low": mean([one.low for one in runs]), "high": mean([one.high for one in runs])},
        "success": mean_pair([one.success for one in runs]),
    }
