"""Load of each kind of line: never more minutes used than there were, and ρ from what was accepted."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sim.analysis.load import load, sessions_of_a_case
from sim.names import Forum, Way
from tests.analysis.invented import cases, disputes, records, series
from tests.analysis.small_runs import ARMS, taken


def test_rho_is_what_is_asked_over_what_there_is() -> None:
    """Two cases of two sessions of 90 minutes in a year of 1 minute a day ask for 360 of 365 minutes."""
    rows = cases({"sessions": 3, "work": 120}, {"sessions": 1, "work": 60})
    daily = series(available_slot0=1, minutes_slot0=1, sessions_slot0=2)
    village = load(records(disputes({}), rows, daily))[0]
    assert village.offered == pytest.approx(2 * 2 * 90 / 365)
    assert (village.used, village.available, village.utilisation, village.accepted) == (365, 365, 1.0, 2)


def test_cases_that_lapsed_in_line_ask_for_what_others_got() -> None:
    """An overloaded line loses cases to the clock unserved: counting their sessions as 0 would hide the overload."""
    rows = cases(
        {"sessions": 2}, {"sessions": 0, "way": int(Way.TIMED_OUT)}, {"sessions": 0, "way": int(Way.WITHDRAWN)}
    )  # fmt: skip
    run = records(disputes({}), rows)
    assert sessions_of_a_case(run, np.ones(3, dtype=bool)) == 2.0
    assert sessions_of_a_case(run, np.array([False, True, True])) == 1.0


def test_only_cases_opened_in_the_days_asked_for_count() -> None:
    """A load is that of its days: the burn-in must not be mixed into the cohort's."""
    rows = cases({"opened": 5}, {"opened": -5}, {"opened": 364}, {"opened": 365})
    run = records(disputes({}), rows, series(available_slot0=10))
    assert (load(run)[0].accepted, load(run, -360, 0)[0].accepted) == (2, 1)


def test_a_line_without_hours_has_no_load() -> None:
    """Nothing over nothing is no number, and no zero."""
    idle = load(records(disputes({}), cases()))[0]
    assert math.isnan(idle.utilisation)
    assert math.isnan(idle.offered)


def test_kinds_are_the_levels_with_a_forum_and_the_court() -> None:
    """Names must be those of the series, or a load is read from another line."""
    found = [(line.kind, line.forum, line.level) for line in load(records())]
    assert found == [
        ("slot0", Forum.COMMITTEE, 0),
        ("slot1", Forum.OFFICE, 1),
        ("slot2", Forum.PETITION, 2),
        ("court", Forum.COURT, 2),
    ]


@pytest.mark.parametrize("arm", ["baseline", *ARMS])
def test_no_forum_of_a_real_run_works_more_than_it_can(arm: str) -> None:
    """Minutes are never borrowed; a line may carry at most what it saved for one long session into a window."""
    run = taken(arm)
    for line in load(run, -run.manifest.burn_in, 730):
        assert line.used <= line.available
        assert line.sessions == 0 or line.used > 0
