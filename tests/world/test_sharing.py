"""A place is the same wherever it stands: Fengqiao inside Zhuji and Fengqiao alone, Zhuji inside Shaoxing and alone."""

from __future__ import annotations

import numpy as np
import pytest

from sim.scenario import load_scenario
from sim.world import World, build_world
from sim.world.ties import FAR_TIE
from tests.world.trees import LEVELS, scenario_from


@pytest.fixture(scope="module")
def fengqiao() -> World:
    """Return the world of the town alone."""
    return build_world(load_scenario("fengqiao_town"))


@pytest.fixture(scope="module")
def zhuji() -> World:
    """Return the world of the county."""
    return build_world(load_scenario("zhuji"))


def _inside(world: World, code: str) -> list[np.ndarray]:
    """Return all that is inside a unit, with rows counted from the unit's own first ones."""
    place = world.code.index(code)
    first, end = int(world.hh_start[place]), int(world.hh_start[place + 1])
    low, high = int(world.hh_first[first]), int(world.hh_first[end])
    ties = slice(int(world.tie_start[first]), int(world.tie_start[end]))
    source = np.repeat(np.arange(end - first), np.diff(world.tie_start[first : end + 1]))
    near = world.tie_kind[ties] < FAR_TIE  # far and online ties lead beyond the unit
    return [
        world.hh_first[first : end + 1] - low, world.hh_block[first:end], world.res_household[low:high] - first,
        world.res_adult[low:high], world.res_standing[low:high], world.res_legal[low:high], world.res_sex[low:high],
        world.res_age[low:high], source[near], world.tie_to[ties][near] - first, world.tie_kind[ties][near],
    ]  # fmt: skip


def test_a_unit_has_the_same_people_and_ties_in_both_scenarios(fengqiao: World, zhuji: World) -> None:
    """Row numbers differ, keys do not: what is learnt on the small scenario is about the same society."""
    units = [code for code, leaf in zip(fengqiao.code, fengqiao.place_leaf, strict=True) if leaf]
    assert len(units) == 31
    for code in units:
        for here, there in zip(_inside(fengqiao, code), _inside(zhuji, code), strict=True):
            assert np.array_equal(here, there), code


@pytest.mark.parametrize("urban_class", [111, 220])
def test_no_unit_is_a_copy_of_another(urban_class: int) -> None:
    """Every draw inside a unit is keyed by its place: with one key for all, five hundred villages would be one."""
    units = "".join(f"{code},村,village,T,600,{urban_class}\n" for code in ("A", "B"))
    table = f"code,name,level,parent,population,urban_rural\nT,镇,town,,,\n{units}"
    world = build_world(scenario_from(table, "T", LEVELS[:2]), cache=False)
    block, household = 1, 2
    for column, (one, other) in enumerate(zip(_inside(world, "A"), _inside(world, "B"), strict=True)):
        if column != block:
            assert not np.array_equal(one, other), column
    assert np.array_equal(_inside(world, "A")[block], _inside(world, "B")[block])
    assert len(_inside(world, "A")[household]) == 600


def test_places_keep_their_figures_and_staff_below_the_cut(fengqiao: World, zhuji: World) -> None:
    """Committees and the town office do not know that the rest of the county is missing."""
    for row, code in enumerate(fengqiao.code):
        there = zhuji.code.index(code)
        if int(fengqiao.place_rank[row]) < fengqiao.root_rank:
            assert fengqiao.place_resident[row] == zhuji.place_resident[there]
            assert fengqiao.place_registered[row] == zhuji.place_registered[there]
            assert np.array_equal(fengqiao.minutes[row], zhuji.minutes[there])


def test_the_county_gives_a_town_alone_its_share_of_hours(fengqiao: World, zhuji: World) -> None:
    """Otherwise a lone town would have a whole county court to itself."""
    share = fengqiao.place_registered[0] / zhuji.place_registered[0]
    for line in (2, 3):
        assert zhuji.minutes[0, line] > 0
        assert fengqiao.minutes[0, line] == pytest.approx(zhuji.minutes[0, line] * share, abs=1)


def test_far_ties_end_mostly_in_the_same_town(zhuji: World) -> None:
    """Marriage ties thin out with distance: the town first, although the rest of the county is twenty times larger."""
    source = np.repeat(np.arange(zhuji.n_households), np.diff(zhuji.tie_start))
    far = zhuji.tie_kind == FAR_TIE
    town = zhuji.anc[zhuji.hh_place, 1]
    same = float((town[source[far]] == town[zhuji.tie_to[far]]).mean())
    assert same == pytest.approx(0.7, abs=0.02)
