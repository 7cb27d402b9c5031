"""Sorting by keys against Python's own stable sort."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine import doors
from tests.engine.societies import blank_state, society

keys = st.lists(st.one_of(st.integers(0, 4), st.integers(2**63 - 2, 2**63 + 2), st.integers(0, 2**64 - 1)), max_size=70)


@pytest.fixture(scope="module")
def small() -> Any:
    return society(1)


@given(keys)
def test_merge_sort_is_a_stable_sort_of_unsigned_keys(found: list[int]) -> None:
    """Keys above 2^63 come after those below: an order of signed keys would be another history."""
    n = len(found)
    into, spare = np.full(n + 3, -7), np.zeros(n + 3, np.int64)
    doors.order(np.array([*found, 1, 2, 3], np.uint64), into, spare, n)
    assert into[:n].tolist() == sorted(range(n), key=found.__getitem__)
    assert into[n:].tolist() == [-7] * 3


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2**64 - 1)), max_size=40, unique_by=lambda pair: pair[1]))
def test_equal_keys_go_by_the_id_of_the_dispute(small: Any, pairs: list[tuple[int, int]]) -> None:
    """The tie-break of a line's joiners: (key, id), never the row."""
    state = blank_state(small)
    for row, (key, id_) in enumerate(pairs):
        state.join_key[row], state.join_row[row], state.id[row] = key, row, id_
    doors.order_pairs(state.record, len(pairs))
    assert state.day_order[: len(pairs)].tolist() == sorted(range(len(pairs)), key=pairs.__getitem__)
