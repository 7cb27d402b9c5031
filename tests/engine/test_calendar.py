"""The calendar against a dict: one timer a dispute, found on its day, gone when dropped."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.marks import NEVER
from tests.engine import doors
from tests.engine.societies import blank_state, society

LAST = 400
"""Horizon of a blank state."""

ticks = st.sampled_from([3, 3, 3, 0, LAST - 1, LAST, LAST + 1, LAST + 900])
steps = st.lists(st.tuples(st.booleans(), st.integers(0, 4), ticks), min_size=10, max_size=60)


@pytest.fixture(scope="module")
def small() -> Any:
    return society(1)


def on(state: Any, tick: int) -> list[int]:
    """Who is due on a tick, in the order of the list; links back are checked on the way."""
    rows, i, before = [], int(state.calendar[tick]), -1
    while i >= 0:
        assert int(state.timer_prev[i]) == before
        rows.append(i)
        before, i = i, int(state.timer_next[i])
    return rows


@given(steps)
def test_the_calendar_is_a_dict(small: Any, steps: list[tuple[bool, int, int]]) -> None:
    """Timers set, moved and dropped in any order; later than the horizon waits in the last list, never read."""
    state = blank_state(small)
    plain: dict[int, int] = {}
    for sets, i, tick in steps:
        if sets and i not in plain:
            doors.start_timer(state.record, i, tick)
            plain[i] = tick
        elif not sets:
            doors.stop_timer(state.record, i)
            plain.pop(i, None)
        days = {min(tick, LAST) for tick in plain.values()} | {0, 3, LAST}
        for day in days:
            assert sorted(on(state, day)) == sorted(i for i, due in plain.items() if min(due, LAST) == day)
        assert (state.calendar >= 0).sum() == len({min(tick, LAST) for tick in plain.values()})
        assert {i: int(state.due[i]) for i in range(10) if state.due[i] != NEVER} == plain


def test_dropping_no_timer_is_no_fault(small: Any) -> None:
    """Ends of cases drop timers that may have fired already."""
    state = blank_state(small)
    doors.stop_timer(state.record, 4)
    assert (state.calendar == -1).all()
    assert state.due[4] == NEVER
