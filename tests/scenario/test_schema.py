"""What a resolved scenario says of itself: court, trust, incidence, median, and what its fingerprints cover."""

from __future__ import annotations

import math
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sim.scenario import Scenario, load_scenario, with_overrides
from sim.scenario.median import mixture_median

INVALID = Path(__file__).parents[1] / "invalid"


@pytest.fixture(scope="module")
def zhuji() -> Scenario:
    """The scenario that everything is built around."""
    return load_scenario("zhuji")


def test_the_court_stands_at_the_county_else_at_the_top() -> None:
    """Definitions 1; a scenario may say otherwise."""
    assert (load_scenario("zhuji").court_level, load_scenario("zhuji").court_rank) == ("county", 2)
    assert (load_scenario("shaoxing").court_level, load_scenario("shaoxing").court_rank) == ("county", 2)
    assert (load_scenario("classroom").court_level, load_scenario("classroom").court_rank) == ("city", 2)
    assert load_scenario("classroom", ["court_level=town"]).court_rank == 1


def test_trust_starts_by_level_id_and_by_rank_where_the_id_is_its_own() -> None:
    """A user's own names of levels must not lose the anchors, and a city is a city at any rank."""
    assert load_scenario("zhuji").trust_by_rank == (0.70, 0.70, 0.74, 0.82)
    assert load_scenario("shaoxing").trust_by_rank == (0.70, 0.70, 0.74, 0.78, 0.82)
    assert load_scenario("classroom").trust_by_rank == (0.70, 0.70, 0.78, 0.82)


def test_incidence_splits_into_the_person_types_and_the_two_of_government(zhuji: Scenario) -> None:
    """The total must be the two rates that the surveys fix, whatever the mix."""
    rates = zhuji.type_incidence
    assert sum(rates) == pytest.approx(zhuji.incidence.lambda_person + zhuji.incidence.lambda_government)
    assert rates[12] == pytest.approx(0.35 * 7.0)
    assert rates[14] == pytest.approx(0.65 * 7.0)


@given(
    sigma=st.floats(min_value=0.8, max_value=1.6),
    shift=st.floats(min_value=-2.0, max_value=2.0),
    median=st.floats(min_value=2_000, max_value=40_000),
)
def test_the_median_of_one_log_normal_is_its_own(sigma: float, shift: float, median: float) -> None:
    """A closed form: with one type the mixture is that type."""
    assert mixture_median(median, sigma, [shift], [3.0]) == pytest.approx(median * math.exp(shift), abs=0.51)


@given(shifts=st.lists(st.floats(min_value=-2.0, max_value=2.0), min_size=2, max_size=15))
def test_half_of_the_mixture_lies_at_or_below_its_median(shifts: list[float]) -> None:
    """That is what a median is; "small" disputes are defined by it."""
    weights = [1.0 + k for k in range(len(shifts))]
    median = mixture_median(10_000.0, 1.2, shifts, weights)
    below = [0.5 * (1 + math.erf((math.log(median / 10_000.0) - shift) / 1.2 / math.sqrt(2))) for shift in shifts]
    assert float(np.average(below, weights=weights)) == pytest.approx(0.5, abs=1e-4)


def test_the_median_is_a_whole_number_of_yuan(zhuji: Scenario) -> None:
    """A last bit that differs between machines would move a gate's threshold."""
    assert zhuji.median_stake == int(zhuji.median_stake)
    assert 5_000 < zhuji.median_stake < 15_000


@pytest.mark.parametrize(
    ("key", "value"),
    [("settle.tie", 0.5), ("types.land.hostility", 0.4), ("processes.gate", False), ("time.cohort", 300)],
)
def test_a_rule_moves_the_fingerprint_and_not_the_world(zhuji: Scenario, key: str, value: object) -> None:
    """A world is built once for all the parameter sets that do not concern it."""
    changed = with_overrides(zhuji, {key: value})
    assert changed.fingerprint != zhuji.fingerprint
    assert changed.world_fingerprint == zhuji.world_fingerprint


@pytest.mark.parametrize(
    ("key", "value"),
    [("world.seed", 2), ("world.far_ties", 0.5), ("staff.court", 400), ("incidence.adult_share", 0.75)],
)
def test_what_the_world_is_made_of_moves_both_fingerprints(zhuji: Scenario, key: str, value: object) -> None:
    """A stale world from the cache would be a silent error."""
    changed = with_overrides(zhuji, {key: value})
    assert changed.fingerprint != zhuji.fingerprint
    assert changed.world_fingerprint != zhuji.world_fingerprint


TOTAL = """
[[population.totals]]
code = "T"
year = 2020
measure = "resident"
value = 1000
source = "a census"
grade = "B"
"""


@pytest.mark.parametrize(
    "change",
    [
        ("A,甲村,village,T,600", "A,甲村,village,T,601"),
        ("A,甲村,village,T,600", "A,甲村,village,T,600\nC,丙村,village,T,5"),
        ('levels = ["village", "town"]', 'levels = ["village", { id = "town", forum = "petition" }]'),
        ('levels = ["village", "town"]', 'levels = ["village", "town"]\ncourt_level = "village"'),
        ('levels = ["village", "town"]\n', 'levels = ["village", "town"]\n' + TOTAL),
    ],
)
def test_the_content_of_the_tree_moves_both_fingerprints(tmp_path: Path, change: tuple[str, str]) -> None:
    """The path of a table says nothing about what is in it."""
    found = set()
    for old, new in (("", ""), change):
        for name in ("good.toml", "good.csv"):
            text = (INVALID / name).read_text(encoding="utf-8")
            (tmp_path / name).write_text(text.replace(old, new) if old else text, encoding="utf-8")
        scenario = load_scenario(tmp_path / "good.toml")
        found |= {("all", scenario.fingerprint), ("world", scenario.world_fingerprint)}
    assert len(found) == 4


def test_names_and_sources_move_no_fingerprint(zhuji: Scenario) -> None:
    """Two files that say the same with other titles have the same history."""
    told = with_overrides(zhuji, {"settle.tie": {"value": zhuji.settle.tie, "source": "a survey", "grade": "B"}})
    assert told.fingerprint == zhuji.fingerprint
    assert with_overrides(zhuji, {"title.en": "Another name"}).fingerprint == zhuji.fingerprint


def test_a_scenario_cannot_be_changed_and_travels_to_workers(zhuji: Scenario) -> None:
    """Parallel runs share one scenario; it must arrive as it left."""
    with pytest.raises(ValidationError):
        zhuji.root = "33"
    arrived = pickle.loads(pickle.dumps(zhuji))  # noqa: S301 - our own bytes
    assert arrived.fingerprint == zhuji.fingerprint
    assert arrived.read_places() == zhuji.read_places()
