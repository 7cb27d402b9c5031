"""Who is registered elsewhere: whole households, by key, as many of each kind of place as the scenario says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.names import PlaceKind
from sim.scenario import load_scenario
from sim.world import build_world
from sim.world.migrants import migrant_shares


@pytest.fixture(scope="module")
def pukou() -> tuple[Any, Any]:
    scenario = load_scenario("pukou")
    return scenario, build_world(scenario)


def test_households_move_whole_and_in_the_stated_shares(pukou: tuple[Any, Any]) -> None:
    """A share that nobody meets would be no input."""
    scenario, world = pukou
    first = world.res_migrant[world.hh_first[:-1]]
    assert (world.res_migrant == first[world.res_household]).all()
    kinds = world.place_kind[world.hh_place]
    for kind in PlaceKind:
        there = kinds == kind
        if np.count_nonzero(there) > 2000:
            wanted = migrant_shares(scenario.migrants)[kind]
            assert abs(float(first[there].mean()) - wanted) < 4.0 * (0.25 / np.count_nonzero(there)) ** 0.5


def test_more_migrants_in_one_kind_of_place_change_nobody_elsewhere() -> None:
    """Draws are keyed: one number of the scenario moves those whom it is about, and no tie and no trait of anybody."""
    few = load_scenario("fengqiao_town", {"migrants.village": 0.1, "migrants.town_centre": 0.2})
    many = load_scenario("fengqiao_town", {"migrants.village": 0.1, "migrants.town_centre": 0.7})
    one, other = build_world(few, cache=False), build_world(many, cache=False)
    differ = [name for name, column in one.arrays() if not np.array_equal(column, getattr(other, name))]
    assert differ == ["res_migrant"]
    moved = one.res_migrant != other.res_migrant
    assert (other.res_migrant[moved] == 1).all()
    assert set(one.place_kind[one.hh_place[one.res_household[moved]]].tolist()) == {int(PlaceKind.TOWN_CENTRE)}
