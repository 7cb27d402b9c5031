"""The type table: fifteen rows that are shares where they say shares, and stay near the few figures that are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.names import DisputeType, Opponent
from sim.scenario import Scenario, load_scenario, with_overrides
from sim.scenario.types import GOVERNMENT_TYPES, OPPONENT_IDS, TYPE_IDS

SHARES_2016 = {
    "family": 18.4, "neighbour": 32.0, "housing": 7.7, "contract": 5.1, "production": 3.6, "damages": 8.7, "land": 2.1,
    "labour": 1.5, "consumer": 0.8, "environment": 0.5, "medical": 6.3, "traffic": 3.8, "property": 0.1,
}  # fmt: skip
"""People's mediation by type in percent, one city-month of 2016, n = 869, entered anew from the source."""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    """A scenario of the library; the type table is the same in all of them."""
    return load_scenario("classroom")


def test_rows_stand_in_the_order_of_the_enum(scenario: Scenario) -> None:
    """Kernels index the table by the number of the type."""
    assert tuple(member.name.lower() for member in DisputeType) == TYPE_IDS
    assert len(scenario.types.rows()) == len(DisputeType)
    assert scenario.types[DisputeType.LAND] is scenario.types["land"] is scenario.types.rows()[DisputeType.LAND]
    assert [name for name, _ in scenario.types.items()] == list(TYPE_IDS)


def test_an_unknown_type_is_no_row(scenario: Scenario) -> None:
    """`table["items"]` must not hand out a method."""
    for name in ("items", "model_fields", "quarrel"):
        with pytest.raises(KeyError):
            scenario.types[name]


def test_shares_are_the_mix_of_2016_over_the_person_types(scenario: Scenario) -> None:
    """The one column of the table that has a source must still be that source, to rounding."""
    total = sum(SHARES_2016.values())
    for name, row in scenario.types.items():
        expected = SHARES_2016.get(name, 0.0) / total
        assert row.share == pytest.approx(expected, abs=1e-4), name
    assert set(TYPE_IDS) - set(SHARES_2016) == GOVERNMENT_TYPES


def test_about_one_person_dispute_in_six_is_with_an_organisation(scenario: Scenario) -> None:
    """17.5 % of mediated disputes were citizen against organisation; the opponent mixes are guesses bound by that."""
    share = sum(row.share * row.opponents.organisation for row in scenario.types.rows())
    assert share == pytest.approx(0.175, abs=0.01)


def test_who_stands_opposite_fits_the_type(scenario: Scenario) -> None:
    """The mixes are assumptions, but a table in which kin quarrel with firms would be a slip of the pen."""
    largest = {
        name: OPPONENT_IDS[max(range(10), key=row.opponents.shares().__getitem__)]
        for name, row in scenario.types.items()
    }
    assert largest["family"] == "kin"
    assert largest["neighbour"] == "neighbour"
    assert largest["traffic"] == "same_county"
    assert largest["requisition"] == largest["office"] == "government"
    for name in ("property", "consumer", "labour", "medical", "environment"):
        assert largest[name] == "organisation"


def test_opponent_shares_follow_the_enum(scenario: Scenario) -> None:
    """The mix is read by the number of the opponent."""
    mix = scenario.types["family"].opponents
    assert mix.shares()[Opponent.KIN] == mix.kin
    assert mix.shares()[Opponent.GOVERNMENT] == mix.government
    assert len(mix.shares()) == len(Opponent)


@given(moved=st.floats(min_value=0.001, max_value=0.15))
def test_a_mix_that_no_longer_sums_to_one_is_refused(moved: float) -> None:
    """A share that leaks away would silently become the last kind of opponent."""
    base = load_scenario("classroom")
    with pytest.raises(ScenarioError, match="must sum to 1"):
        with_overrides(base, {"types.family.opponents.kin": 0.93 - moved})
    whole = {
        "types.family.opponents": {
            **base.types["family"].opponents.model_dump(),
            "kin": 0.93 - moved,
            "beyond": 0.01 + moved,
        }
    }
    assert with_overrides(base, whole).types["family"].opponents.kin == 0.93 - moved
