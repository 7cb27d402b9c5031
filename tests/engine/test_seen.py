"""What dynamic policies see: last period's books by place, recounted from the cases; nothing of what truly happened."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.names import Forum
from tests.engine.societies import CROWDED, UNFOUND, run_of, society


def place_of(run: Any, line: int) -> int:
    """Place that runs a line; behind the lines by slot stand one per place of each forum beside the court."""
    width, n_places = run.p.n_levels + 1, run.world.n_places
    behind = line - width * n_places
    return behind % n_places if behind >= 0 else line // width


@pytest.mark.parametrize(("days", "at"), [(30, 91), (30, 120), (7, 100)])
def test_books_of_the_last_whole_period(days: int, at: int) -> None:
    """By the place that runs the forum; accepted with the court, booked without; zeros before the first period."""
    run = run_of(society(3, CROWDED | UNFOUND | {"appraisal.review_days": days}), "keep_in_village", seed=2)
    first: Any = run._seen()
    assert not first.accepted.any()
    run.advance(at)
    seen = run._seen()
    assert seen.day == run.day
    assert seen.period_days == days
    state, n = run.state, int(run.state.count[marks.FILINGS])
    start = (at // days - 1) * days
    place = np.array([place_of(run, int(line)) for line in state.filing_line[:n]])

    def count(which: Any) -> list[int]:
        return np.bincount(place[which], minlength=len(run.world.code)).tolist()

    theirs = state.filing_forum[:n] != Forum.POLICE  # the station has books of its own
    opened = theirs & (state.filing_opened[:n] >= start) & (state.filing_opened[:n] < start + days)
    closed = (state.filing_closed[:n] >= start) & (state.filing_closed[:n] < start + days)
    administrative = state.filing_forum[:n] < Forum.COURT
    assert seen.accepted.tolist() == count(opened)
    assert seen.booked_success.tolist() == count(closed & administrative & (state.filing_booked[:n] == 1))
    petitions = np.array(count(opened & (state.filing_forum[:n] == Forum.PETITION)))
    assert (seen.registered_petitions >= petitions).all()
    assert int(opened.sum()) > 10
