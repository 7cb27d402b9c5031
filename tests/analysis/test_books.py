"""Paper agreement, booked success and what held stand together; each case has one true fate."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from sim.analysis.books import ENDED_WELL, FATES, books, fates
from sim.names import Way
from sim.records import NEVER, Records
from tests.analysis.invented import cases, disputes, ledgers, records
from tests.analysis.small_runs import taken


@given(ledgers())
def test_every_case_of_the_year_has_one_fate_in_one_book(drawn: Records) -> None:
    """The waterline is drawn from these: a case counted twice would be water from nowhere."""
    files, days = drawn.cases, drawn.manifest.cohort
    in_year = int(((files.opened >= 0) & (files.opened < days)).sum())
    rows = books(drawn)
    assert sum(row.accepted for row in rows) == in_year
    for row in rows:
        assert sum(pair.true for pair in row.by_fate.values()) == row.accepted
        assert all(pair.reported <= pair.true for pair in row.by_fate.values())


@pytest.mark.parametrize(
    ("case", "fate"),
    [
        ({}, "held"),
        ({"returns": 30 + 365}, "came_back"),
        ({"returns": 30 + 366}, "held"),
        ({"way": int(Way.GRANTED)}, "held"),
        ({"way": int(Way.REJECTED), "fair": 1}, "accepted"),
        ({"way": int(Way.REJECTED), "fair": 1, "returns": 100}, "came_back"),
        ({"way": int(Way.REJECTED), "returns": NEVER}, "failed"),
        ({"way": int(Way.REFUSED), "returns": NEVER}, "failed"),
        ({"way": int(Way.TIMED_OUT), "returns": NEVER}, "failed"),
        ({"way": int(Way.PRESSED), "returns": 31}, "pressed"),
        ({"way": int(Way.WITHDRAWN)}, "withdrawn"),
        ({"way": int(Way.PROMISE)}, "shelved"),
        ({"way": int(Way.NONE), "closed": NEVER}, "open"),
    ],
)
def test_each_fate_is_that_of_the_definition(case: dict[str, Any], fate: str) -> None:
    """A return is counted from the end of *this* case, by the day drawn at its closing."""
    assert FATES[int(fates(records(disputes({}), cases(case)))[0])] == fate


def test_paper_booked_and_held_are_three_numbers() -> None:
    """An agreement under pressure is on paper and booked and holds nothing; a misreported failure is only booked."""
    rows = cases({}, {"way": int(Way.PRESSED)}, {"way": int(Way.REJECTED), "returns": NEVER}, {"returns": 40})
    village = books(records(disputes({}), rows))[0]
    assert (village.paper, village.success.reported, village.success.true) == (0.75, 1.0, 0.25)
    assert set(ENDED_WELL) < set(FATES)


def test_a_real_committee_books_more_than_it_settles() -> None:
    """Paper agreement lies between what held and what was booked, in a run as in the definition."""
    village = books(taken())[0]
    assert village.success.true < village.paper < village.success.reported
