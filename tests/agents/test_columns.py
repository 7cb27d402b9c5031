"""Readings: distinct values, lists and arrays say the same as the codes that they are made of."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.columns import Reading, objects, take, widened

CODES = st.one_of(
    st.lists(st.integers(0, 30)),
    st.lists(st.integers(-(2**62), 2**62)),
    st.lists(st.booleans()),
    st.lists(st.floats(allow_nan=False)),
)


@given(CODES)
def test_distinct_values_give_the_codes_back(listed: list[float]) -> None:
    """Grouping and conditions stand on this: by counting or by sorting, nobody may change his value."""
    reading = Reading(codes=np.array(listed, dtype=type(listed[0]) if listed else np.int64))
    values, at = reading.coded()
    assert [values[position] for position in at] == listed
    assert values == sorted(set(listed))


@given(st.lists(st.integers(0, 5)))
def test_what_a_code_stands_for_is_looked_up_once_each(listed: list[int]) -> None:
    """A million residents live in five hundred villages: five hundred views, not a million."""
    asked: list[int] = []
    reading = Reading(codes=np.array(listed, dtype=np.int64), decode=lambda code: asked.append(code) or f"place {code}")
    assert reading.to_list() == [f"place {code}" for code in listed]
    assert sorted(asked) == sorted(set(listed))


def test_lists_stay_whole_in_an_array_of_objects() -> None:
    """NumPy would make a table of lists of one length."""
    assert objects([[1, 2], [3, 4]]).tolist() == [[1, 2], [3, 4]]
    assert objects([[1, 2], [3, 4]]).shape == (2,)


def test_a_column_is_widened_and_ones_own() -> None:
    """Bytes overflow in anybody's arithmetic; a view would let him write into the run."""
    for dtype, wide in (("u1", "i8"), ("i4", "i8"), ("f4", "f8"), ("f8", "f8"), ("i8", "i8"), ("?", "?"), ("O", "O")):
        column = np.ones(3, dtype=dtype)
        read = widened(take(column, range(1, 3)))
        assert read.dtype == np.dtype(wide)
        read[:] = 0
        assert column.tolist() == [1, 1, 1]
