"""Allocation and growth: what is kept, what is fresh, and the cells from which candidates come."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.draws import plain_unit
from sim.engine.cells import _none_below, adults_of_places, candidate_cells
from sim.engine.columns import COLUMNS
from sim.engine.state import GROWING, HASHED, PASSING, STEP, adopt, copied, grow, parts_of
from sim.engine.tables import CACHE_LINE, ROWED, Table
from sim.rules.parameters import parameter_values
from tests.engine.societies import blank_state, changed, society


@pytest.fixture(scope="module")
def small() -> Any:
    return society(1)


def where_it_lies(array: Any) -> tuple[Any, ...]:
    """Address, shape, strides and type: a column that lies by rows is a view made anew at every reading."""
    return array.ctypes.data, array.shape, array.strides, array.dtype


@given(st.sampled_from(sorted(set(GROWING) - HASHED)), st.integers(0, 20_000))
def test_growing_keeps_what_is_there_and_starts_the_rest_afresh(small: Any, axis: str, needed: int) -> None:
    """Old rows to the byte, new rows at the table's start values, no other axis touched."""
    state = blank_state(small)
    columns = [column for column in COLUMNS if column.axis == axis]
    for k, column in enumerate(columns):
        getattr(state, column.name)[...] = k % 2
    have = len(getattr(state, columns[0].name))
    others = {c.name: where_it_lies(getattr(state, c.name)) for c in COLUMNS if c.axis != axis}
    grow(state, axis, needed, 3)
    for k, column in enumerate(columns):
        array = getattr(state, column.name)
        more = max(have // 8, STEP) if axis in ROWED else have // 2
        assert len(array) == (max(needed, have + more) if needed > have else have)
        assert (array[:have] == k % 2).all()
        if axis not in PASSING:
            assert (array[have:] == column.start).all()
    assert all(where_it_lies(getattr(state, name)) == where for name, where in others.items())


@given(st.sampled_from(sorted(HASHED)), st.integers(0, 200_000))
def test_tables_grow_by_doubling_and_come_back_empty(small: Any, axis: str, needed: int) -> None:
    """A hash table's size is a power of two, and its entries are filled in anew."""
    state = blank_state(small)
    grow(state, axis, needed, 3)
    for column in COLUMNS:
        if column.axis == axis:
            array = getattr(state, column.name)
            assert len(array) >= needed
            assert len(array) & (len(array) - 1) == 0
            assert (array == column.start).all()


@given(st.sampled_from(ROWED), st.lists(st.integers(0, 400), min_size=1, max_size=5), st.integers(0, 900))
def test_a_table_grows_in_place_where_memory_was_reserved(axis: str, steps: list[int], expected: int) -> None:
    """Rows stay what they were however often it grows, beyond what was reserved too; it begins on a cache line."""
    table = Table(axis, 4, expected)
    first, reserved, begins = table.rows.dtype.names[0], max(12, expected), table.rows.ctypes.data
    have = 4
    table.rows[first] = np.arange(4) % 100
    for step in steps:
        table.grow(have + step)
        assert (table.rows[first][:have] == np.arange(have) % 100).all()
        have += step
        table.rows[first] = np.arange(have) % 100
        if have <= reserved:
            assert table.rows.ctypes.data == begins
        assert len(table.rows) == have
        assert table.rows.ctypes.data % CACHE_LINE == 0


def test_parts_by_table_and_by_column_are_one_state(small: Any) -> None:
    """A branch takes over whole tables, a checkpoint columns by name: the state is the same, and its own."""
    state = blank_state(small)
    rng = np.random.default_rng(5)
    for column in COLUMNS:
        if column.group == "state":
            array = getattr(state, column.name)
            array[...] = rng.integers(0, 100, array.shape)
    by_table, by_column = blank_state(small), blank_state(small)
    adopt(by_table, copied(state))
    adopt(by_column, parts_of({c.name: getattr(state, c.name).copy() for c in COLUMNS if c.group == "state"}))
    for column in COLUMNS:
        if column.group == "state":
            array = getattr(state, column.name)
            for other in (by_table, by_column):
                assert (getattr(other, column.name) == array).all(), column.name
                assert not np.shares_memory(getattr(other, column.name), array), column.name


def test_the_record_follows_its_columns(small: Any) -> None:
    """A kernel called after growth sees the grown column, never the old one."""
    state = blank_state(small)
    before = state.record
    grow(state, "dispute", 9_000, 3)
    state.stake[8_999] = 5.0
    assert state.record.stake[8_999] == 5.0
    assert len(before.stake) < 9_000


@pytest.mark.parametrize("seed", range(4))
def test_households_below_a_place_are_those_of_its_leaves(seed: int) -> None:
    """A range of rows for every place, whatever tiers are missing: respondents are drawn from it."""
    scenario, world = society(seed)
    state = blank_state((scenario, world))
    for place in range(len(world.code)):
        below = np.flatnonzero([world.code[p].startswith(world.code[place]) for p in world.hh_place])
        start, end = int(state.below_start[place]), int(state.below_end[place])
        assert below.tolist() == list(range(start, end))


def test_cells_hold_the_mean_of_every_place_and_type(small: Any) -> None:
    """Pieces of at most 16 that add up to lambda x adults x majorant / share; no cell without people or incidence."""
    scenario, world = changed(small, incidence={"lambda_person": 4_000_000.0}, processes={"place_kinds": False})
    p = parameter_values(scenario)
    cells = candidate_cells(world, p, np.zeros(world.n_places + 1, dtype=np.int32))
    adults = adults_of_places(world)
    assert adults.sum() == world.res_adult.sum()
    for cell in range(len(cells["cell_mean"])):
        place, kind = int(cells["cell_place"][cell]), int(cells["cell_type"][cell])
        mean = adults[place] * p.type_rate[kind] * p.incidence_majorant / p.voice_share / 365
        assert cells["cell_mean"][cell] * cells["cell_pieces"][cell] == pytest.approx(mean)
        assert 0 < cells["cell_mean"][cell] <= 16
        assert cells["cell_zero"][cell] == pytest.approx(np.exp(-cells["cell_mean"][cell]))
    assert cells["cell_pieces"].max() > 1
    assert set(cells["cell_place"].tolist()) == set(np.flatnonzero(adults).tolist())


@given(st.floats(0.0, 1.0), st.integers(-3, 3))
def test_bits_are_compared_as_their_uniform_would_be(chance: float, off: int) -> None:
    """A cell brings none where the uniform lies below the chance of none: never one more, never one fewer."""
    none = _none_below(chance)
    for bits in (none + off * 4096, none + off, off):
        if 0 <= bits < 2**64:
            assert bits >= none or plain_unit(bits) < chance
            assert bits < none or plain_unit(bits) >= chance or chance == 1.0
