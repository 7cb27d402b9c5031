"""The surveyor asks a keyed sample of closed cases, a year later; its interval holds the truth as often as it says."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sim.analysis.surveyed import survey_over
from sim.analysis.surveyor import survey, wilson
from sim.names import Forum, Way
from sim.records import NEVER, Records
from tests.analysis.invented import cases, disputes, records
from tests.analysis.small_runs import taken


def many(n: int, settled: int, **run: int) -> Records:
    """`n` closed cases of as many disputes, of which `settled` held and the others were signed under pressure."""
    ways = [Way.CONSENT] * settled + [Way.PRESSED] * (n - settled)
    rows = [{"dispute": i, "way": int(way)} for i, way in enumerate(ways)]
    return records(disputes(*({} for _ in range(n))), cases(*rows), **run)


def test_only_cases_whose_year_has_passed_are_asked_about() -> None:
    """A case of last week is settled until it is not; courts, open cases and those before the cohort are left out."""
    rows = cases(
        {}, {"closed": 364}, {"closed": 365}, {"closed": -1}, {"closed": NEVER, "way": 0},
        {"forum": int(Forum.COURT), "slot": 3},
    )  # fmt: skip
    assert survey(records(disputes({}), rows)).closed == 2
    assert survey(records(disputes({}), rows, last_day=500)).closed == 1
    none = survey(records(disputes({}), rows, last_day=300))
    assert (none.closed, none.asked) == (0, 0)
    assert math.isnan(none.share)
    assert math.isnan(none.low)


def test_asking_everybody_is_the_truth_and_no_chance_is_left() -> None:
    """A census has no sampling error; the books say another thing."""
    found = survey(many(40, 10))
    assert (found.closed, found.asked, found.settled) == (40, 40, 10)
    assert found.low == found.share == found.high == found.success.true == 0.25
    assert found.success.reported == 1.0


def test_what_is_asked_is_drawn_by_key() -> None:
    """Another order of the table asks about the same cases; another seed about others."""
    one, again = survey(many(400, 200), 50), survey(many(400, 200), 50)
    assert one == again
    assert len({survey(many(400, 200, seed=seed), 50).settled for seed in range(8)}) > 1


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """95 % over 200 seeds of one truth: fewer than 88 % or all of them would be another interval."""
    run = many(1000, 400)
    held = []
    for seed in range(200):
        found = survey(records(run.disputes, run.cases, seed=seed), 100)
        held.append(found.low <= 0.4 <= found.high)
    assert 0.88 < np.mean(held) < 1.0


@pytest.mark.parametrize(("hits", "asked"), [(0, 10), (10, 10), (5, 10)])
def test_the_interval_stays_where_a_share_can_lie(hits: int, asked: int) -> None:
    """None of ten settled does not mean that none is; and no interval ends below 0."""
    low, high = wilson(hits, asked, 10_000)
    assert 0.0 <= low <= hits / asked <= high <= 1.0
    assert high - low > 0.2


def test_a_real_survey_stands_between_books_and_nothing() -> None:
    """In a run the surveyor finds the truth of what he asked, far below the books."""
    found = survey(taken())
    assert found.asked > 20
    assert found.settled / found.asked < found.success.reported


def test_surveys_over_seeds_keep_books_and_truth_together() -> None:
    """The surveyor is the third number; it does not replace the pair."""
    told = survey_over([survey(taken(seed=1)), survey(taken(seed=2))])
    assert set(told["success"]) == {"reported", "true"}
    assert told["settled"]["n"] == 2
