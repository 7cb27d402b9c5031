"""The timeline's data: smoothing that invents nothing, and nothing seen before its cause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.figures.timeline import BEFORE, WINDOW, prepare, smoothed, starts_of
from sim.figures.timeline_drawing import round_days
from tests.figures.made import BURN_IN, COHORT, comparison

SERIES = st.lists(st.floats(0.0, 1e6), min_size=1, max_size=90)


@given(SERIES)
def test_smoothing_stays_within_what_it_smooths(values: list[float]) -> None:
    """A mean outside the range of its days is a bug that looks like a finding."""
    found = smoothed(values)
    assert len(found) == len(values)
    assert min(values) - 1e-6 <= min(found)
    assert max(found) <= max(values) + 1e-6


def test_a_straight_line_stays_straight() -> None:
    """A centred mean delays nothing; a trailing one would move every effect by half a month."""
    values = [2.0 * day for day in range(200)]
    half = WINDOW // 2
    assert smoothed(values)[half:-half] == pytest.approx(values[half:-half])


def test_no_effect_is_seen_before_its_cause() -> None:
    """A mean that reaches over the start shows a policy at work a fortnight before it begins."""
    step = [1.0] * 100 + [5.0] * 100
    assert smoothed(step, breaks=[100]) == tuple(step)
    assert smoothed(step)[95] > 1.0


def test_arms_are_one_until_the_policies_start() -> None:
    """They branch from one burn-in; in the made data they differ from day 0 on, and by their number."""
    data = prepare(comparison(3))
    assert data.days[0] == -BEFORE
    assert data.days[-1] == 2 * COHORT - 1
    zero = data.days.index(0)
    lodged = data.charts[1]
    for at, series in enumerate(lodged.values):
        assert series[zero] == pytest.approx(2.0 * (at + 1))  # above and outside, both `at` + 1
        assert series[zero - 1] == pytest.approx(1.0 * (at + 1))


def test_a_short_burn_in_is_shown_as_far_as_it_goes() -> None:
    """A user's scenario may burn in for less than is usually shown."""
    result = comparison(1)
    daily = result["daily"]["baseline"]
    cut = BURN_IN - 30
    daily["first_day"] = -30
    daily["mean"] = {name: values[cut:] for name, values in daily["mean"].items()}
    assert prepare(result).days[0] == -30


def test_every_kind_of_line_has_its_chart() -> None:
    """A queue that is not drawn is a backlog that nobody sees."""
    titles = [chart.title.en for chart in prepare(comparison(levels=4)).charts if not chart.wide]
    lines = ["village", "town", "county petition", "city petition", "court"]
    assert titles == [f"{line}: cases in line" for line in lines]


@pytest.mark.parametrize(
    ("spec", "starts"),
    [
        ("baseline", ()),
        ("keep_in_village", (0,)),
        ("keep_in_village(dose=0.5,start=30)+petition_quota(start=90)", (30, 90)),
        ("mine.py:Mine(start=12)", (12,)),
        ("not a policy(((", ()),
    ],
)
def test_starts_are_read_from_the_arm(spec: str, starts: tuple[int, ...]) -> None:
    """The mark must stand where the policy begins, also for a user's own file that is not at hand."""
    assert starts_of(spec) == starts


def test_day_zero_is_always_marked() -> None:
    """It is where the arms part."""
    for first, last in ((-180, 729), (-30, 40), (-1, 3000), (0, 0)):
        ticks = round_days(range(first, last + 1), 8)
        assert 0 in ticks
        assert len(ticks) <= 9
        assert all(first <= tick <= last for tick in ticks)
