"""Who is who: adults by scanning forward, keys that no two people share, levels that hold two places."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine import doors
from tests.engine.societies import blank_state, run_of, society


@pytest.fixture(scope="module")
def small() -> Any:
    return society(1)


@given(st.lists(st.integers(0, 1), min_size=1, max_size=12), st.data())
def test_the_next_adult_is_found_going_round(small: Any, adults: list[int], data: st.DataObject) -> None:
    """Forward, cyclic within the household or place; where there is none the row itself."""
    state = blank_state(small)
    state.res_adult = np.array(adults, np.uint8)
    row = data.draw(st.integers(0, len(adults) - 1))
    around = [(row + k) % len(adults) for k in range(len(adults))]
    expected = next((k for k in around if adults[k]), row)
    assert doors.first_adult(state.record, row, 0, len(adults)) == expected


def test_no_two_people_share_a_key(classroom: Any) -> None:
    """Causes are made of respondents' keys: one shared key would join strangers' disputes."""
    run = run_of(classroom, seed=1)
    record = run.state.record
    people = [doors.key_of_resident(record, i) for i in range(run.world.n_residents)]
    homes = [doors.key_of_household(record, i) for i in range(run.world.n_households)]
    assert len({*people, *homes}) == run.world.n_residents + run.world.n_households


@pytest.mark.parametrize("seed", range(6))
def test_the_common_level_is_the_lowest_place_above_both(seed: int) -> None:
    """Home levels start from it; with missing tiers two places may first meet in one that stands higher."""
    scenario, world = society(seed)
    run = run_of((scenario, world), seed=1)

    def above(place: int) -> list[int]:
        path = [place]
        while world.place_parent[path[-1]] >= 0:
            path.append(int(world.place_parent[path[-1]]))
        return path

    for one in range(len(world.code)):
        for other in range(len(world.code)):
            meeting = next(place for place in above(one) if place in above(other))
            found = doors.lowest_common(run.state.record, run._numbers, one, other)
            assert found == world.place_rank[meeting]
        assert doors.lowest_common(run.state.record, run._numbers, one, -1) == len(scenario.levels)
