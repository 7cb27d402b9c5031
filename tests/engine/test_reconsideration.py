"""Reconsideration in a small society: whose acts go where, what it closes, and how it counts."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum, Opponent, Way
from tests.engine.history import history_of
from tests.engine.invariants import broken
from tests.engine.societies import run_of, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS

OFFICES = (Forum.OFFICE, Forum.PETITION)


@cache
def run_with(ticks: int = 160, **changed: Any) -> Run:
    """A society full of complaints against governments, with fields of `reconsideration` and its switch replaced."""
    numbers: dict[str, Any] = {f"reconsideration.{name}": value for name, value in changed.items() if name != "on"}
    numbers["processes.reconsideration"] = changed.get("on", True)
    run = run_of(society(2, BUSY | PRESETS["reviewed"] | numbers, levels=LEVEL_SETS[2]), seed=5, keep_events=True)
    run.advance(ticks)
    return run


def cases(run: Run, *forums: Forum) -> dict[str, np.ndarray]:
    """The filings of some forums, by column."""
    n = int(run.state.count[marks.FILINGS])
    mine = np.isin(run.state.filing_forum[:n], forums)
    names = ("dispute", "opened", "closed", "way", "fair", "appeal", "confirmed", "booked", "level")
    return {name: getattr(run.state, f"filing_{name}")[:n][mine] for name in names}


def test_acts_of_a_government_go_one_level_up_and_once() -> None:
    """From the court's level up, within the term, and as lawful review; the books of the run hold."""
    run, state = run_with(), run_with().state
    mine = cases(run, Forum.RECONSIDERATION)
    rows = mine["dispute"]
    assert len(rows) > 20
    assert len(set(rows.tolist())) == len(rows)
    assert (state.opponent[rows] == Opponent.GOVERNMENT).all()
    assert (mine["level"] > state.home[rows]).all()
    assert (mine["level"] >= run.p.court_rank).all()
    assert ((state.marks[rows] & (marks.ABOVE | marks.LAWFUL)) == (marks.ABOVE | marks.LAWFUL)).all()
    assert (mine["opened"] - state.voiced[rows] <= run.p.reconsideration_apply).all()
    assert not broken(run)


def test_all_ways_of_ending_happen_and_only_who_lost_sues() -> None:
    """Mediated, changed, upheld; a government never sues, and what is agreed can be enforced."""
    run = run_with()
    mine = cases(run, Forum.RECONSIDERATION)
    assert {Way.CONSENT, Way.GRANTED, Way.REJECTED} <= set(mine["way"].tolist())
    assert (mine["way"][mine["appeal"] > 0] == Way.REJECTED).all()
    assert set(mine["appeal"].tolist()) == {0, 1}
    assert (mine["confirmed"] == (mine["way"] == Way.CONSENT)).all()
    suits = cases(run, Forum.COURT)
    filed = dict(zip(suits["dispute"].tolist(), suits["opened"].tolist(), strict=True))
    for dispute, closed in zip(mine["dispute"][mine["appeal"] > 0], mine["closed"][mine["appeal"] > 0], strict=True):
        day = int(closed) + int(run.p.reconsideration_window)
        assert filed.get(int(dispute), day) == day
        assert int(run.state.marks[dispute]) & marks.COURT_ABOVE or run.p.court_rank <= run.state.home[dispute]


def test_an_act_upheld_is_closed_to_offices_and_to_a_suit_by_choice() -> None:
    """No office opens a case of it afterwards, no court unless within the days to sue; a crowd goes where it likes."""
    run = run_with()
    crowds = set(history_of(run).of(Event.TOGETHER).key.tolist())
    mine = cases(run, Forum.RECONSIDERATION)
    upheld = {d: c for d, c, w in zip(mine["dispute"], mine["closed"], mine["way"], strict=True) if w == Way.REJECTED}
    later = cases(run, *OFFICES)
    assert len(upheld) > 5
    for dispute, opened in zip(later["dispute"], later["opened"], strict=True):
        assert opened <= upheld.get(dispute, opened) or int(run.state.id[dispute]) in crowds
    ids = {int(run.state.id[d]): c for d, c in upheld.items()}
    claims = history_of(run).of(Event.CLAIM)
    for key, tick, forum in zip(claims.key.tolist(), claims.tick.tolist(), claims.forum.tolist(), strict=True):
        if key in ids and tick > ids[key]:
            assert forum not in (*OFFICES, Forum.COURT, Forum.RECONSIDERATION)


def test_it_draws_from_court_and_petition() -> None:
    """On against off: fewer cases at courts and offices over acts of a government; off, neither case nor hours."""
    on, off = run_with(sue=-5.0), run_with(on=False)
    assert len(cases(off, Forum.RECONSIDERATION)["way"]) == 0
    assert not off.state.line_minutes[(off.p.n_levels + 3) * off.world.n_places :].any()
    elsewhere = [
        int((run.state.opponent[cases(run, Forum.COURT, *OFFICES)["dispute"]] == Opponent.GOVERNMENT).sum())
        for run in (on, off)
    ]
    assert elsewhere[0] < elsewhere[1]


def test_the_higher_the_odds_the_more_acts_are_changed() -> None:
    """0 and 1 are limits: nothing is changed, nothing is upheld."""
    none, every = cases(run_with(grant=0.0), Forum.RECONSIDERATION), cases(run_with(grant=1.0), Forum.RECONSIDERATION)
    share = [(one["way"] == Way.GRANTED).sum() / len(one["way"]) for one in (none, every)]
    assert share[0] < share[1]


def test_without_hours_to_speak_of_it_runs_out_of_time_and_goes_to_court() -> None:
    """The clock ends a case as it ends an arbitration."""
    run = run_with(session=60.0, hours=2.0, clock=60, ticks=200)
    mine = cases(run, Forum.RECONSIDERATION)
    late = mine["way"] == Way.TIMED_OUT
    assert late.any()
    suits = cases(run, Forum.COURT)
    filed = set(suits["dispute"].tolist())
    closed = mine["closed"][late] < run.tick - 2
    assert set(mine["dispute"][late][closed].tolist()) <= filed
