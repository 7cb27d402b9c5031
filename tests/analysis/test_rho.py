"""A scenario whose forums cannot serve what they are asked for is refused, unless it says so; ρ is a pilot run's."""

from __future__ import annotations

import pytest

from sim.analysis.rho import check_load, expected_load, overloaded
from sim.errors import ScenarioError
from sim.records import pilot_records
from tests.analysis.invented import cases, disputes, records, series
from tests.analysis.small_runs import society


def test_an_overload_is_refused_in_one_line_that_names_the_forum() -> None:
    """Years of rising backlog are a finding only where they were meant."""
    over = expected_load(records(disputes({}), cases({"opened": 400, "work": 10_000}), series(available_slot0=1)))
    with pytest.raises(ScenarioError) as refused:
        check_load(over, "refused", "invented")
    text = str(refused.value)
    assert "village mediation committee" in text
    assert "slot0" in text
    assert "\n" not in text
    check_load(over, "allowed", "invented")
    assert [line.kind for line in overloaded(over)] == ["slot0"]


def test_a_line_without_hours_that_gets_cases_is_overloaded() -> None:
    """Dividing by no hours must not let the worst overload pass."""
    found = expected_load(records(disputes({}), cases({"opened": 400})))
    assert [line.kind for line in overloaded(found)] == ["slot0"]


def test_the_second_half_of_the_pilot_is_read() -> None:
    """The first months fill the lines: what is accepted there is not yet what comes back."""
    half = expected_load(records(disputes({}), cases({"opened": 1}), series(available_slot0=10)))
    assert half[0].accepted == 0


def test_a_pilot_of_the_smallest_scenario_is_below_one() -> None:
    """The library's scenarios must pass their own check; the pilot starts on day 0 and is repeatable."""
    scenario, world = society(often=False)
    told: list[tuple[int, int]] = []
    pilot = pilot_records(scenario, world, seed=1, days=365, progress=lambda done, whole: told.append((done, whole)))
    assert (pilot.series.first_day, len(pilot.series), pilot.manifest.last_day) == (0, 365, 364)
    assert told[-1] == (365, 365)
    loads = expected_load(pilot)
    check_load(loads, scenario.overloaded, scenario.id)
    assert loads[0].offered > 0.0
    assert loads == expected_load(pilot_records(scenario, world, seed=1, days=365))


@pytest.mark.parametrize(("minutes", "refused"), [(364, False), (365, True)])
def test_the_line_is_drawn_at_one(minutes: int, refused: bool) -> None:
    """365 minutes asked of 365 leave no slack for luck: the line then only grows."""
    found = expected_load(
        records(disputes({}), cases({"opened": 400, "work": minutes, "sessions": 1}), series(available_slot0=1))
    )
    assert [line.kind for line in overloaded(found)] == ["slot0"] * refused
