"""Decides how figures of several seeds become one: intervals, paired changes, and means of what is laid out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from sim.analysis.identity import CELLS
from sim.analysis.matched import Match
from sim.analysis.summary import Summary
from sim.analysis.uncertainty import Interval, interval, variance_ratio
from sim.names import EndState
from sim.records import Paired

HALVES: Final = ("reported", "true")
"""The two halves of a pair, always carried together."""


def shown(one: Interval) -> dict[str, Any]:
    """Return an interval as plain data."""
    return {"mean": one.mean, "low": one.low, "high": one.high, "sd": one.sd, "n": one.n, "varied": one.varied}


def mean(values: Sequence[float]) -> float:
    """Return the mean, the same whatever the order; nan if one of the values is."""
    return math.fsum(values) / len(values)


def mean_dict(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the mean under each key of the first."""
    return {name: mean([one[name] for one in found]) for name in found[0]}


def mean_pair(pairs: Sequence[Paired]) -> dict[str, float]:
    """Return the means of both halves."""
    return {half: mean([float(getattr(one, half)) for one in pairs]) for half in HALVES}


def paired_change(before: Sequence[float], after: Sequence[float]) -> dict[str, Any]:
    """Return the interval of the differences between paired seeds, and what pairing was worth."""
    gap = interval([b - a for a, b in zip(before, after, strict=True)])
    return shown(gap) | {"told_from_zero": gap.told_from_zero, "variance_ratio": variance_ratio(before, after)}


def _books(runs: Sequence[Summary]) -> list[dict[str, Any]]:
    done = []
    for rows in zip(*(one.books for one in runs), strict=True):
        fates = rows[0].by_fate
        done.append({
            "slot": rows[0].slot, "forum": rows[0].forum, "level": rows[0].level,
            "accepted": mean([row.accepted for row in rows]),
            "padded": mean([row.padded for row in rows]),
            "paper": mean([row.paper for row in rows]),
            "success": mean_pair([row.success for row in rows]),
            "by_fate": {name: mean_pair([row.by_fate[name] for row in rows]) for name in fates},
        })  # fmt: skip
    return done


def _load(runs: Sequence[Summary]) -> list[dict[str, Any]]:
    done = []
    for rows in zip(*(one.load for one in runs), strict=True):
        said = {"kind": rows[0].kind, "forum": rows[0].forum, "slot": rows[0].slot, "level": rows[0].level}
        for name in ("accepted", "sessions", "used", "available", "offered", "waiting", "utilisation"):
            said[name] = mean([float(getattr(row, name)) for row in rows])
        done.append(said)
    return done


def _flow(runs: Sequence[Summary]) -> dict[str, Any]:
    return {
        "by_way": np.mean([one.flow.by_way for one in runs], axis=0).tolist(),
        "by_end": np.mean([one.flow.by_end for one in runs], axis=0).tolist(),
    }


def _daily(runs: Sequence[Summary]) -> dict[str, Any]:
    days = min(len(next(iter(one.daily.values()))) for one in runs)
    means = {name: [mean([one.daily[name][day] for one in runs]) for day in range(days)] for name in runs[0].daily}
    return {"first_day": runs[0].first_day, "mean": means}


def _ends(runs: Sequence[Summary]) -> dict[str, Any]:
    return {
        "disputes": mean([one.ends.disputes for one in runs]),
        "states": {s.name.lower(): mean([one.ends.states[s.name.lower()] for one in runs]) for s in EndState},
        "legacy": {s.name.lower(): mean([one.ends.legacy[s.name.lower()] for one in runs]) for s in EndState},
    }


MEANS: Final = {"ends": _ends, "books": _books, "load": _load, "flow": _flow, "daily": _daily}
"""Results that are shown as means over seeds."""


def trust_over(runs: Mapping[str, Sequence[Summary]]) -> dict[str, Any]:
    """Return trust by level under each arm, and its anchors."""
    first = next(iter(runs.values()))[0].trust
    ranks = range(len(first.anchors))

    def over(found: Sequence[Summary], when: str) -> list[dict[str, Any]]:
        return [shown(interval([getattr(one.trust, when)[rank] for one in found])) for rank in ranks]

    arms = {arm: {when: over(found, when) for when in ("levels", "start")} for arm, found in runs.items()}
    return {"at_anchors": first.at_anchors, "anchors": list(first.anchors), "arms": arms}


def matched_over(found: Sequence[Match]) -> dict[str, Any] | None:
    """Return the mean match over seeds; None where nothing was matched (the baseline with itself)."""
    if not found:
        return None
    return {
        "roots": mean([one.roots for one in found]),
        "matched": mean([one.matched for one in found]),
        "identical": mean([one.identical for one in found]),
        "moved": [[mean([one.moved[i][j] for one in found]) for j in range(len(CELLS))] for i in range(len(CELLS))],
    }
