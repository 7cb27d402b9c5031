"""Where principals come to rest: one place at the library's numbers, several where hiding feeds on itself."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.verification.answering import left_by, resting_points

HARD: dict[str, Any] = {
    "appraisal_w_u": 3.0,
    "appraisal_w_z": 3.0,
    "appraisal_audit": 0.1,
    "appraisal_paper": 0.0,
    "appraisal_suppress_hours": 0.0,
    "appraisal_start_u": 0.3,
    "settle_effort_gain": 0.6,
    "settle_effort_reference": 0.6,
}
"""Much weight, little audit, hours to spare."""


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    from sim.rules.parameters import parameter_values
    from sim.scenario import load_scenario

    return vars(parameter_values(load_scenario("classroom")))


def test_the_library_has_one_place_of_rest(values: dict[str, Any]) -> None:
    """A baseline whose places could rest in two states would answer to its starting stocks, not to a policy."""
    (rest,) = resting_points(SimpleNamespace(**values))
    assert rest.stable
    assert left_by(SimpleNamespace(**values), rest.unsettled) == pytest.approx(rest.unsettled, abs=1e-9)


def test_much_weight_and_little_audit_make_several(values: dict[str, Any]) -> None:
    """Two stable states with a divide between them: in the upper one more is hidden and less is done."""
    low, divide, high = resting_points(SimpleNamespace(**{**values, **HARD}))
    assert low.stable
    assert not divide.stable
    assert high.stable
    assert low.misreporting < high.misreporting
    assert low.effort > high.effort


def test_without_appraisal_it_rests_where_it_starts(values: dict[str, Any]) -> None:
    """Effort of reference leaves the stated share; nothing pulls away from it."""
    (rest,) = resting_points(SimpleNamespace(**{**values, "on_appraisal": 0}))
    assert rest.unsettled == pytest.approx(values["appraisal_start_u"])
    assert (rest.misreporting, rest.suppression) == (0.0, 0.0)
