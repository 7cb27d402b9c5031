"""The checks that `scenario check` prints, and that they see a world that is not as it should be."""

from __future__ import annotations

import dataclasses

import numpy as np

from sim.scenario import load_scenario
from sim.world import CheckRow, World, build_world, check_world
from sim.world.check import MEASURES


def _rows(name: str, *settings: str) -> dict[str, CheckRow]:
    scenario = load_scenario(name, settings)
    return {row.key: row for row in check_world(build_world(scenario, cache=False), scenario)}


def test_fengqiao_has_the_degree_and_clustering_of_surveyed_villages() -> None:
    """The ranges are those of 173 natural villages, give or take 0.04: these ties carry everything that spreads."""
    rows = _rows("fengqiao_town")
    assert all(row.passes is not False for row in rows.values()), [row for row in rows.values() if row.passes is False]
    for key in ("rural_block_degree", "rural_block_clustering", "rural_unit_clustering", "urban_clustering"):
        assert rows[key].passes is True
    assert 2.0 < rows["rural_block_path"].value < 3.0
    assert 3.5 < rows["rural_unit_path"].value < 7.0
    assert 0.6 < rows["far_ties"].value < 0.8


def test_the_checks_see_a_village_without_closure() -> None:
    """A check that passes whatever the ties are would be worth nothing: rewire all of them and measure again."""
    closed, open_ = _rows("classroom"), _rows("classroom", "world.rewire=1.0")
    assert closed["rural_block_clustering"].value > 0.27
    assert open_["rural_block_clustering"].value < 0.15
    assert open_["rural_block_clustering"].passes is None, "other settings than the fitted ones are told, not judged"
    assert open_["rural_block_degree"].value > 5.5


def test_the_checks_see_people_who_are_missing() -> None:
    """The totals are compared with the people who are there, not with themselves."""
    scenario = load_scenario("classroom")
    world = build_world(scenario, cache=False)
    fewer = world.place_resident.copy()
    fewer[world.code.index("V1")] -= 1
    rows = {row.key: row for row in check_world(dataclasses.replace(world, place_resident=fewer), scenario)}
    assert rows["known_totals"].passes is False


def test_every_check_has_its_words_in_both_languages() -> None:
    """What is printed beside a number says what it is and why it should lie where it should."""
    rows = _rows("classroom")
    assert set(rows) == set(MEASURES)
    for row in rows.values():
        assert row.zh
        assert row.en.isascii()
        assert row.unit in {"places", "persons", "share", "ties", "steps", "grievances"}


def test_grown_ups_and_households_have_the_asked_shares() -> None:
    """Rates are given per adult: their number must be the declared share of residents."""
    world: World = build_world(load_scenario("fengqiao_town", ["incidence.adult_share=0.7"]), cache=False)
    assert abs(float(world.res_adult.mean()) - 0.7) < 0.01
    assert abs(world.n_residents / world.n_households - 2.62) < 0.01
    assert 0.15 < float(np.mean(np.diff(world.hh_first) == 1)) < 0.25


def test_standing_is_even_and_shared_within_a_household() -> None:
    """Incidence tilts with standing around 0.5, so its mean must be there; members of a household are alike."""
    world = build_world(load_scenario("fengqiao_town"))
    standing = world.res_standing / 255.0
    assert abs(float(standing.mean()) - 0.5) < 0.005
    couple = np.diff(world.hh_first) >= 2
    first = world.hh_first[:-1][couple]
    assert 0.45 < float(np.corrcoef(standing[first], standing[first + 1])[0, 1]) < 0.55
    rural = world.place_urban[world.hh_place[world.res_household]] == 0
    assert abs(float(world.res_legal[rural].mean()) / 255.0 - 0.35) < 0.01
    assert abs(float(world.res_legal[~rural].mean()) / 255.0 - 0.5) < 0.01
