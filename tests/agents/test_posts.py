"""Posts as views: kind, skill and load as the engine has them; none, and zeros, without the process."""

from __future__ import annotations

import pytest

from sim.agents import Model, StaffMember
from sim.names import DisputeFamily, StaffKind
from sim.scenario import load_scenario


def staffed(**switches: bool) -> Model:
    """The classroom with staff, some weeks on."""
    on = {"processes.staff": True, "processes.turnover": True, "time.burn_in": 30}
    model = Model(load_scenario("classroom", on | {f"processes.{k}": v for k, v in switches.items()}), seed=1)
    model.run(60)
    return model


def test_people_show_kind_skill_and_load() -> None:
    """As the engine's columns have them; a mediator's own figures are means over who is there, by hours."""
    with staffed() as model:
        people = [one for mediator in model.mediators for one in mediator.people]
        assert {one.kind for one in people} > {StaffKind.PART_TIME, StaffKind.VOLUNTEER, StaffKind.CLERK}
        judges = [one for one in model.officials[0].people if one.kind == StaffKind.JUDGE]
        assert judges
        assert sum(one.sessions for one in people + judges) > 0
        for mediator in model.mediators:
            there = [one for one in mediator.people if one.present]
            hours = sum(one.hours for one in there)
            assert mediator.hours == pytest.approx(hours, abs=0.02)
            assert mediator.load == pytest.approx(sum(one.load * one.hours for one in there) / hours)
            skill = sum(sum(one.skill.values()) / len(DisputeFamily) * one.hours for one in there) / hours
            assert mediator.skill == pytest.approx(skill)
            assert all(one.forum == mediator.forum for one in mediator.people)
        assert max(one.load for one in people) > 0.0
        assert StaffMember(model, 0) == people[0] or StaffMember(model, 0).forum != people[0].forum


def test_without_the_process_there_is_nobody_and_nothing() -> None:
    """Off means neutral, not missing."""
    with staffed(staff=False) as model:
        assert model.mediators[0].people == model.officials[0].people == ()
        assert model.mediators.agg("skill", max) == model.mediators.agg("load", max) == 0.0
