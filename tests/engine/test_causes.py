"""Causes against a dict: one row a key whatever the table's size, and how many were active yesterday."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.causes import refill_causes
from sim.engine.marks import CAUSES, TICK
from sim.engine.state import grow
from tests.engine import doors
from tests.engine.societies import blank_state, society, start_smallest

keys = st.one_of(st.integers(1, 8), st.integers(2**63, 2**64 - 1), st.integers(0, 2**64 - 1))


@pytest.fixture(scope="module")
def small() -> Any:
    return society(1)


@given(st.lists(keys, max_size=80))
def test_the_table_of_causes_is_a_dict_that_grows(small: Any, found: list[int]) -> None:
    """Rows are given in the order of first finding; collisions, growth and refilling change none of them."""
    with pytest.MonkeyPatch.context() as patch:
        start_smallest(patch)
        state = blank_state(small)
    plain: dict[int, int] = {}
    for key in found:
        rows = int(state.count[CAUSES]) + 1
        if rows >= len(state.cause_key):
            grow(state, "cause", rows + 1, 3)
        if 2 * rows >= len(state.cause_slots):
            grow(state, "cause_slot", 4 * rows, 3)
            refill_causes(state.record)
        row = plain.setdefault(key, len(plain))
        assert doors.cause_of(state.record, np.uint64(key)) == row
        assert state.count[CAUSES] == len(plain)
        assert [doors.cause_of(state.record, np.uint64(key)) for key in plain] == list(plain.values())
    assert state.cause_key[: len(plain)].tolist() == list(plain)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([1, -1, 0])), max_size=60))
def test_allies_are_counted_as_of_yesterday(small: Any, steps: list[tuple[int, int]]) -> None:
    """What a claimant reads in a day does not depend on who chose before him on that day."""
    state = blank_state(small)
    now, yesterday = [0] * 4, [0] * 4
    for cause, change in steps:
        if change == 0:
            state.count[TICK] += 1
            yesterday = list(now)
        else:
            doors.count_active(state.record, cause, change)
            now[cause] += change
        assert [doors.active_yesterday(state.record, c) for c in range(4)] == yesterday
        assert state.cause_active[:4].tolist() == now
