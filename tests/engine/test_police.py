"""Calls to the police in the engine: who calls, what comes of it, what it leaves alone, and nothing when off."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.analysis.policing import policing
from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum, Opponent, State, Way
from sim.records import take_records
from tests.engine.history import history_of, roots_of
from tests.engine.invariants import broken
from tests.engine.societies import changed, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS


def run_with(ticks: int = 300, **numbers: Any) -> Run:
    """A small society in which calls are common; section__name=value changes a number."""
    sections: dict[str, dict[str, Any]] = {}
    for key, value in numbers.items():
        section, _, name = key.partition("__")
        sections.setdefault(section, {})[name] = value
    pair = changed(society(5, BUSY | PRESETS["called"], levels=LEVEL_SETS[1], households=60), **sections)
    run = Run(*pair, seed=4, burn_in=0, keep_events=True)
    run.advance(ticks)
    return run


def test_switched_off_the_numbers_of_the_police_touch_nothing() -> None:
    """Off means neutral: not a draw, not an event, whatever the numbers say."""
    one = run_with(150, processes__police=False)
    other = run_with(150, processes__police=False, police__hot=0.9, police__minutes=400)
    assert one.digest == other.digest
    assert not (one.state.series[:, marks.S_CALLS : marks.S_POLICE_MINUTES + 1]).any()
    assert not (history_of(one).kind == Event.CALLED).any()


def test_roots_are_the_same_on_and_off() -> None:
    """Whoever calls, what is felt is exogenous and paired between arms (definitions 5)."""
    assert roots_of(run_with(200)) == roots_of(run_with(200, processes__police=False))


def test_only_hot_quarrels_between_private_parties_call() -> None:
    """Nobody calls 110 against a government office here, nor in cold blood, nor more often than elsewhere."""
    run = run_with()
    called = history_of(run).of(Event.CALLED)
    assert len(called) > 60
    assert (called.numbers[:, 1] > 0.4).all()
    n = int(run.state.count[marks.DISPUTES])
    visits = run.state.visits[:n, int(run.p.n_levels) + 4]
    assert (run.state.opponent[:n][visits > 0] <= Opponent.ORGANISATION).all()
    assert visits.max() <= run.p.claim_max_visits
    assert broken(run) == []


def test_the_police_come_the_next_day_and_leave_no_line() -> None:
    """On the spot: a call is answered on the morrow, whatever becomes of it, and stands in no line."""
    run = run_with()
    history = history_of(run)
    calls, visits = history.of(Event.CALLED), history.of(Event.ATTENDED)
    waiting = run.state.state[: int(run.state.count[marks.DISPUTES])] == State.CALLED
    assert len(calls) == len(visits) + int(waiting.sum())
    assert {(k, t + 1) for k, t in zip(calls.key.tolist(), calls.tick.tolist(), strict=True) if t + 1 < 300} == set(
        zip(visits.key.tolist(), visits.tick.tolist(), strict=True)
    )
    cases = take_records(run).cases
    mine = cases.forum == Forum.POLICE
    assert mine.sum() > 20
    assert (cases.slot[mine] == -1).all()
    assert (cases.closed - cases.opened)[mine].tolist() == [1] * int(mine.sum())


def test_every_outcome_happens_and_what_fails_goes_on() -> None:
    """Refusal, consent, pressure, failure, nobody free; after a failure the claimant chooses again."""
    run = run_with(police__hours=20.0)
    history = history_of(run)
    visits = history.of(Event.ATTENDED)
    ways = {Way(way) for way in (visits.detail & 255).tolist()}
    assert ways == {Way.CONSENT, Way.PRESSED, Way.REJECTED, Way.REFUSED, Way.NO_OFFICER}
    failed = visits.only(np.isin(visits.detail & 255, (Way.REJECTED, Way.REFUSED, Way.NO_OFFICER)))
    later = history.only(np.isin(history.kind, (Event.CLAIM, Event.CALLED)))
    last = dict(zip(later.key.tolist(), later.tick.tolist(), strict=True))
    early = failed.tick < 200
    again = [last.get(key, -1) > tick for key, tick in zip(failed.key[early], failed.tick[early], strict=True)]
    assert np.mean(again) > 0.9


def test_what_was_settled_on_the_spot_comes_back() -> None:
    """Return has one rule for all forums: what an officer settled is no more final than what a mediator did."""
    run = run_with(400, returns__base=0.8)
    history = history_of(run)
    visits = history.of(Event.ATTENDED)
    signed = visits.only(np.isin(visits.detail & 255, (Way.CONSENT, Way.PRESSED)))
    first = dict(zip(signed.key.tolist(), signed.tick.tolist(), strict=True))
    back = history.of(Event.REOPENED)
    returned = [first.get(key, 10**6) < day for key, day in zip(back.key.tolist(), back.tick.tolist(), strict=True)]
    assert sum(returned) > 5


def test_hours_bound_what_is_mediated() -> None:
    """Its own hours: with fewer of them more calls find nobody free, and fewer are mediated."""
    few, many = (policing(take_records(run_with(police__hours=hours))) for hours in (1.0, 60.0))
    assert few.unattended > many.unattended
    assert 0 < few.mediated < many.mediated


def test_the_booked_figure_is_that_of_paper() -> None:
    """Reported with kappa near 0: what is booked is what was signed, and more than what holds for a year."""
    records = take_records(run_with(400))
    found, year = policing(records), records.manifest.cohort
    came = records.series.total("police_calls", 0, year - 1)  # they come on the day after the call
    assert came == found.unattended + found.refused + found.mediated
    assert found.success.reported == pytest.approx(found.signed / found.mediated, abs=0.03)
    assert found.success.true < found.success.reported


def test_calling_ends_some_quarrels_and_heats_others() -> None:
    """Paired, on against off: it is able to help and to harm; which prevails is not laid down."""
    on, off = (take_records(run_with(400, processes__police=on)).disputes for on in (True, False))
    rows = {key: row for row, key in enumerate(off.id.tolist())}
    pairs = [(row, rows[key]) for row, key in enumerate(on.id.tolist()) if key in rows and on.born[row] >= 0]
    mine, theirs = (np.array(side) for side in zip(*pairs, strict=True))
    gone = (on.interest[mine] < 0.05) & (off.interest[theirs] > 0.9)
    still = (on.interest[mine] > 0.9) & (off.interest[theirs] < 0.05)
    assert gone.sum() > 5
    assert still.sum() > 1
