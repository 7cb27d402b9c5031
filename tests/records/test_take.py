"""Taking records copies what happened, changes nothing, names no place, and counts what the engine counts."""

from __future__ import annotations

import dataclasses
import pickle

import numpy as np
import pytest

from sim.names import EndState, Forum, Origin, State, Way
from sim.records import NEVER, Tried, take_records, take_series
from sim.records.schema import DISPUTE_FIELDS
from tests.analysis.small_runs import ARMS, burnt_in, finished, society, taken


def test_looking_changes_no_history() -> None:
    """Observation never writes: a run that was looked at on the way ends like one that was not."""
    watched = burnt_in().branch(())
    for _ in range(3):
        watched.advance(100)
        take_records(watched)
    watched.finish()
    assert watched.digest == finished().digest


def test_records_are_copies() -> None:
    """A run that goes on must not change the records that were taken from it."""
    run = burnt_in().branch(())
    before = take_records(run)
    kept = before.disputes.state.copy()
    run.finish()
    assert (before.disputes.state == kept).all()
    assert len(take_records(run).disputes) > len(before.disputes)


@pytest.mark.parametrize("arm", ["baseline", *ARMS])
def test_every_grievance_ever_made_is_there_in_one_state(arm: str) -> None:
    """Conservation in a real run: as many rows as were born, each with an end state that fits whether it was voiced."""
    run = taken(arm)
    ledger, series = run.disputes, run.series
    stocks = int((ledger.born < -run.manifest.burn_in).sum())
    assert len(ledger) == series["born"].sum() + series["children"].sum() + stocks
    silent = ledger.voiced == NEVER
    found = (ledger.tried & Tried.FOUND) > 0
    assert ((ledger.end_state == EndState.UNVOICED) == (silent & ~found)).all()
    assert (silent & found)[ledger.end_state == EndState.PREVENTED].all()
    assert np.bincount(ledger.end_state, minlength=8).sum() == len(ledger)
    assert len(np.unique(ledger.id)) == len(ledger)


@pytest.mark.parametrize("arm", ["baseline", *ARMS])
def test_cases_are_what_the_engine_counted(arm: str) -> None:
    """The reported ledger is the acceptances: as many a day and line as the series say, and sessions likewise."""
    run = taken(arm)
    cases, series = run.cases, run.series
    for kind, _, slot in run.society.line_kinds():
        mine = cases.slot == slot
        opened = np.bincount(cases.opened[mine] - series.first_day, minlength=len(series))
        assert (opened == series[f"accepted_{kind}"]).all()
        held = int(cases.sessions[mine].sum()) + int(cases.misrouted[mine].sum())
        assert held == int(series[f"sessions_{kind}"].sum())
        open_now = int((mine & (cases.closed == NEVER)).sum())
        assert open_now == series[f"line_{kind}"][-1]
    assert set(cases.forum[cases.slot == run.society.n_levels]) <= {int(Forum.COURT)}


def test_minutes_of_cases_are_the_minutes_worked() -> None:
    """Sessions times work of a case is what its sessions took: the cost of a cohort stands on it.

    The police work on the spot, in no line: theirs are counted apart, calls that were declined included.
    Suits of organisations are nobody's cases and are counted by day.
    Of the court, what is left over are whole confirmations, which are no sessions, the granted among them.
    """
    run, scenario = taken(), society()[0]
    hearings = run.cases.sessions.astype(np.int64) + run.cases.misrouted
    police = run.cases.forum == Forum.POLICE
    minutes = hearings * run.cases.work
    for kind, _, slot in run.society.line_kinds():
        left = int(run.series[f"minutes_{kind}"].sum()) - int(minutes[~police & (run.cases.slot == slot)].sum())
        if kind in ("court", "prefiling"):
            left -= int(run.series[f"suits_minutes_{kind}"].sum())
        if kind != "court":
            assert left == 0, kind
        else:
            decided, rest = divmod(left, int(60 * scenario.confirm.hours))
            assert rest == 0
            asked = np.isin(run.cases.forum, (Forum.COMMITTEE, Forum.OFFICE))  # others confirm at once, without judges
            granted = int(((run.cases.confirmed == 1) & asked).sum())
            assert 0 < granted <= decided <= int(((run.cases.way == Way.CONSENT) & asked).sum())
    declined = int(run.series["police_refused"].sum()) * int(scenario.police.minutes)
    assert int(minutes[police].sum()) + declined == int(run.series["police_minutes"].sum()) > declined
    assert int(run.cases.joint.sum()) == int(run.series["departments_minutes"].sum()) > 0


def test_families_reach_their_roots() -> None:
    """A child without its root would fall out of every paired figure, as those of an unmet demand do: in no cohort."""
    ledger = taken().disputes
    unmet = np.isin(ledger.root, ledger.id[ledger.origin == Origin.UNMET])
    assert ((ledger.family < 0) == unmet).all()
    assert 0 < unmet.sum() < len(ledger) / 2
    assert (ledger.cohort[unmet] == 0).all()
    family = ledger.family[~unmet]
    assert (ledger.root[~unmet] == ledger.id[family]).all()
    assert (ledger.origin[family] == Origin.ROOT).all()


def test_times_are_days_of_the_cohort() -> None:
    """Day 0 is the first day of the cohort: a tick left over would shift every window by the burn-in."""
    run = taken()
    ledger, cases = run.disputes, run.cases
    assert ledger.born.max() <= run.manifest.last_day == 729
    assert ledger.born.min() < -run.manifest.burn_in  # starting stocks
    voiced = ledger.voiced[(ledger.voiced != NEVER) & (ledger.cohort > 0)]
    assert voiced.min() >= 0
    assert cases.opened.min() >= -run.manifest.burn_in
    closed = cases.closed != NEVER
    assert (cases.closed >= cases.opened)[closed].all()
    assert (cases.way[~closed] == Way.NONE).all()
    assert len(run.series) == run.manifest.burn_in + 730


def test_a_person_keeps_one_number_and_no_row() -> None:
    """Surveys count people: the same one under one number, on either side, in the order of first appearance."""
    run = finished()
    ledger, state, n = take_records(run).disputes, run.state, len(take_records(run).disputes)
    rows = np.concatenate([state.claimant[:n], state.respondent[:n]])
    numbers = np.concatenate([ledger.claimant_person, ledger.respondent_person])
    assert ((rows < 0) == (numbers < 0)).all()
    known = rows >= 0
    pairs = set(zip(rows[known].tolist(), numbers[known].tolist(), strict=True))
    assert len(pairs) == len({row for row, _ in pairs}) == len({number for _, number in pairs})
    assert sorted(number for _, number in pairs) == list(range(len(pairs)))
    assert ledger.claimant_person[0] == 0
    assert (np.diff(ledger.claimant_person[:20]) > 0).any()


def test_the_traits_of_the_parties_are_those_of_the_world() -> None:
    """Fairness is read from these columns; a shifted one would blame the wrong group."""
    run, (_, world) = finished(), society()
    ledger, state = take_records(run).disputes, run.state
    n = len(ledger)
    assert (ledger.claimant_age == world.res_age[state.claimant[:n]]).all()
    assert ledger.claimant_age.min() >= 1  # adults
    place = state.respondent_place[:n]
    known = place >= 0
    assert (ledger.respondent_urban[known] == world.place_urban[place[known]]).all()
    assert (ledger.respondent_urban[~known] == 0).all()


def test_open_cases_belong_to_disputes_in_line() -> None:
    """The level of a dispute in line is its case's; a wrong link would misplace it in the flow."""
    run = taken()
    ledger = run.disputes
    waiting = ledger.state == State.QUEUED
    assert (run.cases.dispute[ledger.case[waiting]] == np.flatnonzero(waiting)).all()
    assert (ledger.at_level[waiting] == run.cases.level[ledger.case[waiting]]).all()


def test_no_name_or_code_of_a_place_is_in_the_records() -> None:
    """Below county level a place is its kind and a number; the root's name labels what lies beyond it."""
    _, world = society()
    held = pickle.dumps(dataclasses.asdict(taken().society)) + pickle.dumps(dataclasses.asdict(taken().manifest))
    for names in (world.name_zh, world.name_en):
        assert not [name for name in names[1:] if name and name.encode() in held]
    assert not {field.name for field in DISPUTE_FIELDS} & {"code", "name", "place"}
    numbers = set(zip(taken().disputes.place_level.tolist(), taken().disputes.place_number.tolist(), strict=True))
    assert numbers == {(0, 1), (0, 2), (0, 3)}


def test_series_can_be_taken_alone() -> None:
    """The stationarity test before branching needs no ledger."""
    series = take_series(burnt_in())
    assert len(series) == burnt_in().burn_in
    assert series.days[-1] == -1


def test_principals_are_those_of_places_with_a_forum() -> None:
    """Answers are shown by kind of place: every place that runs a forum, once."""
    found = taken("petition_quota(dose=1)").principals
    assert len(found) == 5
    assert set(found.level.tolist()) == {0, 1, 2}
    assert ((found.suppression >= 0) & (found.suppression <= 1)).all()
