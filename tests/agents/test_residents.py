"""Residents: each column against the society at rest, disputes against the engine's rows, ties against the network."""

from __future__ import annotations

import copy
import pickle

import numpy as np
import pytest

from sim.agents import Dispute, Household, Model, Place, Resident
from sim.engine.marks import NEVER


def test_each_column_says_the_same_of_one_and_of_many(society: Model) -> None:
    """A column with two forms is two chances to be wrong."""
    for kind, agents in society.agents_by_type.items():
        some = agents.select(at_most=300)
        names = list(kind.columns())
        assert len(names) >= 5
        for name in names:
            assert some.get(name) == [getattr(agent, name) for agent in some], name


def test_columns_are_those_of_the_world(society: Model) -> None:
    """A shifted row would give everybody a neighbour's standing."""
    world = society.world
    assert (society.residents.column("standing") * 255 == world.res_standing).all()
    assert (society.residents.column("legal_knowledge") * 255 == world.res_legal).all()
    assert (society.residents.column("adult") == (world.res_adult == 1)).all()
    assert [household.row for household in society.residents.get("household")] == world.res_household.tolist()
    assert [place.row for place in society.residents.get("place")] == world.hh_place[world.res_household].tolist()


def test_disputes_are_those_of_either_side_and_voiced(society: Model) -> None:
    """Claimant and respondent both had the dispute; a grievance that nobody knows of is none."""
    state = society.state
    n = len(society.disputes)
    expected: dict[int, set[int]] = {}
    for row in range(n):
        for person in (int(state.claimant[row]), int(state.respondent[row])):
            if person >= 0 and int(state.voiced[row]) != NEVER:
                expected.setdefault(person, set()).add(row)
    assert len(expected) > 200
    for resident in society.residents:
        assert {dispute.row for dispute in resident.disputes} == expected.get(resident.row, set())
    counts = enumerate(society.residents.get("dispute_count"))
    assert {row: count for row, count in counts if count} == {row: len(rows) for row, rows in expected.items()}


def test_disputes_are_found_anew_on_the_next_day(own: Model) -> None:
    """An index that outlives its day would show yesterday's society."""
    seen = {resident.row: len(resident.grievances) for resident in own.residents}
    own.run(60)
    new = len(own.disputes) - sum(1 for dispute in own.disputes if dispute.born_day < 200)
    assert new > 10
    grown = [resident for resident in own.residents if len(resident.grievances) > seen[resident.row]]
    assert len(grown) > 5
    assert all(dispute in (*dispute.claimant.grievances,) for dispute in own.disputes)


def test_neighbours_and_kin_are_those_of_the_network(society: Model) -> None:
    """Ties go both ways: who is my neighbour has me for one."""
    resident = next(resident for resident in society.residents if len(resident.kin) and len(resident.neighbours))
    for name in ("neighbours", "kin", "tied"):
        others = getattr(resident, name)
        assert resident not in others
        assert all(resident in getattr(other, name) for other in others)
    assert resident.kin <= resident.tied >= resident.neighbours
    kinds = {tie.kind for tie in resident.household.ties}
    assert kinds >= {"neighbour", "kin"}
    assert resident in resident.household.residents


def test_views_of_one_resident_are_equal_wherever_they_come_from(society: Model) -> None:
    """Views are made on sight, so identity means nothing and equality must mean everything."""
    one, other = society.residents[9], society.residents[9]
    assert one is not other
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other, society.residents[8]}) == 2
    assert one != society.mediators[0]
    assert society.residents.to_list()[9] == one == copy.copy(one)
    assert one.unique_id == 10
    assert society.officials[-1].unique_id == len(society.agents)
    assert repr(one) == "<Resident 9>"


def test_a_view_can_be_pickled_and_takes_its_society_along(society: Model) -> None:
    """As with any Mesa agent: a copy of an agent lives in a copy of its model."""
    for view in (society.residents[9], society.places[1], society.disputes[3], society.residents[9].household):
        again = pickle.loads(pickle.dumps(view))  # noqa: S301 - our own
        assert again != view
        assert (type(again), again.row) == (type(view), view.row)
        assert again.model.digest == society.digest
    both = copy.deepcopy([society.residents[1], society.residents[2]])
    assert both[0].model is both[1].model is not society


def test_place_and_household_are_views_that_lead_on(society: Model) -> None:
    """A notebook reads from a person to the village and back."""
    resident = society.residents[100]
    assert isinstance(resident.place, Place)
    assert isinstance(resident.household, Household)
    assert resident in resident.place.residents
    assert resident in resident.place.parent.residents
    assert resident.household.place == resident.place
    assert all(isinstance(dispute, Dispute) for dispute in resident.grievances)
    assert isinstance(resident.place.residents[0], Resident)


def test_every_column_says_what_it_is(society: Model) -> None:
    """The attributes are the reference of the model's words; one without a meaning or a unit is a riddle."""
    for kind in society.agent_types:
        for name in kind.columns():
            column = getattr(kind, name)
            assert column.__doc__ is not None
            assert len(column.__doc__.split(" [")[0]) > 5, name


def test_moods_of_children_stay_at_rest(society: Model) -> None:
    """Only adults take part in quarrels."""
    children = society.residents.select(lambda resident: not resident.adult)
    assert children.agg("mood", max) == 0.0
    assert np.isclose(len(children) / len(society.residents), 0.2, atol=0.05)
    with pytest.raises(IndexError):
        society.residents[3000]
