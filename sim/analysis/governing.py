"""Decides the governance index: its components, how each becomes a score of 0 to 1, and what random weights make of it.

Every component is what happened in the model, so an index of reported figures cannot be written. The components are
always carried with the index. Weights and scales are the scenario's, all of them assumptions; arms that are diagnostic
are never ranked (`definitions` 9 and 11).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.fairness import gap_by_standing
from sim.analysis.luck import uniforms
from sim.analysis.over_seeds import paired_change, shown
from sim.analysis.summary import Summary
from sim.analysis.uncertainty import A_SHARE, NO_LESS, interval
from sim.names import Purpose

Array = npt.NDArray[Any]

WEIGHTINGS: Final = 1000
"""Random weights under which arms are ranked (definitions 9)."""

_SEED: Final = 0
"""Seed of the random weights: the same thousand for every comparison."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Component:
    """One component. `better`: +1 where more is better, -1 where less is; `scale`: the parameter that scores a half.

    `of` says where the figure is from: an indicator, "trust", or "fairness_gap". `score_zh`, `score_en`: the formula.
    """

    name: str
    of: str
    zh: str
    en: str
    unit: str
    better: int
    score_zh: str
    score_en: str
    scale: str = ""
    note_zh: str = ""
    note_en: str = ""


def _share(name: str, of: str, zh: str, en: str, better: int, note_zh: str = "", note_en: str = "") -> Component:
    formula = ("即其本身", "itself") if better > 0 else ("1 减去它", "1 minus it")
    return Component(name=name, of=of, zh=zh, en=en, unit="share", better=better, score_zh=formula[0],
                     score_en=formula[1], note_zh=note_zh, note_en=note_en)  # fmt: skip


def _scaled(name: str, of: str, zh: str, en: str, unit: str, scale: str) -> Component:
    return Component(name=name, of=of, zh=zh, en=en, unit=unit, better=-1, scale=scale,
                     score_zh=f"s ÷ (s + 它)，s 为 governance.{scale}",
                     score_en=f"s / (s + it), s being governance.{scale}")  # fmt: skip


COMPONENTS: Final = (
    _share("resolution", "true_resolution", "实质化解率", "true resolution", +1),
    _share("spill", "spill_per_dispute", "外溢比例", "spill per dispute", -1),
    _scaled("time", "days_to_resolution", "化解用时", "days to resolution", "days", "half_days"),
    _share("trust", "trust", "信任", "trust", +1,
           "信任变动未开启时停在起点，是输入，各方案相同",
           "where trust does not move it stands at its anchors: an input, the same under every arm"),
    _share("fairness", "fairness_gap", "化解率的地位差距", "gap by standing", -1),
    _scaled("cost", "yuan_per_resolution", "每件实质化解费用", "yuan per true resolution", "yuan", "half_yuan"),
    _scaled("suppressed", "suppressed_stock", "被压下的存量", "suppressed stock", "per 1,000 adults", "half_stock"),
)  # fmt: skip
"""The components, in the order in which they are shown."""

NAMES: Final = tuple(row.name for row in COMPONENTS)


def values_of(run: Summary) -> dict[str, float]:
    """Return the figure of each component in one run, in its own unit."""
    inside = run.trust.levels[: run.society.n_levels]
    other = {"trust": math.fsum(inside) / len(inside), "fairness_gap": gap_by_standing(run.fairness)}
    return {row.name: other[row.of] if row.of in other else _number(run.indicators[row.of]) for row in COMPONENTS}


def _number(value: Any) -> float:
    """Return a figure that is no pair; the books have no way into the index."""
    return float(value)


def scores_of(values: Mapping[str, float], scales: Mapping[str, float]) -> dict[str, float]:
    """Return each component as a score of 0 (worst) to 1 (best); nan where it has no figure."""
    done = {}
    for row in COMPONENTS:
        value = values[row.name]
        if row.scale:
            done[row.name] = scales[row.scale] / (scales[row.scale] + value)
        else:
            done[row.name] = value if row.better > 0 else 1.0 - value
    return done


def weights_of(said: Mapping[str, float]) -> dict[str, float]:
    """Return the scenario's weights, divided by their sum."""
    given = {name: float(said[f"weight_{name}"]) for name in NAMES}
    whole = math.fsum(given.values())
    return {name: weight / whole for name, weight in given.items()}


def index_of(scores: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted mean of the scores; nan where a component with a weight has none."""
    return math.fsum(weights[name] * scores[name] for name in NAMES if weights[name] > 0.0)


def governance_over(arms: Mapping[str, Sequence[Summary]], baseline: str) -> dict[str, Any]:
    """Return every arm's components over seeds, the index of those that may be ranked, and the ranking itself.

    A diagnostic arm has its components and no index: one number beside others is a rank, whatever it is called.
    """
    first = next(iter(arms.values()))[0]
    said = first.society.governance
    weights = weights_of(said)
    values = {arm: [values_of(run) for run in runs] for arm, runs in arms.items()}
    scores = {arm: [scores_of(one, said) for one in found] for arm, found in values.items()}
    ranked = {arm: scores[arm] for arm, runs in arms.items() if runs[0].manifest.standing == "option"}
    done: dict[str, dict[str, Any]] = {arm: {"components": _components(values[arm], scores[arm])} for arm in arms}
    for arm in arms:
        base = scores[baseline] if baseline in ranked and arm != baseline else None
        done[arm] |= _index(ranked[arm], base, weights) if arm in ranked else {"index": None, "change": None}
    return {
        "grade": "assumption",
        "components": [_described(row, weights, said) for row in COMPONENTS],
        "arms": done,
        "ranking": ranking(ranked, [arm for arm in arms if arm not in ranked]),
    }


def _described(row: Component, weights: Mapping[str, float], said: Mapping[str, float]) -> dict[str, Any]:
    return {
        "name": row.name, "zh": row.zh, "en": row.en, "unit": row.unit, "weight": weights[row.name],
        "better": "higher" if row.better > 0 else "lower", "scale": said[row.scale] if row.scale else None,
        "score": {"zh": row.score_zh, "en": row.score_en}, "note": {"zh": row.note_zh, "en": row.note_en},
    }  # fmt: skip


def _components(values: Sequence[Mapping[str, float]], scores: Sequence[Mapping[str, float]]) -> dict[str, Any]:
    return {
        row.name: {
            "value": shown(
                interval([one[row.name] for one in values], within=A_SHARE if row.unit == "share" else NO_LESS)
            ),
            "score": shown(interval([one[row.name] for one in scores], within=A_SHARE)),
        }
        for row in COMPONENTS
    }


def _index(
    scores: Sequence[Mapping[str, float]], base: Sequence[Mapping[str, float]] | None, weights: Mapping[str, float]
) -> dict[str, Any]:
    """The index over seeds, and its paired change against the baseline."""
    own = [index_of(one, weights) for one in scores]
    before = None if base is None else [index_of(one, weights) for one in base]
    return {
        "index": shown(interval(own, within=A_SHARE)),
        "change": None if before is None else paired_change(before, own),
    }


def ranking(scores: Mapping[str, Sequence[Mapping[str, float]]], diagnostic: Sequence[str] = ()) -> dict[str, Any]:
    """Return under what share of random weightings each arm comes first, at mean scores, and seed by seed.

    Weightings: `WEIGHTINGS` draws of Dirichlet(1), every weighting equally likely. Arms that tie share the place.
    `unranked`: diagnostic arms, and arms without a figure for some component. Fewer than two arms are no ranking.
    """
    lacking = [arm for arm, found in scores.items() if any(math.isnan(one[name]) for one in found for name in NAMES)]
    arms = [arm for arm in scores if arm not in lacking]
    done: dict[str, Any] = {
        "weightings": WEIGHTINGS,
        "law": "Dirichlet(1)",
        "first": {},
        "by_seed": {},
        "unranked": dict.fromkeys(diagnostic, "diagnostic") | dict.fromkeys(lacking, "no figure"),
    }
    if len(arms) < 2:
        return done
    table = np.array([[[one[name] for name in NAMES] for one in scores[arm]] for arm in arms])  # arm, seed, component
    drawn = random_weights()
    first = _first(table.mean(axis=1), drawn)
    by_seed = [_first(table[:, at], drawn) for at in range(table.shape[1])]
    done["first"] = {arm: float(first[i]) for i, arm in enumerate(arms)}
    done["by_seed"] = {arm: [float(one[i]) for one in by_seed] for i, arm in enumerate(arms)}
    return done


def random_weights(draws: int = WEIGHTINGS) -> Array:
    """Return float64[draws, components]: weightings that sum to 1, uniform over all there are (keyed draws)."""
    entity = np.repeat(np.arange(draws, dtype=np.uint64), len(NAMES))
    counter = np.tile(np.arange(len(NAMES), dtype=np.uint64), draws)
    parts = -np.log(uniforms(_SEED, int(Purpose.WEIGHTS), entity, counter)).reshape(draws, len(NAMES))
    shares: Array = parts / parts.sum(axis=1, keepdims=True)
    return shares


def _first(scores: Array, weights: Array) -> Array:
    """Share of weightings (rows of `weights`) under which each arm (row of `scores`) is first; ties share."""
    totals = weights @ scores.T
    best = totals >= totals.max(axis=1, keepdims=True) - 1e-12
    share: Array = (best / best.sum(axis=1, keepdims=True)).mean(axis=0)
    return share
