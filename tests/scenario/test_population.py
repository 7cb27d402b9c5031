"""Which facts about residents a scenario uses, and that no unit is left without a way to its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.errors import PlacesError
from sim.scenario import load_scenario
from sim.scenario.library import library_folder
from sim.scenario.population import MEASURES, OLDEST_YEAR, read_facts
from sim.scenario.tables import read_rows

FACTS = library_folder() / "places" / "population.csv"


def test_only_graded_recent_facts_of_known_kind_are_used() -> None:
    """A figure from memory, or of borders that have moved since, must not enter a world."""
    codes = frozenset(row.cells["code"] for row in read_rows(FACTS, "facts", ("code",)))
    used = read_facts(FACTS, "facts", codes)
    assert used
    for fact in used:
        assert fact.grade in ("A", "B")
        assert fact.year >= OLDEST_YEAR
        assert fact.measure in MEASURES
    assert "330681109" not in {fact.code for fact in used}, "the figure of Fengqiao from memory"


def test_every_fact_of_the_library_names_its_source() -> None:
    """No number without where it was read."""
    for row in read_rows(FACTS, "facts", ("code",)):
        assert len(row.cells["source"]) > 5, row
        assert row.cells["source"] != "same"
        assert row.cells["grade"] in ("A", "B", "C")


def test_only_facts_about_the_tree_are_carried() -> None:
    """A scenario shows what it stands on, and nothing else."""
    for name in ("zhuji", "shaoxing", "pukou", "classroom"):
        scenario = load_scenario(name)
        assert {fact.code for fact in scenario.population.totals} <= set(scenario.read_population_places().code)


def test_the_urban_share_of_every_county_that_is_spread_by_it_is_known() -> None:
    """Counties of Shaoxing without a census figure lean on the urbanisation rate of 2023."""
    totals = load_scenario("shaoxing").population.totals
    rates = {fact.code: fact.value for fact in totals if fact.measure == "urban_rate"}
    assert rates == {
        "330681": 0.653, "330602": 0.843, "330603": 0.837, "330604": 0.698, "330683": 0.601, "330624": 0.651,
    }  # fmt: skip


def test_a_total_of_the_users_own_covers_what_the_table_leaves_open(tmp_path: Path) -> None:
    """A user who knows only the size of the town can state that and nothing more."""
    (tmp_path / "p.csv").write_text("code,name,level,parent\nT,镇,town,\nA,村,village,T\n", encoding="utf-8")
    head = 'extends = "base"\ntitle = { zh = "测", en = "t" }\nplaces = "p.csv"\nroot = "T"\n'
    head += 'levels = ["village", "town"]\n'
    total = '[[population.totals]]\ncode = "T"\nyear = 2020\nmeasure = "resident"\nvalue = 900\n'
    total += 'source = "x"\ngrade = "B"\n'
    (tmp_path / "s.toml").write_text(head + total, encoding="utf-8")
    assert [fact.value for fact in load_scenario(tmp_path / "s.toml").population.totals] == [900.0]
    (tmp_path / "s.toml").write_text(head, encoding="utf-8")
    with pytest.raises(PlacesError, match="the residents of A must be stated"):
        load_scenario(tmp_path / "s.toml")
