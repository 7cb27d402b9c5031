"""Arms from text: one canonical text per arm, order forgotten, each slip answered with one line and exit code 2."""

from __future__ import annotations

import pytest

from sim.errors import PolicyError
from sim.policies import parse_arm, parse_arms


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("baseline", "baseline"),
        (" keep_in_village ( start = 30 , dose=0.50 ) ", "keep_in_village(dose=0.5,start=30)"),
        ("keep_in_village(dose=1,forward=0.5)", "keep_in_village"),
        ("resource_sinking+keep_in_village", "keep_in_village+resource_sinking"),
        ("petition_quota(exposure=.3)", "petition_quota(exposure=0.3)"),
        ("keep_in_village(targets=rural|rural)", "keep_in_village(targets=rural)"),
        ("keep_in_village(targets=place:330681|level:village)", "keep_in_village(targets=level:village|place:330681)"),
        ("keep_in_village(end=90,targets=urban)", "keep_in_village(end=90,targets=urban)"),
        ("keep_in_village(dose=-0.0)", "keep_in_village(dose=0)"),
    ],
)
def test_an_arm_has_one_text(text: str, spec: str) -> None:
    """Run folders and tables find an arm by its text."""
    assert parse_arm(text).spec == spec
    assert parse_arm(spec).spec == spec


def test_a_list_of_arms_keeps_its_order() -> None:
    """The first arm is what the others are compared with; commas inside brackets cut nothing."""
    arms = parse_arms("baseline, keep_in_village(dose=0.5,start=30),keep_in_village+resource_sinking")
    assert [arm.spec for arm in arms] == [
        "baseline",
        "keep_in_village(dose=0.5,start=30)",
        "keep_in_village+resource_sinking",
    ]
    assert arms[0].policies == ()
    assert arms[0].title.zh.startswith("现状")
    assert arms[1].title.en == "small matters stay in the village (dose=0.5,start=30)"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("keep_in_vilage", "Did you mean 'keep_in_village'"),
        ("whistle_on_mars", "Known: baseline, keep_in_village"),
        ("", "written as name"),
        ("keep_in_village,", "written as name"),
        ("keep_in_village+", "written as name"),
        ("keep_in_village(", "brackets must close"),
        ("keep_in_village(dose=0.5))", "brackets must close"),
        ("keep_in_village(dose)", "arguments must be key=value"),
        ("keep_in_village(dose=)", "arguments must be key=value"),
        ("keep_in_village(dose=0.5,dose=0.6)", "dose must be given once"),
        ("keep_in_village(doze=0.5)", "Did you mean 'dose'"),
        ("keep_in_village(forwards=0.5)", "Did you mean 'forward'"),
        ("keep_in_village(dose=1.5)", "dose must be a number from 0 to 1"),
        ("keep_in_village(dose=nan)", "dose must be a number from 0 to 1"),
        ("keep_in_village(dose=half)", "dose must be a number from 0 to 1"),
        ("keep_in_village(start=-3)", "start must be a whole number from 0"),
        ("keep_in_village(start=1.5)", "start must be a whole number from 0"),
        ("keep_in_village(start=30,end=30)", r"end must lie after start \(day 30\), got 30"),
        ("keep_in_village(clock=22.5)", "clock must be a whole number from 15 to 60"),
        ("keep_in_village(forward=2)", "forward must be a number from 0 to 1"),
        ("keep_in_village(targets=kind:rurl)", "Did you mean 'rural'"),
        ("keep_in_village(targets=rural||urban)", "words joined by"),
        ("keep_in_village(targets=county:rural)", "words joined by"),
        ("baseline+keep_in_village", "baseline is the absence of policies"),
        ("baseline(dose=1)", "baseline is the absence of policies"),
        ("keep_in_village+keep_in_village", "may stand once in an arm"),
        ("keep_in_village,keep_in_village(dose=1)", "arms must differ"),
    ],
)
def test_a_slip_is_answered(text: str, message: str) -> None:
    """One line: rule, what was got, how to repair; exit code 2; before anything is built."""
    with pytest.raises(PolicyError, match=message) as raised:
        parse_arms(text)
    assert raised.value.exit_code == 2
    assert "\n" not in str(raised.value)


def test_the_same_system_may_act_differently_in_two_kinds_of_place() -> None:
    """Town and country are governed apart."""
    arm = parse_arm("keep_in_village(targets=rural)+keep_in_village(dose=0.5,targets=urban)")
    assert len(arm.policies) == 2
