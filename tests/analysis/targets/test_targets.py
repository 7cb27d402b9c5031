"""Every row of the list has a function or a process that it waits for, and figures are those worked out by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sim.analysis.finding import NETWORK, finding
from sim.analysis.targets import (
    BY_KEY,
    INSIDE,
    KIND_WORDS,
    MEASURES,
    NOT_YET,
    OUTSIDE,
    TARGETS,
    UNIT_WORDS,
    WAITING,
    Waits,
    measured,
    verdict,
)
from sim.analysis.targets.figure import of_the_year
from sim.analysis.targets_over import counted, target_rows, targets_over
from sim.names import DisputeType, Forum, Opponent, StaffKind, Way
from sim.records import NEVER, Paired, Principals, Records
from sim.records.society import society_of
from sim.scenario import load_scenario
from sim.world import build_world
from sim.world.posts import posts_of
from tests.analysis.invented import cases, disputes, records, series
from tests.analysis.small_runs import taken

KINDS = {
    "F": {1, 2, 3, 4, 6, 8, 12, 15, 19, 20, 21, 25}, "R": {7, 13, 14, 16, 17, 18}, "I": {10, 11, 22, 23, 24},
    "D": {5, 9},
}  # fmt: skip
"""Kind of each number (definitions 8)."""

FOUR_YEARS = {"burn_in": 730}


def one(key: str, run: Records) -> Any:
    return MEASURES[key](run)


def test_every_row_of_the_list_is_there_once() -> None:
    """25 rows; a row that is left out is a figure that nobody is held to."""
    assert {row.number for row in TARGETS} == set(range(1, 26))
    assert len({row.key for row in TARGETS}) == len(TARGETS) == len(BY_KEY)
    for kind, numbers in KINDS.items():
        assert {row.number for row in TARGETS if row.kind == kind} == numbers
    assert set(KINDS) == set(KIND_WORDS)


def test_each_row_has_a_function_or_says_what_it_waits_for() -> None:
    """Exactly one of the two: a process that is built takes its rows out of the waiting table."""
    assert set(MEASURES) & set(WAITING) == set()
    assert set(MEASURES) | set(WAITING) == set(BY_KEY)
    assert all("above the root" in one.en for one in WAITING.values())


@pytest.mark.parametrize("row", TARGETS, ids=lambda row: row.key)
def test_a_row_is_whole(row: Any) -> None:
    """Value in its range, both languages, a source, a grade that may be tuned to."""
    assert row.low <= row.value <= row.high
    assert row.low < row.high
    assert all((row.zh, row.en, row.of_zh, row.of_en, row.issuer))
    assert row.grade in ("A", "B")
    assert row.unit in UNIT_WORDS
    assert any("一" <= sign <= "鿿" for sign in row.zh + row.of_zh)


def test_a_survey_counts_people_and_both_parties() -> None:
    """Claimant and respondent both had a dispute; who had two is one person; town people are not asked."""
    rows = disputes(
        {"claimant_person": 0, "respondent_person": 1},
        {"claimant_person": 0, "respondent_person": 2, "respondent_urban": 1},
        {"claimant_person": 3, "respondent_person": -1, "opponent": int(Opponent.GOVERNMENT), "claimant_sex": 1},
        {"claimant_person": 4, "respondent_person": -1, "place_urban": 1},
        {"claimant_person": 5, "respondent_person": -1, "voiced": NEVER},
        {"claimant_person": 6, "respondent_person": -1, "voiced": -731},
    )
    run = records(rows, **FOUR_YEARS)
    assert one("1", run) == 3 / 600
    assert one("2", run) == 2 / 600
    assert one("3.men", run) == 1 / 300
    assert one("3.women", run) == 0.0


def test_a_survey_of_four_years_asks_for_four_years() -> None:
    """Two years counted as four would halve the figure in silence."""
    assert isinstance(one("1", records(disputes({}))), Waits)
    assert isinstance(one("3.women", records(disputes({}), burn_in=729)), Waits)


def test_mediation_by_hand() -> None:
    """Cases of the year of committees and offices, over residents; their types; their books beside what held."""
    rows = cases(
        {}, {"dispute": 1, "way": int(Way.PRESSED)}, {"dispute": 1, "forum": int(Forum.OFFICE), "slot": 1, "level": 1},
        {"dispute": 0, "forum": int(Forum.PETITION), "slot": 2, "level": 2}, {"opened": -5},
    )  # fmt: skip
    run = records(disputes({"type": int(DisputeType.NEIGHBOUR)}, {}), rows)
    assert one("4", run) == pytest.approx(1000 * 3 / 1200)
    assert (one("6.neighbour", run), one("6.family", run)) == (1 / 3, 2 / 3)
    assert one("7", run) == Paired(reported=1.0, true=2 / 3)
    assert one("13.nation", run) == Paired(reported=0.75, true=0.5)


def test_mediators_are_the_posts_that_mediate_and_without_posts_there_is_no_figure() -> None:
    """Thirty cases in a year among ten posts, two of them full-time; with hours alone nobody can be counted."""
    rows = [{"forum": int(Forum.OFFICE), "slot": 1, "level": 1} for _ in range(30)]
    facts = {"mediators": 10, "full_time_mediators": 2}
    run = records(disputes({}), cases(*rows), facts=facts, cohort=365)
    assert one("9", run) == pytest.approx(3.0)
    assert one("10", run) == pytest.approx(0.2)
    nobody = records(disputes({}), cases(*rows))
    assert all(isinstance(one(key, nobody), Waits) for key in ("9", "10"))


def test_a_society_counts_its_mediators() -> None:
    """Posts of committees and town offices, neither clerks nor judges; none where the process is off."""
    scenario = load_scenario("classroom")
    found = society_of(scenario, build_world(scenario, cache=False))
    posts = posts_of(scenario, build_world(scenario, cache=False)).kind
    assert found.mediators == len(posts) - np.isin(posts, (StaffKind.CLERK, StaffKind.JUDGE)).sum() > 0
    assert 0 < found.full_time_mediators < found.mediators
    off = load_scenario("classroom", ["processes.staff=false"])
    assert society_of(off, build_world(off, cache=False)).mediators == 0


def test_a_busy_office_is_where_the_top_tenth_begins() -> None:
    """Eleven offices with one full-time person each, from 0 to 10 cases: the tenth busiest has nine."""
    full = 8 * 60 * 5 / 7
    number = np.arange(1, 12)
    principals = Principals({"level": np.ones(11), "number": number, "minutes": np.full(11, round(full))})
    rows = [
        {"forum": int(Forum.OFFICE), "slot": 1, "level": 1, "place_number": office}
        for office in range(1, 12)
        for _ in range(office - 1)
    ]
    run = records(disputes({}), cases(*rows))
    run = replace(run, principals=principals)
    assert one("12", run) == pytest.approx(9.0, rel=0.01)


def test_inputs_are_read_back() -> None:
    """What was given to the scenario comes out again: places with a forum, judges' hours, clocks, anchors of trust."""
    rows = cases({"closed": 51}, {"forum": int(Forum.PETITION), "slot": 2, "level": 2, "opened": 0, "closed": 60},
                 {"forum": int(Forum.COURT), "slot": 3, "level": 2})  # fmt: skip
    daily = series(available_court=480)  # five sevenths of it: 1.4 judges
    run = records(disputes({}), rows, daily)
    principals = Principals({"level": np.array([0, 0, 0, 1, 2])})
    run = replace(run, principals=principals)
    assert one("11", run) == 0.75
    assert one("22", run) == pytest.approx(1 / 1.4)
    assert (one("23.mediation", run), one("23.petition", run)) == (30.0, 60.0)
    assert (one("24.county", run), one("24.town", run)) == (0.74, 0.7)


def test_a_real_run_answers_every_row_that_has_a_function() -> None:
    """nan would be a lost denominator. The classroom has no county, what is rare need not occur among so few, and no
    window sends anybody to court or police."""
    rare = {"16", "17", "18", "23.prefiling", "23.review", "23.appeal", "23.labour"}
    found = measured(taken())
    assert list(found) == list(BY_KEY)
    lacking = {key for key in MEASURES if isinstance(found[key], Waits)}
    never = {"24.county", "15.court", "15.police"}
    assert never <= lacking <= never | rare
    for key in set(MEASURES) - lacking - rare:
        figure = found[key]
        value = figure.true if isinstance(figure, Paired) else figure
        assert not math.isnan(value), key


def test_reporting_rows_are_pairs_and_no_other_is() -> None:
    """A reported figure stands beside what happened or nowhere (definitions 11)."""
    found = measured(taken())
    pairs = {key for key, figure in found.items() if isinstance(figure, Paired)}
    assert {BY_KEY[key].kind for key in pairs if not key.startswith(("8.", "25."))} == {"R"}
    assert {
        "8.mediator",
        "8.party",
        "8.referral",
        "25.solved",
        "25.satisfied",
    } < pairs  # definitions 8 and 2: fitted with padding, and what callers say
    singles = {BY_KEY[key].kind for key, figure in found.items() if isinstance(figure, float)}
    assert singles == {"F", "I", "D"}


def test_padded_entries_stand_in_the_reported_halves_only() -> None:
    """Official figures count what books hold: settled, and opened by the mediator; in truth nobody opened anything."""
    run, found = taken(), measured(taken())
    padded, real = finding(run).padded, finding(run).cases
    assert padded > 0
    honest = run.cases.booked_share(of_the_year(run, *NETWORK)).beside(0.0).reported
    assert found["7"].reported == pytest.approx((honest * real + padded) / (real + padded))
    opened = [found[f"8.{who}"] for who in ("mediator", "party", "referral")]
    for half in ("reported", "true"):
        assert math.fsum(getattr(one, half) for one in opened) == pytest.approx(1.0)
    assert opened[0].reported > opened[0].true > 0.0


@pytest.mark.parametrize(
    ("value", "said"), [(3.5, INSIDE), (7.0, INSIDE), (3.49, OUTSIDE), (41.0, OUTSIDE), (math.nan, NOT_YET)]
)
def test_a_verdict_is_about_the_range(value: float, said: str) -> None:
    """Its ends are in it; what is not a number is in no range."""
    assert verdict(BY_KEY["4"], value) == said


def test_over_seeds_a_pair_stays_a_pair_and_an_input_is_a_check() -> None:
    """What is printed, stored and counted; no figure of the books loses its other half on the way."""
    said = targets_over([measured(taken(seed=seed)) for seed in (1, 2)])
    assert set(said["7"]["pair"]) == {"reported", "true"}
    assert said["7"]["figure"] is None
    assert said["4"]["figure"]["n"] == 2
    assert said["24.centre"]["figure"] is said["24.centre"]["pair"] is None
    assert "above the root" in said["24.centre"]["waits"]["en"]
    assert {row.number for row in TARGETS if said[row.key]["check"]} == KINDS["I"]
    counts = counted(said)
    assert sum(sum(kind.values()) for kind in counts.values()) == len(TARGETS)
    assert counts["R"][NOT_YET] == 2
    assert [row["key"] for row in target_rows()] == list(BY_KEY)


def test_no_figure_of_the_police_without_a_call_and_a_sentence_instead() -> None:
    """With the process off nobody calls: an empty row would look like a success of 0."""
    rows = cases({"forum": int(Forum.POLICE), "way": int(Way.REJECTED), "booked": 0, "opened": 5, "closed": 6})
    assert isinstance(one("16", records(disputes({}), rows, series(police_calls=1))), Paired)
    assert isinstance(one("16", records(disputes({}))), Waits)
