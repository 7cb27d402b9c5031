"""The parameter record: every number of a scenario under its flat name, and the tables derived from them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.names import DisputeType, Forum, Opponent
from sim.rules.parameters import Parameters, parameter_values, read_parameters
from sim.scenario import load_scenario


@pytest.fixture(scope="module")
def scenario() -> Any:
    return load_scenario("shaoxing")


@pytest.fixture(scope="module")
def p(scenario: Any) -> Any:
    return parameter_values(scenario)


def test_numbers_are_the_scenario_s(scenario: Any, p: Any) -> None:
    """`<section>_<name>` is what the scenario says: a number from the wrong section would go unnoticed for years."""
    checked = 0
    for field in Parameters.FIELDS:
        section, _, name = field.partition("_")
        part = getattr(scenario, section, None)
        if name and hasattr(type(part), "model_fields") and name in type(part).model_fields:
            assert getattr(p, field) == pytest.approx(getattr(part, name)), field
            checked += 1
    assert checked > 100


def test_switches_are_whole_numbers(scenario: Any, p: Any) -> None:
    """Each process has its 0/1; a switch that no rule can read would be a switch that does nothing."""
    switches = scenario.processes.model_dump()
    assert {name: bool(getattr(p, f"on_{name}")) for name in switches} == switches


def test_shares_of_opponents_are_cumulative_and_end_at_one(scenario: Any, p: Any) -> None:
    """Rows are running totals from the left in the order of `Opponent`: what inversion by one uniform needs."""
    assert p.type_opponent.shape == (len(DisputeType), len(Opponent))
    assert (np.diff(p.type_opponent, axis=1) >= 0).all()
    assert p.type_opponent[:, -1] == pytest.approx(1.0)
    row = scenario.types["neighbour"].opponents
    assert p.type_opponent[DisputeType.NEIGHBOUR, Opponent.NEIGHBOUR] == pytest.approx(row.kin + row.neighbour)


def test_power_stands_at_the_office_and_above(scenario: Any, p: Any) -> None:
    """No government below the town office can be asked for a remedy; the row's weights sum to 1."""
    assert (p.type_power[:, : p.office_slot] == 0).all()
    assert p.type_power[:, -1] == pytest.approx(1.0)
    medical = scenario.types["medical"].power
    assert p.type_power[DisputeType.MEDICAL, p.office_slot] == pytest.approx(medical.town)


def test_power_above_a_short_tree_falls_to_its_top() -> None:
    """A tree of two levels has no county: its weight goes to the highest level there is, never outside the row."""
    small = parameter_values(load_scenario("classroom"))
    row = small.type_power[DisputeType.MEDICAL]
    assert row[-1] == pytest.approx(1.0)
    assert len(row) == small.n_levels


def test_incidence_is_voiced_disputes_a_year_and_adult(scenario: Any, p: Any) -> None:
    """Person types share lambda_person, the two government types lambda_government: totals per 1,000 adults."""
    government = [int(DisputeType.REQUISITION), int(DisputeType.OFFICE)]
    person = np.delete(p.type_rate, government)
    assert 1000 * float(np.sum(p.type_rate[government])) == pytest.approx(scenario.incidence.lambda_government)
    assert 1000 * float(np.sum(person)) == pytest.approx(scenario.incidence.lambda_person)


def test_tables_by_forum_stand_at_the_forum_s_number(scenario: Any, p: Any) -> None:
    """`Forum` is the index; talk and none hold nothing to claim from."""
    assert p.claim_const[Forum.COURT] == scenario.claim.court
    assert p.belief_forum[Forum.PETITION] == scenario.claim.belief_petition
    assert p.clock_days[Forum.OFFICE] == scenario.clocks.office
    assert p.mean_minutes[Forum.COMMITTEE] == int(60 * scenario.staff.committee_session)
    for table in (p.claim_const, p.belief_forum, p.session_hours, p.clock_days):
        assert table[Forum.NONE] == table[Forum.BILATERAL] == 0


def test_the_record_holds_what_python_reads(p: Any, scenario: Any) -> None:
    """Kernels get the same numbers: `read_parameters` is `parameter_values` as a record."""
    record = read_parameters(scenario)
    for field in Parameters.FIELDS:
        assert np.array_equal(getattr(record, field), getattr(p, field)), field
