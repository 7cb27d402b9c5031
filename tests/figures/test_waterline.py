"""The waterline's data: what is above, what is mirrored below, and that they add up."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis import Comparison
from sim.analysis.books import ENDED_WELL, FATES
from sim.figures.palette import HIDDEN
from sim.figures.waterline import PART_WORDS, PARTS, prepare
from sim.figures.words import Words
from tests.figures.made import COHORT, PADDED, VOICED_A_DAY, careers, comparison
from tests.figures.made import FATES as MADE

VOICED = COHORT * VOICED_A_DAY


def test_every_fate_of_a_case_is_either_settled_hidden_or_open() -> None:
    """A fate that analysis adds and this picture forgets would vanish from it."""
    hidden = [fate for fates in PARTS.values() for fate in fates]
    assert sorted([*hidden, *ENDED_WELL, "open"]) == sorted(FATES)
    assert list(PARTS) == list(HIDDEN) == list(PART_WORDS)


def test_bars_are_cases_per_thousand_voiced_disputes_of_the_same_days() -> None:
    """Another denominator would make two arms with different arrivals incomparable."""
    village = prepare(comparison()).panels[0].bars[0]
    booked = sum(pair[0] for pair in MADE.values()) + PADDED
    assert village.closed.reported == pytest.approx(1000 * booked / VOICED)
    assert village.closed.true == pytest.approx(1000 * 420.0 / VOICED)
    assert village.hidden == pytest.approx([1000 * count / VOICED for count in (160.0, 120.0, 60.0, PADDED, 260.0)])


def test_what_is_hidden_is_part_of_what_the_books_closed() -> None:
    """The mirror image may not be deeper than what it mirrors; cases booked as failed hide nothing."""
    for panel in prepare(comparison(4, levels=4)).panels:
        for bar in panel.bars:
            settled_and_booked = bar.closed.reported - bar.depth
            assert 0.0 <= settled_and_booked <= bar.closed.true + 1e-9


def test_the_large_figures_leave_the_court_out() -> None:
    """A judgment closes every case: with the docket in it the books would always look perfect (definitions 1)."""
    result = comparison().to_json()
    before = prepare(Comparison.from_json(result)).panels[0].rate
    result["books"]["baseline"][-1]["success"] = {"reported": 0.0, "true": 0.0}
    assert prepare(Comparison.from_json(result)).panels[0].rate == before
    accepted = sum(pair[1] for pair in MADE.values())
    assert before.reported == pytest.approx(1000.0 / accepted)
    assert before.true == pytest.approx(420.0 / accepted)


def test_a_reported_rate_always_comes_with_the_true_one() -> None:
    """Definitions 11: formatting either writes both."""
    for panel in prepare(comparison()).panels:
        assert f"{panel.rate:.0%}".startswith("账面")
        assert "实质" in f"{panel.rate:.0%}"


def test_who_was_stopped_is_counted_on_the_days_of_the_cohort() -> None:
    """Burn-in and follow-up are other windows than that of the bars."""
    panels = prepare(comparison(2)).panels
    assert panels[0].stopped == 0.0
    assert panels[1].stopped == pytest.approx(1000 * 0.1 / VOICED_A_DAY)


def test_threads_go_to_their_own_arms() -> None:
    """A thread in the wrong panel tells a false story."""
    told = careers(3)
    data = prepare(comparison(3), told[::-1])
    rests = [panel.thread.rest if panel.thread else None for panel in data.panels]
    assert rests == ["pressed", "held", "unsettled"]
    assert data.home == Words("村", "village")
    assert data.quarrel is not None


def test_without_careers_there_is_no_thread() -> None:
    """A comparison that was not written to a folder has none; the rest of the picture stands."""
    data = prepare(comparison(3))
    assert data.quarrel is None
    assert not any(panel.thread for panel in data.panels)
    other = prepare(comparison(1), careers(3)[1:])
    assert other.quarrel is None  # careers of arms that are not in the picture


def test_nothing_voiced_gives_an_empty_picture_and_no_division_by_zero() -> None:
    """A tiny society may have a year without disputes."""
    data = prepare(comparison(empty=True))
    assert data.height == data.depth == 0.0
    assert all(math.isnan(panel.rate.true) and math.isnan(panel.ends[0]) for panel in data.panels)


@given(st.lists(st.floats(0.0, 1e6), min_size=8, max_size=8), st.lists(st.floats(0.0, 1.0), min_size=8, max_size=8))
def test_the_books_of_any_line_split_into_hidden_and_settled(counts: list[float], shares: list[float]) -> None:
    """Whatever the books say, no case is lost between the two sides of the line."""
    result = comparison(1).to_json()
    book = result["books"]["baseline"][0]
    for fate, count, share in zip(FATES, counts, shares, strict=True):
        book["by_fate"][fate] = {"reported": 0.0 if fate == "open" else share * count, "true": count}
    bar = prepare(Comparison.from_json(result)).panels[0].bars[0]
    settled = sum(book["by_fate"][fate]["reported"] for fate in ENDED_WELL)
    assert bar.closed.reported == pytest.approx(bar.depth + 1000 * settled / VOICED, rel=1e-9, abs=1e-9)
