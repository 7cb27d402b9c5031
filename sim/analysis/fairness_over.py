"""Decides what may be said of groups over seeds: intervals, and a difference only where it can be told from 0."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from sim.analysis.fairness import GROUPS, MEASURES, Fairness, Group
from sim.analysis.over_seeds import mean, shown
from sim.analysis.uncertainty import A_SHARE, NO_LESS, interval


def fairness_over(runs: Sequence[Fairness]) -> dict[str, Any]:
    """Return the groups over seeds: counts (means), intervals, and the differences that can be told from 0.

    A difference is a group's figure minus that of all other groups' mean, each weighted by its disputes; it is printed
    only where its interval over seeds leaves 0 out. `compared` counts all that could be looked at: one in twenty of
    them would be told by chance. A group that nobody is in is not among them.
    """
    groups: dict[str, Any] = {}
    told: list[dict[str, Any]] = []
    compared = 0
    for name, members in GROUPS.items():
        groups[name] = {}
        for group, _, _ in members:
            rows = [one[name][group] for one in runs]
            figures: dict[str, Any] = {
                "grievances": mean([row.grievances for row in rows]),
                "disputes": mean([row.disputes for row in rows]),
            }
            for measure in MEASURES:
                values = [float(getattr(row, measure)) for row in rows]
                figures[measure] = shown(interval(values, within=NO_LESS if measure == "days" else A_SHARE))
            groups[name][group] = figures
        for group, measure in _contrasts(name):
            gap = interval([_apart(one[name], group, measure) for one in runs])
            compared += not math.isnan(gap.mean)
            if gap.told_from_zero:
                told.append({"by": name, "group": group, "measure": measure} | shown(gap))
    return {"groups": groups, "differences": told, "compared": compared}


def _contrasts(name: str) -> list[tuple[str, str]]:
    """Which groups are held against all others: of two groups one, since the other says the same."""
    ids = [group[0] for group in GROUPS[name]]
    return [(group, measure) for group in (ids[1:] if len(ids) == 2 else ids) for measure in MEASURES]


def _apart(groups: Mapping[str, Group], group: str, measure: str) -> float:
    """A group's figure minus the others' (for days the mean of their medians), weighted by what it is divided by."""
    others = [one for name, one in groups.items() if name != group and one.disputes]
    weights = [float(one.grievances if measure == "voiced" else one.disputes) for one in others]
    values = [float(getattr(one, measure)) for one in others]
    known = [(weight, value) for weight, value in zip(weights, values, strict=True) if not math.isnan(value)]
    whole = sum(weight for weight, _ in known)
    if not whole:
        return float("nan")
    return float(getattr(groups[group], measure)) - sum(weight * value for weight, value in known) / whole
