"""How known totals become people in units: every total to the person, the documented exceptions, and clear refusals."""

from __future__ import annotations

import math
import statistics
from pathlib import Path

import pytest

from sim.errors import PlacesError
from sim.scenario import Scenario, load_scenario
from sim.world.places import Tree, order_places
from sim.world.population import Population, populate, unit_weights
from tests.world.trees import LEVELS, scenario_from

HEAD = "code,name,level,parent,population,urban_rural\n"
TOWN = HEAD + "T,镇,town,,{town},\nA,甲,village,T,{a},111\nB,乙,village,T,{b},220\n"


def _populated(name: str) -> tuple[Scenario, Tree, Population]:
    scenario = load_scenario(name)
    tree = order_places(scenario.read_places(), scenario.level_ids)
    return scenario, tree, populate(scenario, tree)


def _urban(tree: Tree, population: Population, code: str) -> int:
    row = tree.code.index(code)
    units = [unit for unit in range(row, tree.end[row]) if tree.is_unit(unit) and tree.is_urban(unit)]
    return int(population.resident[units].sum())


def test_zhuji_meets_its_census_and_its_register_to_the_person() -> None:
    """The headline scenario is one resident for one resident."""
    _, tree, people = _populated("zhuji")
    assert people.resident[0] == 1_218_072
    assert _urban(tree, people, "330681") == 762_917
    assert people.registered[0] == 1_079_500
    assert people.raked == ("330681",)


def test_shaoxing_adds_up_to_its_census_with_its_counties_as_known() -> None:
    """Two counties by census, the rest of the total by residents of 2023; the urban rate where it is credible."""
    _, tree, people = _populated("shaoxing")
    at = {code: row for row, code in enumerate(tree.code)}
    assert people.resident[0] == 5_270_977
    assert people.resident[at["330681"]] == 1_218_072
    assert people.resident[at["330683"]] == 675_226
    rest = {"330602": 1_130_600, "330603": 1_124_500, "330604": 802_800, "330624": 411_700}
    left = 5_270_977 - 1_218_072 - 675_226
    for code, size in rest.items():
        assert people.resident[at[code]] == pytest.approx(left * size / sum(rest.values()), abs=1)
    assert _urban(tree, people, "330681") == 762_917
    assert [code for code, _ in people.not_raked] == ["330602"], "Yuecheng: 22 rural units cannot hold a sixth of it"


def test_zhuji_has_the_same_people_inside_shaoxing() -> None:
    """What is known about a county does not depend on the tree it is looked at in."""
    _, small, alone = _populated("zhuji")
    _, large, inside = _populated("shaoxing")
    for row, code in enumerate(small.code):
        assert inside.resident[large.code.index(code)] == alone.resident[row], code


def test_a_known_town_and_the_urban_total_hold_together() -> None:
    """Pinggu: one town's census figure stands inside the district's, and both margins are met."""
    _, tree, people = _populated("pinggu")
    assert people.resident[0] == 457_313
    assert people.resident[tree.code.index("110117003")] == 62_694
    assert _urban(tree, people, "110117") == 278_501


def test_a_district_without_rural_units_keeps_its_total_alone() -> None:
    """Pukou has no rural class: the urban total cannot be met, and is said to be so, with nobody in virtual units."""
    _, tree, people = _populated("pukou")
    assert people.resident[0] == 1_171_603
    assert people.not_raked == (("320111", "no rural unit"),)
    assert all(people.resident[row] == 0 for row in range(len(tree)) if tree.virtual[row])


@pytest.mark.parametrize("name", ["zhuji", "shaoxing", "pinggu", "xiangdong"])
def test_the_mean_rural_unit_is_credible(name: str) -> None:
    """The guard that decides between two ways of spreading must hold afterwards."""
    _, tree, people = _populated(name)
    sizes = [people.resident[row] for row in range(len(tree)) if tree.is_unit(row) and not tree.is_urban(row)]
    assert 300 <= sum(sizes) / len(sizes) <= 4_000
    assert min(sizes) > 0


def test_a_units_weight_follows_its_class_and_code_and_no_seed() -> None:
    """The rule is part of the scenario; another seed, world or tree around it must not move people."""
    one, two = load_scenario("zhuji"), load_scenario("zhuji", ["world.seed=99"])
    tree = order_places(one.read_places(), one.level_ids)
    weights = unit_weights(one, tree)
    assert weights == unit_weights(two, tree)
    rows = {kind: [row for row in weights if tree.urban_class[row] == kind] for kind in (111, 220)}
    means = {kind: sum(weights[row] for row in rows[kind]) / len(rows[kind]) for kind in rows}
    assert means[111] / means[220] == pytest.approx(3.5, rel=0.2)
    assert statistics.stdev(math.log(weights[row]) for row in rows[220]) == pytest.approx(0.4, abs=0.05)


def test_residents_stated_for_some_units_stand_and_the_rest_of_the_total_is_spread() -> None:
    """A user who knows half his villages need not guess the others."""
    scenario = scenario_from(TOWN.format(town=1000, a=400, b=""), "T", LEVELS[:2])
    tree = order_places(scenario.read_places(), scenario.level_ids)
    assert populate(scenario, tree).resident.tolist() == [1000, 400, 600]


def test_a_users_own_figures_win_over_what_is_known_about_the_place() -> None:
    """Somebody who models Zhuji in another year states his figures, and none of ours get in the way."""
    table = HEAD + "330681,市,county,,,\n1,镇,town,330681,,\n2,甲,village,1,300,\n3,乙,village,1,500,\n"
    scenario = scenario_from(table, "330681", LEVELS[:3])
    assert any(fact.code == "330681" for fact in scenario.population.totals)
    tree = order_places(scenario.read_places(), scenario.level_ids)
    assert populate(scenario, tree).resident.tolist() == [800, 800, 300, 500]


def test_of_two_facts_the_one_of_the_nearest_year_is_used() -> None:
    """A scenario of another year takes the figure of that year, not the one that stands first."""
    fact = '[[population.totals]]\ncode = "T"\nyear = {}\nmeasure = "census_resident"\nvalue = {}\n'
    fact += 'source = "x"\ngrade = "B"\n'
    extra = fact.format(2016, 700) + fact.format(2020, 800) + fact.format(2023, 900)
    for year, total in ((2020, 800), (2017, 700), (2024, 900)):
        scenario = scenario_from(
            TOWN.format(town="", a="", b=""), "T", LEVELS[:2], f"population.year={year}", extra=extra
        )
        tree = order_places(scenario.read_places(), scenario.level_ids)
        assert populate(scenario, tree).resident[0] == total


def test_a_cut_tree_keeps_its_own_stated_figure_with_a_register_in_proportion(tmp_path: Path) -> None:
    """Somebody who cuts a town out of a county and knows one village better states it there."""
    wide = HEAD + "C,县,county,,1000,\nT,镇,town,C,,\nA,甲,village,T,,220\nB,乙,village,T,,220\n"
    (tmp_path / "wide.csv").write_text(wide, encoding="utf-8")
    cut = f'[population]\ntable = "{tmp_path}/wide.csv"\nroot = "C"\n'
    own = HEAD + "C,县,county,,,\nT,镇,town,C,,\nA,甲,village,T,{},220\n"
    trees = [scenario_from(own.format(stated), "C", LEVELS[:3], extra=cut) for stated in ("", 100)]
    spread, stated = (
        populate(scenario, order_places(scenario.read_places(), scenario.level_ids)) for scenario in trees
    )
    assert 0 < spread.resident[0] < 1000
    assert stated.resident.tolist() == [100, 100, 100]
    assert stated.registered[0] / 100 == pytest.approx(spread.registered[0] / spread.resident[0], abs=0.01)


def test_figures_that_contradict_a_known_total_are_refused_in_one_line() -> None:
    """Silently dropping one of two figures would make a society that nobody asked for."""
    total = (
        '[[population.totals]]\ncode = "T"\nyear = 2020\nmeasure = "resident"\nvalue = 500\nsource = "x"\ngrade = "B"\n'
    )
    scenario = scenario_from(TOWN.format(town="", a=600, b=""), "T", LEVELS[:2], extra=total)
    tree = order_places(scenario.read_places(), scenario.level_ids)
    with pytest.raises(
        PlacesError, match=r"places\.csv:2: the residents of T must be .* got 500 against 600\. "
    ) as caught:
        populate(scenario, tree)
    assert "\n" not in str(caught.value)


def test_more_people_than_rows_can_count_are_refused() -> None:
    """Rows are 32-bit; a slip of three zeros must not end in a crash."""
    scenario = scenario_from(TOWN.format(town="", a=90_000_000, b=90_000_000), "T", LEVELS[:2])
    tree = order_places(scenario.read_places(), scenario.level_ids)
    with pytest.raises(PlacesError, match="the tree must hold 1 to 100000000 residents, got 180000000"):
        populate(scenario, tree)
