"""True outcomes: end states, time to resolution, returns within a year, what is left over and what was there before."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given

from sim.analysis.ends import ends
from sim.names import EndState, State
from sim.records import NEVER, Records
from tests.analysis.invented import disputes, ledgers, records, series
from tests.analysis.small_runs import taken


@given(ledgers())
def test_every_grievance_of_the_cohort_is_counted_once(drawn: Records) -> None:
    """Conservation: end states of the voiced sum to the disputes, and nobody is both voiced and not."""
    found = ends(drawn)
    assert sum(found.states.values()) == found.disputes
    assert found.disputes + found.unvoiced <= found.grievances
    assert found.children + found.roots == found.grievances


def test_time_to_resolution_runs_from_voicing_to_the_last_end() -> None:
    """Only resolved disputes have one: the quick surrender of others must not shorten it."""
    lumped = {"voiced": 0, "last_end": 300, "end_state": int(EndState.LUMPED)}
    found = ends(records(disputes({"voiced": 20, "last_end": 30}, {"voiced": 20, "last_end": 60}, lumped)))
    assert (found.days_median, found.days_mean) == (25.0, 25.0)
    assert math.isnan(ends(records(disputes(lumped))).days_median)


def test_the_return_rate_counts_ends_not_disputes() -> None:
    """One that came back twice ended three times; one that will come back within the year counts already."""
    rows = (
        {"came_back": 2, "back_soon": 1},
        {"state": int(State.SETTLED), "end_state": int(EndState.ACTIVE)},
        {"state": int(State.LUMPED), "end_state": int(EndState.LUMPED)},
        {"state": int(State.OPEN), "end_state": int(EndState.ACTIVE), "came_back": 1, "back_soon": 1},
    )
    assert ends(records(disputes(*rows))).return_rate == pytest.approx(3 / 5)


def test_stocks_are_those_of_the_last_day() -> None:
    """A stock is a state, not a flow: yesterday's does not count."""
    found = ends(records(disputes({}), daily=series(lumped_stock=np.arange(1090), active_stock=3)))
    assert (found.lumped_stock, found.backlog) == (1089, 3)


def test_what_was_open_on_day_0_is_reported_apart() -> None:
    """Legacy disputes had another start: they are in no rate of the cohort."""
    old = {"born": -5, "legacy": 1, "end_state": int(EndState.ACTIVE)}
    found = ends(records(disputes(old, {"voiced": NEVER, "end_state": int(EndState.UNVOICED)})))
    assert (found.legacy["active"], found.disputes, found.unvoiced) == (1, 0, 1)


def test_stocks_of_a_real_run_are_its_ledger() -> None:
    """The engine counts stocks as it goes; the ledger counts them at the end. They must agree to the unit."""
    run = taken()
    found, state = ends(run), run.disputes.state
    assert found.lumped_stock == int((state == State.LUMPED).sum())
    assert found.suppressed_stock == int((state == State.SUPPRESSED).sum())
    pursued = (State.OPEN, State.TALK, State.QUEUED, State.AWAY, State.CALLED, State.AT_WINDOW)
    assert found.backlog == int(np.isin(state, pursued).sum())
