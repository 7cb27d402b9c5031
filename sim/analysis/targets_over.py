"""Decides how targets stand over seeds: figures with intervals, pairs kept together, verdicts on the mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sim.analysis.over_seeds import HALVES, shown
from sim.analysis.targets import INSIDE, NOT_YET, OUTSIDE, TARGETS, Figure, Target, Waits, verdict
from sim.analysis.uncertainty import A_SHARE, NO_LESS, interval
from sim.records import Paired


def target_rows() -> list[dict[str, Any]]:
    """Return the table of targets as plain data."""
    return [{"key": row.key} | asdict(row) for row in TARGETS]


def targets_over(runs: Sequence[Mapping[str, Figure]]) -> dict[str, Any]:
    """Return {key: {verdict, check, figure or {reported, true}, waits}} over seeds.

    `check`: the row is an input, and agreeing with it is no pass. A reported figure stands only beside the true one.
    """
    return {row.key: _target(row, [one[row.key] for one in runs]) for row in TARGETS}


def _target(row: Target, found: Sequence[Figure]) -> dict[str, Any]:
    said: dict[str, Any] = {"verdict": NOT_YET, "check": row.kind == "I", "figure": None, "pair": None, "waits": None}
    waits = next((one for one in found if isinstance(one, Waits)), None)
    if waits is not None:
        return said | {"waits": {"zh": waits.zh, "en": waits.en}}
    within = A_SHARE if row.unit == "share" else NO_LESS
    if isinstance(found[0], Paired):
        pair = {half: interval([float(getattr(one, half)) for one in found], within=within) for half in HALVES}
        return said | {
            "verdict": verdict(row, pair["reported"].mean), "pair": {half: shown(pair[half]) for half in HALVES},
        }  # fmt: skip
    one = interval([float(value) for value in found if not isinstance(value, (Paired, Waits))], within=within)
    return said | {"verdict": verdict(row, one.mean), "figure": shown(one)}


def counted(said: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Return {kind: {verdict: rows}} of one arm's targets; inputs are counted apart and are no passes."""
    done: dict[str, dict[str, int]] = {}
    for row in TARGETS:
        kind = done.setdefault(row.kind, {INSIDE: 0, OUTSIDE: 0, NOT_YET: 0})
        kind[said[row.key]["verdict"]] += 1
    return done
