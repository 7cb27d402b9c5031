"""Labour arbitration in a small society: nobody passes it by, its award may be contested, and its work is its own."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sim.engine import marks
from sim.engine.run import Run
from sim.names import DisputeType, Event, Forum, Opponent, Way
from tests.engine.history import history_of
from tests.engine.societies import run_of, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS

LABOUR = BUSY | PRESETS["labour"] | {"processes.prefiling": False, "court.refuse": 0.0}


@cache
def run_with(ticks: int = 150, **changed: Any) -> Run:
    """A society full of labour disputes, with fields of `arbitration` and its switch (`on=`) replaced."""
    numbers: dict[str, Any] = {f"arbitration.{name}": value for name, value in changed.items() if name != "on"}
    numbers["processes.arbitration"] = changed.get("on", True)
    run = run_of(society(3, LABOUR | numbers, levels=LEVEL_SETS[3], households=60), seed=5, keep_events=True)
    run.advance(ticks)
    return run


def cases(run: Run, forum: Forum) -> dict[str, np.ndarray]:
    """The filings of a forum, by column."""
    n = int(run.state.count[marks.FILINGS])
    mine = run.state.filing_forum[:n] == forum
    names = ("dispute", "visit", "opened", "closed", "way", "fair", "appeal", "confirmed", "booked")
    return {name: getattr(run.state, f"filing_{name}")[:n][mine] for name in names}


def to_arbitrate(run: Run) -> np.ndarray:
    n = int(run.state.count[marks.DISPUTES])
    state = run.state
    return (state.type[:n] == DisputeType.LABOUR) & (state.opponent[:n] == Opponent.ORGANISATION)


def test_no_court_hears_an_employment_dispute_that_was_not_arbitrated() -> None:
    """仲裁前置: every suit of such a dispute follows a case of arbitration on the same visit."""
    run = run_with()
    first, suits = cases(run, Forum.ARBITRATION), cases(run, Forum.COURT)
    assert len(first["way"]) > 20
    assert to_arbitrate(run)[first["dispute"]].all()
    assert len(set(first["dispute"].tolist())) == len(first["dispute"])
    after = {(d, v): c for d, v, c in zip(first["dispute"], first["visit"], first["closed"], strict=True)}
    labour = to_arbitrate(run)[suits["dispute"]]
    assert labour.sum() > 3
    for dispute, visit, opened in zip(*(suits[k][labour] for k in ("dispute", "visit", "opened")), strict=True):
        assert 0 <= after[dispute, visit] < opened


def test_a_suit_follows_within_the_window_and_counts_as_no_failure() -> None:
    """Contested awards are those that some party took to court; the suit is filed `window` days later."""
    run = run_with()
    first, suits = cases(run, Forum.ARBITRATION), cases(run, Forum.COURT)
    contested = first["appeal"] > 0
    assert contested.sum() > 3
    assert np.isin(first["way"][contested], (Way.GRANTED, Way.REJECTED)).all()
    assert (first["way"][first["appeal"] == 1] == Way.REJECTED).all()
    assert (first["way"][first["appeal"] == 2] == Way.GRANTED).all()
    filed = dict(zip(suits["dispute"].tolist(), suits["opened"].tolist(), strict=True))
    for dispute, closed in zip(first["dispute"][contested], first["closed"][contested], strict=True):
        day = int(closed) + int(run.p.arbitration_window)
        assert filed.get(int(dispute), day) == day


def test_small_awards_are_final_for_the_employer_only() -> None:
    """With a mark above every stake no employer sues; workers do."""
    run = run_with(final_stake=1e12)
    appeal = cases(run, Forum.ARBITRATION)["appeal"]
    assert (appeal == 1).any()
    assert not (appeal == 2).any()


def test_what_is_agreed_there_can_be_enforced() -> None:
    """Taken down by the tribunal, it counts as confirmed; awards do not."""
    first = cases(run_with(), Forum.ARBITRATION)
    agreed = first["way"] == Way.CONSENT
    assert agreed.sum() > 3
    assert (first["confirmed"] == agreed).all()


def test_out_of_time_goes_to_court() -> None:
    """Without hours to speak of cases lapse, and the court gets them the next day."""
    run = run_with(hours=2_000.0, ticks=200)
    first, suits = cases(run, Forum.ARBITRATION), cases(run, Forum.COURT)
    late = first["way"] == Way.TIMED_OUT
    assert late.sum() > 3
    opened = dict(zip(suits["dispute"].tolist(), suits["opened"].tolist(), strict=True))
    for dispute, closed in zip(first["dispute"][late], first["closed"][late], strict=True):
        assert closed + 1 >= run.tick or opened[int(dispute)] == closed + 1


def test_it_takes_suits_from_the_judges() -> None:
    """Direct effect, paired: with arbitration the same society brings fewer judgments over labour."""
    counts = {}
    for on in (True, False):
        run = run_with(on=on)
        counts[on] = int(to_arbitrate(run)[cases(run, Forum.COURT)["dispute"]].sum())
    assert counts[True] < counts[False]
    assert len(cases(run_with(on=False), Forum.ARBITRATION)["way"]) == 0


def test_its_hours_are_its_own() -> None:
    """By registered residents at the place of the court; none where it is off, and then its line is never joined."""
    run, off = run_with(), run_with(on=False)
    first = (run.p.n_levels + 2) * run.world.n_places
    served = run.world.served_registered[:, -1]
    expected = np.floor(60.0 * served * run.p.arbitration_hours / 1_200_000 + 0.5)
    its_own = slice(first, first + run.world.n_places)
    assert (run.state.line_minutes[its_own] == np.maximum(expected, served > 0)).all()
    assert not off.state.line_minutes[its_own].any()
    used = run.state.series[: run.tick, marks.S_MINUTES + marks.ARBITRATION_KIND]
    there = run.state.series[: run.tick, marks.S_AVAILABLE + marks.ARBITRATION_KIND]
    assert 0 < used.sum() <= there.sum() + run.p.mean_minutes[Forum.ARBITRATION] * (expected > 0).sum()


def test_awards_rise_with_merit() -> None:
    """The chance told with each award is that of a decision at its own share."""
    told = history_of(run_with()).of(Event.AWARD)
    state = run_with().state
    merit = dict(zip(state.id.tolist(), state.merit.tolist(), strict=True))
    order = np.argsort([merit[key] for key in told.key.tolist()])
    assert len(told) > 10
    assert (np.diff(told.numbers[order, 0]) >= 0).all()
