"""The column table: complete, unambiguous, and what arrays and records are really made of."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine.columns import COLUMNS, Column
from sim.engine.state import State, shape_of
from sim.engine.tables import CACHE_LINE, ROWED, row_type
from tests.engine.societies import CROWDED, run_of, society
from tests.twin.strategies import CAMPAIGNS, SHOCKS

BUDGET = 5 * CACHE_LINE
"""Bytes of a dispute row: a dispute that falls due is read in five cache lines, not in one for each of its columns."""


@pytest.fixture(scope="module")
def run() -> Any:
    return run_of(society(1, CROWDED | {"shocks": SHOCKS, "campaigns": CAMPAIGNS, "processes.docket": True}), seed=1)


def test_names_are_unique_and_every_column_says_what_it_holds() -> None:
    """The table is the codebook: a column without a meaning could be read as anything."""
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    for column in COLUMNS:
        if column.group == "state":
            assert column.en, column.name
            assert column.owner, column.name
    for column in COLUMNS:
        if column.axis == "dispute":
            assert column.zh, column.name


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_arrays_are_as_declared(run: Any, column: Column) -> None:
    """Type and width of each array in a run are the table's, and the record holds the same memory."""
    array = getattr(run.state, column.name)
    assert array.dtype == np.dtype(column.dtype)
    assert array.shape[1:] == shape_of(column, 1, run.p.n_levels)[1:]
    assert np.shares_memory(getattr(run.state.record, column.name), array)
    if column.axis in ROWED:
        assert row_type(column.axis)[column.name].base == np.dtype(column.dtype)
        assert np.shares_memory(run.state.tables[column.axis].rows, array)
    else:
        assert State.FIELDS[column.name].startswith(column.dtype)


def test_columns_of_one_axis_have_one_length(run: Any) -> None:
    """Kernels bound an index by one column and use it in the others."""
    lengths: dict[str, set[int]] = {}
    for column in COLUMNS:
        lengths.setdefault(column.axis, set()).add(len(getattr(run.state, column.name)))
    assert {axis: len(found) for axis, found in lengths.items()} == dict.fromkeys(lengths, 1)


def test_start_values_fit_their_type() -> None:
    """-1 in an unsigned column would be the largest number there is."""
    for column in COLUMNS:
        assert np.full(1, column.start).astype(column.dtype)[0] == column.start, column.name


def test_a_dispute_fits_its_budget() -> None:
    """Shaoxing holds three million disputes: every byte of a row is three megabytes."""
    assert row_type("dispute").itemsize <= BUDGET


@pytest.mark.parametrize("axis", ROWED)
def test_cells_of_a_row_are_aligned_and_apart(axis: str) -> None:
    """A cell across two words is read slowly, and on some machines not at all; two in one place would be one."""
    kind = row_type(axis)
    fields: Any = kind.fields
    taken: set[int] = set()
    for name in kind.names or ():
        cell, offset = fields[name][:2]
        assert offset % cell.base.itemsize == 0
        cells = set(range(offset, offset + cell.itemsize))
        assert not cells & taken
        taken |= cells
    assert max(taken) < kind.itemsize
    assert kind.itemsize % 8 == 0
