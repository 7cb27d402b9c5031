"""Decides what a comparison of arms over seeds says: levels, paired differences, and what spill was turned into.

The result is plain data: `Comparison.to_json()` is one JSON document, and every spill number in it stands beside the
three shares, or beside the changes themselves where spill cannot be told from unchanged (`definitions` 3).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sim.analysis.fairness_over import fairness_over
from sim.analysis.governing import governance_over
from sim.analysis.matched import Match
from sim.analysis.over_seeds import HALVES, MEANS, matched_over, paired_change, shown, trust_over
from sim.analysis.stationarity import Verdict
from sim.analysis.summary import Summary
from sim.analysis.surveyed import survey_over
from sim.analysis.table import INDICATORS, SHARE
from sim.analysis.targets_over import target_rows, targets_over
from sim.analysis.turned import identity_over, spill_over, turned_into
from sim.analysis.uncertainty import A_SHARE, NO_LESS, SEED_ONLY, interval
from sim.errors import RunFailed, complain
from sim.records import BASELINE, Paired


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Comparison:
    """A comparison as plain data; `data` holds nothing but dicts, lists, texts, numbers and None.

    Keys: `scenario`, `seeds`, `baseline`, `varied` ("seed"), `confidence` ("seed only"), `uncalibrated`; `arms`: list
    of {spec, title, standing, cost}; `levels`[arm][indicator] and `differences`[arm][indicator] intervals {mean, low,
    high, sd, n, varied}, or {reported, true} of them; differences also hold `told_from_zero` and `variance_ratio`,
    and those of spill their `shares` or the cells' `delta`;
    `identity`[arm]; `spill`[arm]; `flow`[arm]; `books`[arm]; `load`[arm]; `daily`[arm]; `matched`[arm];
    `trust` {at_anchors, anchors by rank, arms: [arm] intervals by rank at the last review and on day 0};
    `supercritical` {arm: seeds in which spread fed itself}: such runs have no level to settle at;
    `targets` {rows: the table, arms: [arm][key]}; `fairness`[arm]; `survey`[arm]; `governance`: the index with all its
    components and the ranking under random weights.
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
        "identity": {arm: identity_over(base if arm != baseline else None, found) for arm, found in runs.items()},
        "spill": {arm: spill_over(base if arm != baseline else None, found) for arm, found in runs.items()},
        "matched": {arm: matched_over([m for m in matches if m.arm == arm and m.seed in seeds]) for arm in runs},
        "targets": {
            "rows": target_rows(),
            "arms": {arm: targets_over([one.targets for one in found]) for arm, found in runs.items()},
        },
        "fairness": {arm: fairness_over([one.fairness for one in found]) for arm, found in runs.items()},
        "survey": {arm: survey_over([one.survey for one in found]) for arm, found in runs.items()},
        "governance": governance_over(runs, baseline),
        "trust": trust_over(runs),
        "supercritical": _supercritical(runs),
    } | {name: {arm: of(found) for arm, found in runs.items()} for name, of in MEANS.items()}
    return Comparison(data=_plain(data))


def _supercritical(runs: Mapping[str, Sequence[Summary]]) -> dict[str, list[int]]:
    """Return the seeds whose spread fed itself, by arm; arms without such seeds are left out."""
    found = {arm: [one.seed for one in some if one.supercritical] for arm, some in runs.items()}
    return {arm: seeds for arm, seeds in found.items() if seeds}


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
        within = A_SHARE if row.unit == SHARE else NO_LESS
        parts = {
            half: shown(interval([_value(one, row.name, half) for one in runs], within=within))
            for half in _halves(row.name, runs)
        }
        done[row.name] = parts.get("", parts)
    return done


def _differences(base: Sequence[Summary], runs: Sequence[Summary]) -> dict[str, Any]:
    """Paired differences; a change of spill carries what it was turned into (`definitions` 3)."""
    done = {}
    turned = turned_into(base, runs)
    for row in INDICATORS:
        parts = {}
        for half in _halves(row.name, runs):
            before = [_value(one, row.name, half) for one in base]
            after = [_value(one, row.name, half) for one in runs]
            parts[half] = paired_change(before, after) | (turned if row.kind == "spill" else {})
        done[row.name] = parts.get("", parts)
    return done


def _plain(value: Any) -> Any:
    """Return JSON-able data: dicts with text keys, lists, None for what is not a number."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value
