"""Rows of the court's door, its judgments and the clocks: worked out by hand, and in words where a process is off."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sim.analysis.litigation import litigation
from sim.analysis.targets import MEASURES, Waits
from sim.analysis.targets.legal import reviews
from sim.names import Forum, Opponent, Way
from sim.records import NEVER, Records
from tests.analysis.invented import cases, disputes, records, series, society

COURT, PETITION, OFFICE = int(Forum.COURT), int(Forum.PETITION), int(Forum.OFFICE)


def chain(*rows: dict[str, Any], steps: bool = True) -> Records:
    """A run of three complaints against a government and these cases, with a trial clock of 180 days."""
    run = records(disputes(*({"opponent": int(Opponent.GOVERNMENT)} for _ in range(3))), cases(*rows))
    return replace(run, society=society(petition_steps=steps, court_clock=180, appeal_days=105))


def test_without_such_a_case_a_row_says_which_switch_brings_one() -> None:
    """A process that is off is no figure of 0."""
    run = chain({})
    for key in ("17", "18", "21", "23.prefiling", "23.review", "23.labour"):
        said = MEASURES[key](run)
        assert isinstance(said, Waits), key
        assert "is off" in said.en


def test_a_review_is_what_follows_an_answer() -> None:
    """Asked again after an answer, until one grants it; where the steps are off nothing is a review."""
    rows = (
        {"forum": OFFICE, "opened": 1, "closed": 31, "way": int(Way.REJECTED)},
        {"forum": PETITION, "opened": 40, "closed": 75, "way": int(Way.PROMISE)},
        {"forum": PETITION, "opened": 80, "closed": 90, "way": int(Way.GRANTED)},
        {"forum": PETITION, "opened": 200, "closed": 260, "way": int(Way.TIMED_OUT)},
        {"forum": PETITION, "opened": 100, "closed": 150, "way": int(Way.TIMED_OUT), "dispute": 1},
        {"forum": PETITION, "opened": 151, "closed": 160, "way": int(Way.REJECTED), "dispute": 1},
    )
    assert reviews(chain(*rows)).tolist() == [False, True, True, False, False, False]
    assert (MEASURES["23.review"](chain(*rows)), MEASURES["23.petition"](chain(*rows))) == (35.0, 60.0)
    assert not reviews(chain(*rows, steps=False)).any()


def test_a_judgment_is_accepted_where_nobody_complains_further() -> None:
    """Neither an appeal nor a later petition; one before the judgment is none."""
    judged = {"forum": COURT, "slot": 3, "level": 2, "opened": 50, "closed": 100, "way": int(Way.GRANTED)}
    run = chain(
        {"forum": PETITION, "opened": 20, "closed": 30, "way": int(Way.TIMED_OUT)}, judged,
        judged | {"dispute": 1, "appeal": 2}, judged | {"dispute": 2},
        {"forum": PETITION, "opened": 120, "closed": 150, "way": int(Way.TIMED_OUT), "dispute": 2},
    )  # fmt: skip
    assert MEASURES["21"](run) == pytest.approx(1 / 3)


def test_a_trial_past_its_clock_is_counted_and_ends_nothing() -> None:
    """Closed late, or open past it, over all of which that can be told; the longest stands beside the limit."""
    suit = {"forum": COURT, "slot": 3, "level": 2, "way": int(Way.GRANTED)}
    run = chain(
        suit | {"opened": 0, "closed": 180}, suit | {"opened": 0, "closed": 181, "dispute": 1},
        suit | {"opened": 300, "closed": NEVER, "way": 0, "dispute": 2},
    )  # fmt: skip
    assert litigation(run).breaches == pytest.approx(2 / 3)
    assert MEASURES["23.trial"](run) == 181.0


def test_cases_out_of_time_are_a_share_of_those_closed() -> None:
    """By forum: mediation and petitions have clocks that end cases."""
    late = {"closed": 51, "way": int(Way.TIMED_OUT)}
    run = chain(late, {}, {"dispute": 1}, {"closed": NEVER, "way": 0, "dispute": 2}, late | {"forum": PETITION})
    found = litigation(run)
    assert (found.late_mediation, found.late_petition) == (pytest.approx(1 / 3), 1.0)


def test_at_the_court_s_door_residents_and_organisations_are_added() -> None:
    """Suits settled before filing are not filed; what is sent counts once, whoever's it is; off, there is no figure."""
    suit = {"forum": COURT, "slot": 3, "level": 2, "opened": 50, "closed": 100, "way": int(Way.GRANTED)}
    run = chain(suit, suit | {"dispute": 1}, {"forum": int(Forum.PREFILING), "slot": 4, "level": 2, "dispute": 2})
    for key in ("5", "19", "20"):
        said = MEASURES[key](run)
        assert isinstance(said, Waits)
        assert "is off" in said.en
    of_one = 1000.0 / run.society.residents / (run.manifest.cohort / 365.0)
    run = replace(run, series=series(suits=10, suits_sent=4, suits_settled=1, available_court=480))
    days = run.manifest.cohort
    assert MEASURES["20"](run) == pytest.approx((2 + 9 * days) * of_one)
    assert MEASURES["19"](run) == pytest.approx((1 + 4 * days) * of_one)
    assert MEASURES["5"](run) == pytest.approx(MEASURES["4"](run) + MEASURES["19"](run))
    assert MEASURES["22"](run) == pytest.approx((2 + 9 * days) / (1.4 * days / 365.0), rel=0.01)
