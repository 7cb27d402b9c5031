"""What a run cost: the cohort's own sessions, paid hours, the policies' price, and per true resolution."""

from __future__ import annotations

import math

import pytest

from sim.analysis.cost import cost
from sim.names import EndState
from sim.records import PolicyCost
from tests.analysis.invented import cases, disputes, records, series
from tests.analysis.small_runs import taken


def test_own_sessions_are_those_of_the_cohorts_disputes() -> None:
    """Sessions for older disputes belong to older disputes; a session has the minutes of its case."""
    rows = disputes({}, {"born": -9})
    files = cases({"sessions": 2, "work": 240}, {"dispute": 1, "sessions": 9, "work": 900}, {"opened": 500})
    found = cost(records(rows, files))
    assert found.own_staff_days == pytest.approx((2 * 240 + 60) / 480)


def test_cost_per_true_resolution_holds_policies_too() -> None:
    """A policy that resolves one dispute at a great price must not look cheap: 1 + 3 days at 400 yuan, and 100 more."""
    price = PolicyCost(staff_days=3.0, yuan=100.0, days=365)
    found = cost(records(disputes({}), cases({"sessions": 1, "work": 480}), policy_cost=price))
    assert (found.staff_days_per_resolution, found.yuan_per_resolution) == (4.0, 1700.0)


def test_without_a_resolution_there_is_no_cost_of_one() -> None:
    """Dividing by no resolution is no number, and certainly not zero."""
    found = cost(records(disputes({"end_state": int(EndState.LUMPED)}), cases({})))
    assert math.isnan(found.yuan_per_resolution)


def test_paid_hours_are_those_of_the_year_whether_used_or_not() -> None:
    """Idle hours are paid: a policy that adds hours costs them."""
    daily = series(available_slot0=48, available_court=432)
    assert cost(records(disputes({}), daily=daily)).paid_staff_days == pytest.approx(365.0)


def test_a_policy_of_a_real_run_has_its_price_and_the_baseline_none() -> None:
    """Doing something is never free in a comparison."""
    assert cost(taken()).policy_staff_days == 0.0
    assert cost(taken("keep_in_village")).policy_staff_days > 0.0
