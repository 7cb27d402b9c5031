"""Campaigns and emergency mode in a society: when they act, on whom, by which figures, and that off is as if absent."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event
from sim.scenario.campaigns import Campaign
from tests.engine.history import history_of
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY, PRESETS

DRIVEN = BUSY | PRESETS["driven"]
CALM = {"processes.emergency": False}
SWEEP = Campaign(id="s", zh="专", en="s", start=10, length=20, period=0, intensity=1.0)


def told(ticks: int = 70, **changed: Any) -> Run:
    dotted = {key.replace("__", "."): value for key, value in changed.items()}
    run = run_of(society(5, DRIVEN | dotted), seed=4, keep_events=True)
    run.advance(ticks)
    return run


def test_off_by_switch_by_list_and_by_strength_are_one_history() -> None:
    """Neutral means bit-identical, whichever way a campaign comes to nothing."""
    off = told(45, processes__campaigns=False, **CALM)
    assert told(45, campaigns=(), **CALM).digest == off.digest
    weak = told(45, campaign__w_u=0.0, campaign__w_z=0.0, campaign__hours=0.0, **CALM)
    plain = history_of(weak).only(history_of(weak).kind != Event.CAMPAIGN)
    assert np.array_equal(plain.key, history_of(off).key)
    assert np.array_equal(plain.numbers, history_of(off).numbers)
    assert told(45, **CALM).digest != off.digest


def test_hours_rise_sag_and_come_back_on_their_days() -> None:
    """One campaign of twenty days from day 10, a sag of twelve: hours of administrative lines, not of courts."""
    run = told(0, campaigns=(SWEEP,), campaign__hours=0.5, campaign__sag=0.4, **CALM)
    before = run.state.line_minutes.copy()
    width = run.p.n_levels + 1
    at_court = np.arange(len(before)) % width == run.p.n_levels
    at_court[len(run.world.place_key) * width :] = True  # mediators before filing
    runs = run.state.runs_forum[np.minimum(np.arange(len(before)) // width, len(run.world.place_key) - 1)] == 1
    offered = ~at_court & runs & np.isin(np.arange(len(before)) % width, np.flatnonzero(run.p.forum_of_slot))
    for day, factor in ((9, 1.0), (10, 1.5), (29, 1.5), (30, 0.8), (41, 0.8), (42, 1.0)):
        run.advance(run.burn_in + day + 1 - run.tick)
        assert np.array_equal(run.state.line_minutes[offered], (before[offered] * factor).astype(int)), day
        assert np.array_equal(run.state.line_minutes[at_court], before[at_court])
        kinds = len(marks.LINE_KINDS)
        available = run.state.count[marks.AVAILABLE : marks.AVAILABLE + kinds]
        assert available.sum() == run.state.line_minutes.sum()


def test_principals_answer_on_the_very_day_and_press_harder() -> None:
    """Paired over places: under more weight nobody misreports or suppresses less, somebody more; none is told late."""
    run = told(0, campaigns=(SWEEP,), appraisal__review_days=90, **CALM)
    run.advance(run.burn_in + 10)
    places = run.state.runs_forum == 1
    quiet = [run.state.misreporting[places].copy(), run.state.suppression[places].copy()]
    run.advance(1)
    for before, after in zip(quiet, (run.state.misreporting[places], run.state.suppression[places]), strict=True):
        assert (after >= before).all()
        assert (after > before).any()
    days = history_of(run).of(Event.CAMPAIGN).tick - run.burn_in
    assert set(days.tolist()) == {10}


def test_a_campaign_acts_at_the_level_that_it_names() -> None:
    """A level above the lowest is meant itself, not the villages below it."""
    run = told(40, campaigns=(SWEEP.model_copy(update={"places": "town"}),), **CALM)
    keys = set(history_of(run).of(Event.CAMPAIGN).key.tolist())
    ranks = {int(run.world.place_rank[run.world.place_key.tolist().index(key)]) for key in keys}
    assert ranks == {run.scenario.level_ids.index("town")}


def test_emergencies_follow_the_books_between_two_marks() -> None:
    """Recounted from registered petitions alone: in at the upper mark, out below the lower, unchanged between."""
    run = told(120, campaigns=(), emergency__periods=1)
    history, p = history_of(run), run.p
    switches = history.of(Event.EMERGENCY)
    assert {0, 1} <= set(switches.detail.tolist())
    for key in set(switches.key.tolist()):
        told_here = switches.only(switches.key == key)
        assert (np.diff(told_here.detail.astype(int)) != 0).all(), "twice in, or twice out, in a row"
    rates = switches.numbers[:, 1]
    assert (rates[switches.detail == 1] >= p.emergency_enter).all()
    assert (switches.numbers[switches.detail == 1, 0] >= p.emergency_least).all()
    assert (rates[switches.detail == 0] < p.emergency_leave).all()
    assert ((switches.tick + 1) % p.appraisal_review_days == 0).all()


def test_a_higher_mark_brings_fewer_emergencies_and_out_of_reach_none() -> None:
    """Monotony on the first period, before the mode acts back; a mark that is never reached is no process."""

    def entered(enter: float, ticks: int) -> int:
        run = told(ticks, campaigns=(), emergency__enter=enter, emergency__leave=0.0, emergency__least=1)
        return len(history_of(run).of(Event.EMERGENCY))

    counts = [entered(enter, 14) for enter in (1.0, 2500.0, 5000.0)]
    assert counts[0] >= counts[1] >= counts[2]
    assert counts[0] > counts[2]
    off = told(60, campaigns=(), processes__emergency=False)
    assert told(60, campaigns=(), emergency__least=1000).digest == off.digest


def test_a_mode_outlives_a_checkpoint_and_a_branch(tmp_path: Any) -> None:
    """Hours and modes are state: whoever goes on from the middle of a campaign goes on with its hours."""
    pair = society(5, DRIVEN)
    whole = run_of(pair, seed=4)
    whole.advance(60)
    half = run_of(pair, seed=4)
    half.advance(25)
    half.save(tmp_path / "half")
    again = Run.load(tmp_path / "half", *pair)
    branched = half.branch(())
    for run in (again, branched):
        run.advance(35)
        assert run.digest == whole.digest
        assert np.array_equal(run.state.line_minutes, whole.state.line_minutes)
