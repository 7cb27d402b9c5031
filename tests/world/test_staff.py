"""Hours of forums: in proportion to registered residents, stand-ins for missing tiers, the docket off the judges."""

from __future__ import annotations

import numpy as np
import pytest

from sim.scenario import load_scenario
from sim.world import build_world
from tests.world.trees import LEVELS, scenario_from

GAP = (
    "code,name,level,parent,population,urban_rural\nC,县,county,,,\nT,镇,town,C,,\n"
    "A,甲,village,T,2000,220\nB,乙,village,C,1000,220\n"
)


def test_hours_follow_the_register_not_the_people_who_are_there() -> None:
    """Where many have moved in, staff is short: that is what sinking resources towards residents is about."""
    scenario = load_scenario("zhuji")
    world = build_world(scenario)
    leaf = np.flatnonzero(world.place_leaf == 1)
    per_registered = world.minutes[leaf, 0] / world.place_registered[leaf] * 1000 / 60
    assert per_registered == pytest.approx(np.full(len(leaf), float(scenario.staff.committee)), rel=0.05)
    per_resident = world.minutes[leaf, 0] / world.place_resident[leaf]
    urban = world.place_urban[leaf] == 1
    assert per_resident[urban].mean() < 0.6 * per_resident[~urban].mean()


def test_the_next_place_up_runs_a_missing_tiers_forum_for_those_it_serves_only() -> None:
    """A village right below the county has a town office too: the county runs it, with hours for that village alone."""
    world = build_world(scenario_from(GAP, "C", LEVELS[:3]), cache=False)
    county, town, village = (world.code.index(code) for code in ("C", "T", "B"))
    assert world.anc[village].tolist() == [village, county, county]
    assert world.served_actual[county, 1] == 1000
    assert world.served_actual[town, 1] == 2000
    assert world.minutes[county, 1] == pytest.approx(world.minutes[town, 1] / 2, abs=1)
    assert world.served_actual[county, 0] == 0
    assert world.minutes[county, 0] == 0


def test_judges_hours_are_what_organisations_leave() -> None:
    """Where suits of organisations are no cases, their share of hours is set aside; where they are, all hours serve."""

    def hours(*settings: str) -> int:
        return int(build_world(load_scenario("zhuji", list(settings)), cache=False).minutes[0, -1])

    off = "processes.docket=false"
    half, fifth = (hours(off, f"court.organisation_docket={share}") for share in (0.5, 0.8))
    assert half == pytest.approx(fifth * 2.5, rel=0.001)
    assert hours() == hours("court.organisation_docket=0.5") == pytest.approx(2 * half, rel=0.001)


def test_the_court_stands_at_the_county_of_a_prefecture() -> None:
    """Six courts in Shaoxing, none at the top, each for its own county."""
    world = build_world(load_scenario("shaoxing"))
    courts = np.flatnonzero(world.minutes[:, -1])
    assert (world.place_rank[courts] == world.court_rank).all()
    assert len(courts) == 6
    assert (world.served_actual[courts, -1] == world.place_resident[courts]).all()


def test_a_level_without_a_forum_has_no_staff() -> None:
    """A grid below the village is where people live, not where cases are heard."""
    table = "code,name,level,parent,population\nT,村,village,,\nA,甲格,grid,T,60\nB,乙格,grid,T,50\n"
    world = build_world(scenario_from(table, "T", ("grid", "village")), cache=False)
    assert (world.minutes[:, 0] == 0).all()
    assert world.served_actual[0, 1] == 110
