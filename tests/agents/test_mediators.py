"""Mediators, officials, forums, places: lines and cases add up to the engine's books, and names stay at home."""

from __future__ import annotations

import numpy as np
import pytest

from sim.agents import Mediator, Model, Official
from sim.agents.disputes import RESTING
from sim.engine.marks import FILINGS
from sim.names import Forum, State, Way
from sim.scenario import load_scenario


def test_a_mediator_stands_for_each_administrative_forum(society: Model) -> None:
    """One kind of mediator: the people who run one forum of one place."""
    served = np.argwhere(society.world.served_actual[:, :-1] > 0)
    assert [(m.place.row, m.forum.row % 4) for m in society.mediators] == [tuple(at) for at in served]
    assert society.mediators.groupby("kind").count() == {Forum.PETITION: 1, Forum.OFFICE: 1, Forum.COMMITTEE: 3}
    assert all(m.forum.mediator == m for m in society.mediators)


def test_an_official_heads_each_place_above_the_village(society: Model) -> None:
    """One kind of official; at the village the cadre is mediator and principal."""
    assert [official.level for official in society.officials] == ["city", "town"]
    for place in society.places:
        agent = place.principal.agent
        assert isinstance(agent, Official if place.rank else Mediator)
        assert agent.place == place
        assert place.official == (agent if place.rank else None)


def test_queue_and_cases_are_all_that_a_forum_accepted(society: Model) -> None:
    """Every case is open in the line or closed in the books, at one forum, once."""
    state = society.state
    lines = [forum for place in society.places for forum in place.forums]
    n = int(state.count[FILINGS])
    police = int((state.filing_forum[:n] == Forum.POLICE).sum())  # on the spot, at no forum's expense
    assert sum(len(forum.queue) + len(forum.cases) for forum in lines) == n - police > 50
    assert police > 0
    for mediator in society.mediators:
        assert len(mediator.queue) == mediator.waiting
        assert len(mediator.cases) == mediator.handled
        assert mediator.waiting + mediator.handled == mediator.accepted
        assert all(case.closed_day is not None and case.forum == mediator.forum for case in mediator.cases)
    assert society.mediators.agg("handled", sum) > 30


def test_a_queue_is_in_the_order_of_service(society: Model) -> None:
    """First come, first heard: the head of the line is who joined first."""
    waiting = [mediator.queue for mediator in society.mediators] + [society.places[0].forums[-1].queue]
    assert sum(map(len, waiting)) > 10
    for queue in waiting:
        joined = [int(society.state.joined[dispute.row]) for dispute in queue]
        assert joined == sorted(joined)
        assert all(dispute.state == State.QUEUED for dispute in queue)
        assert all(dispute.forum.queue == queue for dispute in queue)


def test_the_dispute_leads_to_its_cases_and_back(society: Model) -> None:
    """From a person to the case and to who handled it, and back, without a dead end."""
    seen = 0
    for dispute in society.disputes:
        for case in dispute.cases:
            assert case.dispute == dispute
            assert (case.closed_day is None) == (case.way == Way.NONE)
            assert case.closed_day is not None or dispute.forum == case.forum
            assert (case.forum is None) == (case.forum_kind == Forum.POLICE)
            assert case.forum is None or case.forum_kind == case.forum.kind
            assert case.opened_day <= (case.closed_day or society.day)
            seen += 1
        assert (dispute.forum is None) == (dispute.state != State.QUEUED)
        assert dispute.claimant.adult
        assert dispute.voiced == (dispute.voiced_day is not None)
        assert 0.0 <= dispute.hostility <= 1.0
        assert dispute.home in ("village", "town", "city", "outside")
    assert seen > 40
    assert {dispute.state for dispute in society.disputes} & RESTING


def test_workload_is_the_load_of_the_model(society: Model) -> None:
    """One is just manageable: the line takes as long as the forum's clock allows."""
    scenario = society.engine.scenario
    sessions = {"village": scenario.staff.committee_session, "town": scenario.staff.office_session}
    clocks = {"village": scenario.clocks.committee, "town": scenario.clocks.office}
    some = [mediator for mediator in society.mediators if mediator.level != "city"]
    for mediator in some:
        expected = len(mediator.queue) * sessions[mediator.level] / (mediator.hours * clocks[mediator.level])
        assert mediator.workload == mediator.forum.workload == pytest.approx(min(3.0, expected))
    assert max(mediator.workload for mediator in some) > 0


def test_hours_are_those_of_today(society: Model) -> None:
    """Levers move hours; a view of the baseline would show staff that is not there. Without posts hours are tabled."""
    tabled = load_scenario("classroom", {"processes.staff": False, "processes.turnover": False})
    with Model(tabled, "resource_sinking", seed=4, burn_in=2) as model:
        before = model.mediators.get("hours")
        assert before == pytest.approx([minutes / 60 for minutes in model.world.minutes.ravel()[model.census.lines]])
        model.run_to(1)
        assert model.mediators.get("hours") != before


def test_a_principal_is_what_the_engine_answers(society: Model) -> None:
    """m, s, e are the quantities that the rules read."""
    state = society.state
    for place in society.places:
        principal = place.principal
        assert (principal.m, principal.s, principal.e) == (
            state.misreporting[place.row], state.suppression[place.row], state.effort[place.row],
        )  # fmt: skip
    assert society.officials.get("effort") == [official.principal.e for official in society.officials]


def test_no_name_below_the_county_stands_beside_what_happened() -> None:
    """What a synthetic society did must not be read as a finding about a village that exists."""
    with Model("fengqiao_town", seed=1, burn_in=0) as model:
        world = model.world
        named = {text for row, text in enumerate(world.name_zh) if world.place_rank[row] < world.court_rank}
        codes = {text for row, text in enumerate(world.code) if world.place_rank[row] < world.court_rank}
        told = " ".join(f"{p!r} {p.name} {p.kind} {p.principal!r} {p.forums!r} {p.official!r}" for p in model.places)
        assert len(named) > 20
        assert not any(text in told for text in named | codes)
        assert model.places[0].name == world.name_zh[0]


def test_places_form_the_tree(society: Model) -> None:
    """Everybody lives in one lowest place, and in all above it."""
    root = society.places[0]
    assert root.parent is None
    assert len(root.residents) == len(society.residents)
    assert all(child.parent == place for place in society.places for child in place.children)
    assert sum(len(place.residents) for place in society.places if not place.children) == len(society.residents)
    assert [place.kind for place in society.places][:2] == ["city", "town"]
    with pytest.raises(IndexError):
        society.forum(10_000)
