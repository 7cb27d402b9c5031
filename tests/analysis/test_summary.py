"""A summary is what travels between processes: whole, plain, small."""

from __future__ import annotations

import pickle

from sim.analysis.summary import summarise
from tests.analysis.small_runs import taken


def test_a_summary_survives_the_journey_from_a_worker() -> None:
    """Results of workers arrive pickled; what cannot travel, or is large, stops a study of a thousand runs."""
    found = summarise(taken())
    sent = pickle.dumps(found)
    there = pickle.loads(sent)  # noqa: S301 - written on the line before or here
    assert (there.arm, there.seed, there.identity, there.spill) == (found.arm, found.seed, found.identity, found.spill)
    assert repr(there.indicators) == repr(found.indicators)
    assert len(sent) < 200_000


def test_daily_counts_are_those_of_the_run() -> None:
    """The timeline is drawn from these: one value a day from the start of the burn-in."""
    run = taken()
    found = summarise(run)
    assert found.first_day == -run.manifest.burn_in
    assert found.daily["voiced"] == tuple(run.series["voiced"].tolist())
    assert len(found.daily["line_court"]) == len(run.series)
    assert not any(name.startswith("booked") for name in found.daily)


def test_summaries_of_the_same_run_are_the_same() -> None:
    """Figures must not depend on when they are worked out."""
    one, two = summarise(taken()), summarise(taken())
    assert repr(one.indicators) == repr(two.indicators)
    assert repr(one.books) == repr(two.books)  # a forum without cases has shares that are nan
