"""Decides what a comparison of arms over seeds says: levels, paired differences, and what spill was turned into.

The result is plain data: `Comparison.to_json()` is one JSON document, and every spill number in it stands beside the
three shares, or beside the changes themselves where spill cannot be told from unchanged (`definitions` 3).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from sim.analysis.identity import CELLS, shares_of
from sim.analysis.matched import Match
from sim.analysis.stationarity import Verdict
from sim.analysis.summary import Summary
from sim.analysis.table import INDICATORS
from sim.analysis.uncertainty import SEED_ONLY, Interval, interval, variance_ratio
from sim.errors import RunFailed, complain
from sim.names import EndState
from sim.records import BASELINE, Paired

HALVES: Final = ("reported", "true")
SPILL_COUNTS: Final = (
    "headline", "administrative", "outside", "judicial", "judicial_any", "lawful_review", "attempts_above",
    "intercepted", "escalated", "skipped", "horizontal",
)  # fmt: skip
"""Counts of `spill.Spill` that a comparison carries, per 1,000 adult-years."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Comparison:
    """A comparison as plain data; `data` holds nothing but dicts, lists, texts, numbers and None.

    Keys: `scenario`, `seeds`, `baseline`, `varied` ("seed"), `confidence` ("seed only"), `uncalibrated`; `arms`: list
    of {spec, title, standing, cost}; `levels`[arm][indicator] and `differences`[arm][indicator] intervals {mean, low,
    high, sd, n, varied}, or {reported, true} of them; differences also hold `told_from_zero` and `variance_ratio`;
    `identity`[arm]; `spill`[arm]; `flow`[arm]; `books`[arm]; `load`[arm]; `daily`[arm]; `matched`[arm]; `trust`.
    """

    data: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    @property
    def arms(self) -> tuple[str, ...]:
        """Canonical texts of the arms, in order."""
        return tuple(arm["spec"] for arm in self.data["arms"])

    def to_json(self) -> dict[str, Any]:
        """Return the data; numbers that do not exist are None."""
        plain: dict[str, Any] = _plain(self.data)
        return plain

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Comparison:
        """Return the comparison that :meth:`to_json` gave."""
        return cls(data=dict(data))


def compare_runs(
    summaries: Sequence[Summary],
    matches: Sequence[Match] = (),
    *,
    baseline: str = BASELINE,
    stationarity: Verdict | None = None,
) -> Comparison:
    """Return the comparison of arms over the seeds that all arms have run.

    Seeds that an arm lacks (a run failed or was stopped) are left out of every figure and named in `missing`.
    `stationarity`: the verdict on the burn-in, kept with the result. Raises RunFailed if no seed is whole.
    """
    by_arm: dict[str, dict[int, Summary]] = {}
    for one in summaries:
        by_arm.setdefault(one.arm, {})[one.seed] = one
    seeds, missing = _whole_seeds(by_arm)
    first = by_arm[baseline if baseline in by_arm else next(iter(by_arm))][seeds[0]]
    runs = {arm: [found[seed] for seed in seeds] for arm, found in by_arm.items()}
    base = runs.get(baseline)
    data = {
        "scenario": _scenario(first),
        "levels_of_tree": first.society.to_json()["levels"],
        "outside": {"zh": first.society.outside_zh, "en": first.society.outside_en},
        "seeds": list(seeds),
        "missing": missing,
        "baseline": baseline if base else None,
        "varied": "seed",
        "confidence": SEED_ONLY,
        "uncalibrated": True,
        "stationarity": asdict(stationarity) if stationarity else None,
        "arms": [_arm(runs[arm][0]) for arm in runs],
        "levels": {arm: _levels(found) for arm, found in runs.items()},
        "differences": {arm: _differences(base, found) for arm, found in runs.items() if base and arm != baseline},
        "identity": {arm: _identity(base if arm != baseline else None, found) for arm, found in runs.items()},
        "spill": {arm: _spill(base if arm != baseline else None, found) for arm, found in runs.items()},
        "matched": {arm: _matched([m for m in matches if m.arm == arm and m.seed in seeds]) for arm in runs},
        "trust": {"levels": list(first.trust.levels), "at_anchors": first.trust.at_anchors},
    } | {name: {arm: of(found) for arm, found in runs.items()} for name, of in _MEANS.items()}
    return Comparison(data=_plain(data))


def _whole_seeds(by_arm: Mapping[str, Mapping[int, Summary]]) -> tuple[tuple[int, ...], dict[str, list[int]]]:
    every = sorted({seed for found in by_arm.values() for seed in found})
    whole = tuple(seed for seed in every if all(seed in found for found in by_arm.values()))
    if not whole:
        rule, repair = "a comparison needs a seed that all arms have run", "Run it again with at least one seed"
        raise RunFailed(complain("comparison", rule, f"{len(every)} seeds, none whole", repair))
    missing = {arm: [seed for seed in every if seed not in found] for arm, found in by_arm.items()}
    return whole, {arm: seeds for arm, seeds in missing.items() if seeds}


def _scenario(one: Summary) -> dict[str, Any]:
    manifest, society = one.manifest, one.society
    return {
        "id": manifest.scenario,
        "title": dict(manifest.title),
        "fingerprint": manifest.fingerprint,
        "world_digest": manifest.world_digest,
        "burn_in": manifest.burn_in,
        "cohort": manifest.cohort,
        "follow_up": manifest.follow_up,
        "adults": society.adults,
        "residents": society.residents,
        "model_version": manifest.model_version,
    }


def _arm(one: Summary) -> dict[str, Any]:
    manifest, paid = one.manifest, one.manifest.policy_cost
    price = {"staff_days": paid.staff_days, "yuan": paid.yuan, "days": paid.days}
    return {"spec": manifest.arm, "title": dict(manifest.arm_title), "standing": manifest.standing, "cost": price}


def _value(one: Summary, name: str, half: str) -> float:
    found = one.indicators[name]
    return float(getattr(found, half)) if isinstance(found, Paired) else float(found)


def _halves(name: str, runs: Sequence[Summary]) -> tuple[str, ...]:
    return HALVES if isinstance(runs[0].indicators[name], Paired) else ("",)


def _levels(runs: Sequence[Summary]) -> dict[str, Any]:
    done = {}
    for row in INDICATORS:
        parts = {
            half: _shown(interval([_value(one, row.name, half) for one in runs])) for half in _halves(row.name, runs)
        }
        done[row.name] = parts.get("", parts)
    return done


def _differences(base: Sequence[Summary], runs: Sequence[Summary]) -> dict[str, Any]:
    done = {}
    for row in INDICATORS:
        parts = {}
        for half in _halves(row.name, runs):
            before = [_value(one, row.name, half) for one in base]
            after = [_value(one, row.name, half) for one in runs]
            parts[half] = _change(before, after)
        done[row.name] = parts.get("", parts)
    return done


def _change(before: Sequence[float], after: Sequence[float]) -> dict[str, Any]:
    gap = interval([b - a for a, b in zip(before, after, strict=True)])
    return _shown(gap) | {"told_from_zero": gap.told_from_zero, "variance_ratio": variance_ratio(before, after)}


def _identity(base: Sequence[Summary] | None, runs: Sequence[Summary]) -> dict[str, Any]:
    """Cells per seed (mean), and, beside the baseline, their changes with the three shares or without."""
    done: dict[str, Any] = {
        "roots": _mean([one.identity.roots for one in runs]),
        "cells": {name: _mean([one.identity.cells[name] for one in runs]) for name in CELLS},
        "spilled_by_end": _mean_dict([one.identity.spilled_by_end for one in runs]),
        "outside_roots": _mean([one.identity.outside_roots for one in runs]),
    }
    if base is None:
        return done
    deltas = {
        name: interval([b.identity.cells[name] - a.identity.cells[name] for a, b in zip(base, runs, strict=True)])
        for name in CELLS
    }
    shares = shares_of({name: one.mean for name, one in deltas.items()})
    told = deltas["spilled"].told_from_zero
    said = {"resolve": shares.resolve, "hide": shares.hide, "moved": shares.moved} if shares and told else None
    return done | {
        "delta": {name: _shown(one) for name, one in deltas.items()},
        "spill_told_from_zero": told,
        "shares": said,
    }


def _spill(base: Sequence[Summary] | None, runs: Sequence[Summary]) -> dict[str, Any]:
    """Spill per 1,000 adult-years and per dispute; beside the baseline the change, with its shares or the changes."""

    def rate(one: Summary, name: str) -> float:
        return one.spill.per_1000(float(getattr(one.spill, name)))

    done: dict[str, Any] = {name: _shown(interval([rate(one, name) for one in runs])) for name in SPILL_COUNTS}
    done["per_dispute"] = _shown(interval([one.spill.per_dispute(one.spill.headline) for one in runs]))
    if base is None:
        return done
    turned = _identity(base, runs)
    change = {
        name: _change([rate(one, name) for one in base], [rate(one, name) for one in runs]) for name in SPILL_COUNTS
    }
    told = turned["spill_told_from_zero"]
    return done | {
        "change": change,
        "told_from_zero": told,
        "shares": turned["shares"],
        "delta": None if turned["shares"] else turned["delta"],
    }


def _books(runs: Sequence[Summary]) -> list[dict[str, Any]]:
    done = []
    for rows in zip(*(one.books for one in runs), strict=True):
        fates = rows[0].by_fate
        done.append({
            "slot": rows[0].slot, "forum": rows[0].forum, "level": rows[0].level,
            "accepted": _mean([row.accepted for row in rows]),
            "paper": _mean([row.paper for row in rows]),
            "success": _mean_pair([row.success for row in rows]),
            "by_fate": {name: _mean_pair([row.by_fate[name] for row in rows]) for name in fates},
        })  # fmt: skip
    return done


def _load(runs: Sequence[Summary]) -> list[dict[str, Any]]:
    done = []
    for rows in zip(*(one.load for one in runs), strict=True):
        said = {"kind": rows[0].kind, "forum": rows[0].forum, "slot": rows[0].slot, "level": rows[0].level}
        for name in ("accepted", "sessions", "used", "available", "offered", "waiting", "utilisation"):
            said[name] = _mean([float(getattr(row, name)) for row in rows])
        done.append(said)
    return done


def _flow(runs: Sequence[Summary]) -> dict[str, Any]:
    return {
        "by_way": np.mean([one.flow.by_way for one in runs], axis=0).tolist(),
        "by_end": np.mean([one.flow.by_end for one in runs], axis=0).tolist(),
    }


def _daily(runs: Sequence[Summary]) -> dict[str, Any]:
    days = min(len(next(iter(one.daily.values()))) for one in runs)
    means = {name: [_mean([one.daily[name][day] for one in runs]) for day in range(days)] for name in runs[0].daily}
    return {"first_day": runs[0].first_day, "mean": means}


def _ends(runs: Sequence[Summary]) -> dict[str, Any]:
    return {
        "disputes": _mean([one.ends.disputes for one in runs]),
        "states": {s.name.lower(): _mean([one.ends.states[s.name.lower()] for one in runs]) for s in EndState},
        "legacy": {s.name.lower(): _mean([one.ends.legacy[s.name.lower()] for one in runs]) for s in EndState},
    }


_MEANS: Final = {"ends": _ends, "books": _books, "load": _load, "flow": _flow, "daily": _daily}
"""Results that are shown as means over seeds."""


def _matched(found: Sequence[Match]) -> dict[str, Any] | None:
    if not found:
        return None
    return {
        "roots": _mean([one.roots for one in found]),
        "matched": _mean([one.matched for one in found]),
        "identical": _mean([one.identical for one in found]),
        "moved": [[_mean([one.moved[i][j] for one in found]) for j in range(len(CELLS))] for i in range(len(CELLS))],
    }


def _shown(one: Interval) -> dict[str, Any]:
    return {"mean": one.mean, "low": one.low, "high": one.high, "sd": one.sd, "n": one.n, "varied": one.varied}


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _mean_dict(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: _mean([one[name] for one in found]) for name in found[0]}


def _mean_pair(pairs: Sequence[Paired]) -> dict[str, float]:
    return {half: _mean([float(getattr(one, half)) for one in pairs]) for half in HALVES}


def _plain(value: Any) -> Any:
    """Return JSON-able data: dicts with text keys, lists, None for what is not a number."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value
