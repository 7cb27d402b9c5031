"""Hours of windows: nothing is lost or answered twice, and each quantity moves the way its name says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.desk import (
    beyond_share,
    demands_heard,
    is_jammed,
    left_behind,
    minutes_in_time,
    minutes_late,
    portion,
    wait_at_window,
)
from tests.rules.numbers import p_with

MINUTES = st.integers(0, 5_000)


@given(st.integers(1, 5_000), MINUTES, MINUTES)
def test_a_week_never_answers_more_than_its_hours(hours: int, ahead: int, work: int) -> None:
    """Within the hours; all work is in time, late or lost; what is left waits a week at most where a week can do it."""
    in_time = minutes_in_time(hours, ahead, work)
    late = minutes_late(hours, ahead, work - in_time)
    behind = left_behind(hours, ahead, late)
    assert in_time >= 0
    assert 0 <= late <= work - in_time
    assert min(ahead, hours) + in_time <= hours
    if ahead <= 2 * hours:
        assert behind <= hours
    if ahead + work <= hours:
        assert (in_time, late, behind) == (work, 0, 0)


@given(st.integers(1, 2_000), MINUTES, MINUTES, st.integers(0, 500))
def test_more_hours_answer_more_and_more_work_no_more_in_time(hours: int, ahead: int, work: int, more: int) -> None:
    """Monotone in hours, and not rising with what goes before."""
    assert minutes_in_time(hours + more, ahead, work) >= minutes_in_time(hours, ahead, work)
    assert minutes_in_time(hours, ahead + more, work) <= minutes_in_time(hours, ahead, work)
    answered = [minutes_in_time(h, ahead, work) + minutes_late(h, ahead, work - minutes_in_time(h, ahead, work))
                for h in (hours, hours + more)]  # fmt: skip
    assert answered[0] <= answered[1]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=30), st.integers(1, 5_000), st.data())
def test_portions_sum_to_the_share_of_the_whole(counts: list[int], whole: int, data: st.DataObject) -> None:
    """However a count is split over places, as many are answered as of the sum; all where all, none where none."""
    part = data.draw(st.integers(0, whole))
    before, total = 0, 0
    for mine in counts:
        one = portion(before, mine, part, whole)
        assert 0 <= one <= mine
        before, total = before + mine, total + one
    assert total == sum(counts) * part // whole
    assert portion(3, 7, whole, whole) == 7
    assert portion(3, 7, 0, whole) == portion(3, 7, 0, 0) == 0


@given(st.integers(0, 3_000), st.integers(1, 400))
def test_a_dispute_waits_for_what_is_left(behind: int, minutes: int) -> None:
    """Less than a week where the window takes it at all; nothing where nothing is left."""
    week = 7 * minutes
    assert is_jammed(behind, week) == (behind >= week)
    if not is_jammed(behind, week):
        assert 0 <= wait_at_window(behind, minutes) < 7
    assert wait_at_window(0, minutes) == 0


@given(st.integers(0, 500), st.integers(0, 2_000), st.floats(0.01, 0.6))
def test_an_office_attends_within_its_share(demands: int, minutes: int, share: float) -> None:
    """Never more than were sent or than its share of a week allows; all if one takes nothing, none without staff."""
    p = p_with(desk_office_share=share, contacts_minutes=12)
    heard = demands_heard(p, demands, minutes, 7)
    assert 0 <= heard <= demands
    assert heard * 12 <= share * minutes * 7
    assert demands_heard(p, demands, minutes + 100, 7) >= heard
    free = p_with(desk_office_share=share, contacts_minutes=0)
    assert demands_heard(free, demands, minutes, 7) == (demands if minutes > 0 else 0)


@given(st.floats(0.2, 5.0), st.floats(0.0, 0.6), st.floats(0.0, 1.0))
def test_more_asking_brings_more_out_of_remit_where_the_rest_is(asked: float, beyond: float, more: float) -> None:
    """Fact 11 where what is asked beyond the base rate lies outside the remit more often, the contrary where less."""
    p = p_with(desk_beyond=beyond, desk_beyond_more=more)
    share = beyond_share(p, asked)
    assert min(beyond, more) - 1e-12 <= share <= max(beyond, more) + 1e-12 or asked <= 1.0
    assert (share - beyond) * (more - beyond) >= -1e-12
    assert beyond_share(p, 1.0) == beyond
