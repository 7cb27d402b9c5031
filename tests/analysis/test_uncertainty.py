"""Intervals over paired seeds, the variance ratio of pairing, and words that are earned by agreement of signs only."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.analysis.uncertainty import (
    A_SHARE,
    LIKELY,
    ROBUST,
    SEED_ONLY,
    UNDETERMINED,
    WORDS,
    confidence,
    interval,
    t_975,
    variance_ratio,
)

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40)


@pytest.mark.parametrize("freedom", [1, 2, 5, 19, 30, 31, 60, 1000])
def test_points_of_t_are_students(freedom: int) -> None:
    """A wrong point makes every interval of a comparison too short or too long."""
    assert t_975(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=6e-5)


@given(VALUES)
def test_the_interval_is_the_textbooks(values: list[float]) -> None:
    """Mean ± t·s/√n, with s over n - 1."""
    found = interval(values)
    assert found.mean == pytest.approx(stats.tmean(values), abs=1e-9)
    half = stats.t.ppf(0.975, len(values) - 1) * stats.sem(values)
    assert found.high - found.mean == pytest.approx(half, rel=5e-5, abs=1e-9)
    assert found.mean - found.low == pytest.approx(half, rel=5e-5, abs=1e-9)


@given(st.lists(st.floats(0.0, 1.0), min_size=2, max_size=6))
def test_the_interval_of_a_share_is_within_0_and_1(values: list[float]) -> None:
    """Two seeds may not print a share of -42 to 170 percent; within the limits the interval is the same."""
    free, held = interval(values), interval(values, within=A_SHARE)
    assert 0.0 <= held.low <= held.mean <= held.high <= 1.0
    assert held.low == max(free.low, 0.0)
    assert held.high == min(free.high, 1.0)


def test_a_figure_that_lies_beyond_its_limits_is_not_hidden() -> None:
    """More petitions than cases make a reported share negative: the limits cut intervals, never what was found."""
    found = interval([-0.4, -0.2], within=A_SHARE)
    assert found.low == found.mean == pytest.approx(-0.3)


def test_one_seed_tells_nothing_from_zero() -> None:
    """A single run has no spread: its interval must not exist, let alone leave 0 out."""
    found = interval([5.0])
    assert math.isnan(found.low)
    assert not found.told_from_zero
    assert found.varied == "seed"


def test_told_from_zero_asks_the_interval() -> None:
    """The same mean is told from 0 or not by its spread; no change at all is not told either."""
    assert interval([1.0, 1.1, 0.9]).told_from_zero
    assert not interval([1.0, -3.0, 5.0]).told_from_zero
    assert not interval([0.0, 0.0, 0.0]).told_from_zero
    assert not interval([1.0, float("nan")]).told_from_zero


def test_the_variance_ratio_tells_when_pairing_helps() -> None:
    """Equal luck cancels (0), unrelated luck does not (1 on average), opposite luck makes it worse (2)."""
    base = [1.0, 2.0, 3.0, 4.0]
    assert variance_ratio(base, [b + 7.0 for b in base]) == 0.0
    assert variance_ratio(base, base[::-1]) == pytest.approx(2.0)
    assert math.isnan(variance_ratio([1.0, 2.0], [1.0, 2.0]))
    assert math.isnan(variance_ratio([1.0] * 3, [1.0] * 3))


@pytest.mark.parametrize(
    ("effects", "word"),
    [
        ([0.3], SEED_ONLY),
        ([1.0] * 19 + [-1.0], ROBUST),
        ([-1.0] * 18 + [1.0] * 2, LIKELY),
        ([1.0] * 4 + [-1.0], LIKELY),
        ([1.0] * 3 + [-1.0], UNDETERMINED),
        ([0.0] * 10, UNDETERMINED),
    ],
)
def test_words_follow_agreement_of_signs(effects: list[float], word: str) -> None:
    """95 % and 80 % over parameter sets; within one set nothing but "seed only" may be said."""
    assert confidence(effects) == word
    assert all(text for text in WORDS[word])
