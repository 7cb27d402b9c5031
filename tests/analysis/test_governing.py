"""The index is made of what happened, never stands without its components, and ranks no diagnostic arm."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from sim.analysis import INDICATORS, compare_runs, summarise
from sim.analysis.governing import (
    COMPONENTS,
    NAMES,
    WEIGHTINGS,
    index_of,
    random_weights,
    ranking,
    scores_of,
    values_of,
    weights_of,
)
from sim.errors import ScenarioError
from sim.records import Paired
from sim.scenario import load_scenario
from tests.analysis.invented import records
from tests.analysis.small_runs import taken

ARMS = ("baseline", "keep_in_village", "petition_quota(dose=1)")
SCALES = {"half_days": 60.0, "half_yuan": 5000.0, "half_stock": 5.0}


@cache
def compared() -> dict[str, Any]:
    found: dict[str, Any] = compare_runs([summarise(taken(arm, seed)) for arm in ARMS for seed in (1, 2)]).to_json()
    return found["governance"]


def values(**more: float) -> dict[str, float]:
    return {
        "resolution": 0.5, "spill": 0.1, "time": 60.0, "trust": 0.7, "fairness": 0.1, "cost": 5000.0, "suppressed": 5.0,
    } | more  # fmt: skip


def test_no_component_is_a_figure_of_the_books() -> None:
    """An index of reported figures must not be possible: no component is a pair, and a pair has no way in."""
    kinds = {row.name: row.kind for row in INDICATORS}
    assert {kinds[row.of] for row in COMPONENTS if row.of in kinds} <= {"outcome", "spill", "cost"}
    run = summarise(taken())
    pairs = dict(run.indicators) | {"true_resolution": Paired(reported=1.0, true=0.1)}
    spoilt = replace(run, indicators=pairs)
    with pytest.raises(TypeError):
        values_of(spoilt)


@pytest.mark.parametrize("row", COMPONENTS, ids=lambda row: row.name)
def test_each_component_scores_in_its_stated_direction(row: Any) -> None:
    """An arrow that points the wrong way would praise harm."""
    least, most = (scores_of(values(**{row.name: value}), SCALES)[row.name] for value in (0.2, 0.9))
    assert (most > least) == (row.better > 0)
    assert min(least, most) >= 0.0
    assert max(least, most) <= 1.0


def test_a_scale_is_where_the_score_is_a_half() -> None:
    """What the scenario says of it."""
    scores = scores_of(values(), SCALES)
    assert [scores[name] for name in ("time", "cost", "suppressed")] == [0.5, 0.5, 0.5]


def test_weights_are_shares_and_the_index_their_mean() -> None:
    """Weights of another sum must not make another index."""
    said = {f"weight_{name}": 0.2 for name in NAMES}
    weights = weights_of(said)
    assert math.fsum(weights.values()) == pytest.approx(1.0)
    scores = dict.fromkeys(NAMES, 0.4)
    assert index_of(scores, weights) == pytest.approx(0.4)
    assert math.isnan(index_of(scores | {"time": math.nan}, weights))


def test_random_weights_are_uniform_over_all_weightings() -> None:
    """Dirichlet(1): mean 1/7, variance 6/(49·8), every row a weighting; the same for everybody."""
    drawn = random_weights(20_000)
    assert drawn.sum(axis=1) == pytest.approx(1.0)
    assert (drawn > 0).all()
    n = len(NAMES)
    assert drawn.mean(axis=0) == pytest.approx(1 / n, abs=0.005)
    assert drawn.var(axis=0) == pytest.approx((n - 1) / (n * n * (n + 1)), rel=0.1)
    assert (random_weights() == random_weights()).all()


def test_an_arm_that_is_best_in_all_is_first_under_any_weights() -> None:
    """And one that is worst in all never is; two that are equal share the place."""
    good, bad = dict.fromkeys(NAMES, 0.9), dict.fromkeys(NAMES, 0.1)
    assert ranking({"a": [good], "b": [bad]})["first"] == {"a": 1.0, "b": 0.0}
    assert ranking({"a": [good], "b": [dict(good)]})["first"] == {"a": 0.5, "b": 0.5}


def test_better_in_one_component_of_two_is_first_half_of_the_time() -> None:
    """Equal trade-offs and uniform weights leave it to chance: near a half, by symmetry."""
    one = dict.fromkeys(NAMES, 0.5) | {"time": 0.9, "cost": 0.1}
    two = dict.fromkeys(NAMES, 0.5) | {"time": 0.1, "cost": 0.9}
    first = ranking({"a": [one], "b": [two]})["first"]
    assert first["a"] == pytest.approx(0.5, abs=0.06)
    assert sum(first.values()) == pytest.approx(1.0)


def test_a_diagnostic_arm_is_never_ranked() -> None:
    """It is run to show what it does; its components are printed, and no number that could be put in order."""
    found = compared()
    assert set(found["ranking"]["first"]) == {"baseline", "keep_in_village"}
    assert found["ranking"]["unranked"] == {"petition_quota": "diagnostic"}
    assert found["ranking"]["weightings"] == WEIGHTINGS
    assert set(found["arms"]) == {"baseline", "keep_in_village", "petition_quota"}


def test_the_index_never_stands_without_its_components() -> None:
    """A single number is what gets quoted; each arm carries all that it is made of, and each component its weight."""
    found = compared()
    for name, arm in found["arms"].items():
        assert set(arm["components"]) == set(NAMES)
        assert all(one["value"]["mean"] is not None for one in arm["components"].values())
        assert (arm["index"] is None) == (name == "petition_quota")
    base, gated = (found["arms"][arm]["index"]["mean"] for arm in ("baseline", "keep_in_village"))
    assert found["arms"]["keep_in_village"]["change"]["mean"] == pytest.approx(gated - base)
    assert found["arms"]["baseline"]["change"] is None
    assert sum(row["weight"] for row in found["components"]) == pytest.approx(1.0)
    assert found["grade"] == "assumption"


def test_an_arm_without_a_figure_is_left_out_and_named() -> None:
    """Nothing resolved has no time to resolution; ranking it on the rest would be another index."""
    whole = dict.fromkeys(NAMES, 0.5)
    found = ranking({"a": [whole], "b": [whole | {"time": math.nan}], "c": [whole]})
    assert found["unranked"] == {"b": "no figure"}
    assert set(found["first"]) == {"a", "c"}
    assert ranking({"a": [whole]})["first"] == {}


def test_a_year_without_disputes_has_no_index_and_no_fault() -> None:
    """A tiny society may have such a year; what has no denominator is told as such, all the way to the document."""
    found = compare_runs([summarise(records())]).to_json()
    assert found["governance"]["arms"]["baseline"]["index"]["mean"] is None
    assert found["survey"]["baseline"]["asked"] == 0
    assert found["fairness"]["baseline"]["groups"]["sex"]["men"]["resolved"]["mean"] is None
    assert found["targets"]["arms"]["baseline"]["7"]["verdict"] == "not computable yet"


def test_one_seed_may_rank_otherwise_than_their_mean() -> None:
    """The shares by seed stand beside, so that a ranking made by one seed is seen."""
    high, low = dict.fromkeys(NAMES, 0.9), dict.fromkeys(NAMES, 0.2)
    found = ranking({"a": [high, low], "b": [low, low]})
    assert found["first"]["a"] == 1.0
    assert found["by_seed"]["a"] == [1.0, 0.5]
    assert np.isclose(found["by_seed"]["b"], [0.0, 0.5]).all()


def test_weights_of_the_scenario_change_no_history() -> None:
    """They judge: a run made for other weights is the same run."""
    plain = load_scenario("classroom")
    assert load_scenario("classroom", {"governance.weight_cost": 0.9}).fingerprint == plain.fingerprint
    with pytest.raises(ScenarioError, match="must not both be 0"):
        load_scenario("classroom", {"governance.weight_resolution": 0, "governance.weight_suppressed": 0})
