"""Suits of organisations: how many come, whose turn it is, and that they are counted but nobody's."""

from __future__ import annotations

from sim.engine.run import Run
from sim.rules.docket import docket_first, docket_mean, suit_minutes
from tests.twin.small import small_society


def _run(days: int = 90, **overrides: object) -> Run:
    scenario, world = small_society(2, overrides={name.replace("__", "."): value for name, value in overrides.items()})
    run = Run(scenario, world, seed=2)
    run.advance(days)
    return run


def test_more_residents_and_a_larger_share_bring_more_suits() -> None:
    """None for nobody, and in proportion: the only two things that the number of suits hangs on."""
    assert docket_mean(12.8, 0.7, 0) == 0.0
    assert docket_mean(12.8, 0.7, 2000) == 2.0 * docket_mean(12.8, 0.7, 1000)
    assert docket_mean(12.8, 0.5, 1000) < docket_mean(12.8, 0.85, 1000) < docket_mean(14.0, 0.85, 1000)


def test_who_entered_earlier_is_first_and_on_one_day_the_dispute() -> None:
    """One line, one order: neither side is let through because of who it is."""
    assert docket_first(3, 4)
    assert not docket_first(4, 4)
    assert not docket_first(5, 4)


def test_a_hearing_takes_a_minute_at_least_and_more_where_there_is_more_in_it() -> None:
    """A hearing of no time would serve any number in a day."""
    assert suit_minutes(0.0, 0.0, 0.5, 0.2, 5.0) == 1
    assert suit_minutes(4.0, -1.0, 0.5, 0.2, 5.0) < suit_minutes(4.0, 1.0, 0.5, 0.2, 5.0) <= 1200


def test_every_suit_that_entered_is_in_line_or_was_heard() -> None:
    """Off, none comes; on, those in line are at most those that entered, and no dispute row is theirs."""
    on, off = _run(), _run(processes__docket=False)
    assert off.state.docket_in.sum() == 0
    assert 0 < on.state.line_docket.sum() < on.state.docket_in.sum()
    assert (on.state.line_docket <= on.state.line_length).all()
