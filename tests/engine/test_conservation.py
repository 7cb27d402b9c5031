"""Conservation in any scenario: whatever the parameters, switches, trees and levers, nobody and no minute is lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from sim.engine.marks import ABOVE, CARRIED, DISPUTES, LAWFUL
from sim.engine.run import Run
from tests.engine.invariants import broken
from tests.engine.societies import CROWDED, changed, run_of, society
from tests.twin.strategies import Trial, trials

STEPS = (1, 9, 30, 45, 60)


@given(trials(ticks=(0,)))
@settings(max_examples=40)
def test_nothing_is_lost_in_any_society(trial: Trial) -> None:
    """Random trees, parameters over their declared ranges, switches, systems, random levers; looked at six times."""
    scenario, world = trial.society()
    run = Run(scenario, world, trial.policies(), seed=trial.seed)
    assert broken(run) == []
    for days in STEPS:
        run.advance(days)
        assert broken(run) == []


@pytest.mark.parametrize("arm", ["baseline", "keep_in_village+petition_quota+resource_sinking"])
def test_nothing_is_lost_in_a_town(town: Any, arm: str) -> None:
    """67,000 residents with drawn ties and staff, to the end of the follow-up."""
    run = run_of(town, arm, seed=2)
    run.finish()
    assert int(run.state.count[DISPUTES]) > 5_000
    assert broken(run) == []


def test_nothing_is_lost_when_nobody_is_ever_heard(town: Any) -> None:
    """Arrivals far above capacity for a year: lines of hundreds, people who give up, and still every one counted."""
    run = run_of(changed(town, incidence={"lambda_person": 500.0, "lambda_government": 120.0}), seed=2)
    run.advance(400)
    assert int(run.state.line_length.max()) > 500
    assert broken(run) == []


def test_a_planted_fault_is_seen() -> None:
    """Each kind of check can fail: one wrong cell, one complaint."""
    for name, first, value in (
        ("state", 3, 11), ("line_length", 0, 99), ("due", 2, 5), ("filing_closed", 0, -9999), ("filing_booked", 0, 7),
        ("voiced", 1, 7), ("origin", 0, 1), ("cause_active", 0, 5), ("pressure_fired", 0, 1), ("hostility", 0, 1.5),
        ("marks", 0, CARRIED), ("marks", 0, ABOVE), ("marks", 0, LAWFUL),
    ):  # fmt: skip
        run = run_of(society(4, CROWDED), seed=3)
        run.advance(80)
        assert broken(run) == []
        column = getattr(run.state, name)
        row = next(i for i in range(first, len(column)) if column[i] != value)
        column[row] = value
        assert broken(run), name
