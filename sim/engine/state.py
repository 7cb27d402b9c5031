"""The state: one record of arrays made from the column table, how it is allocated, and how it grows.

Kernels cannot grow arrays: they return before touching the day, `grow` replaces columns, and the day starts again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.engine.columns import COLUMNS, Column
from sim.engine.marks import COUNTS, SERIES
from sim.jit import record_class

if TYPE_CHECKING:
    from sim.engine.ground import Ground

    Array = npt.NDArray[Any]

GROWING: Final = {
    # axis: rows at the start; each grows by half, or to what is needed
    "dispute": 1024,
    "filing": 1024,
    "cause": 1024,
    "cause_slot": 4096,
    "pressure": 4096,
    "child": 1024,
    "day": 1024,
    "push": 1024,
    "candidate": 1024,
    "event": 8192,
    "trace": 1,
}
HASHED: Final = frozenset({"cause_slot", "pressure"})
"""Axes that are hash tables: powers of two, refilled when they grow."""


def _spec(column: Column) -> str:
    return f"{column.dtype}[:]" if column.width == 1 else f"{column.dtype}[:,:]"


State = record_class("State", __name__, {column.name: _spec(column) for column in COLUMNS})


class Columns:
    """All columns by name for Python, and `record`, the same arrays as kernels take them.

    A column is replaced by assigning; the record is then made anew when a kernel next needs it. Reading a column here
    compiles nothing.
    """

    __slots__ = ("_record", *(column.name for column in COLUMNS))

    def __init__(self, values: dict[str, Array]) -> None:
        for column in COLUMNS:
            object.__setattr__(self, column.name, values[column.name])
        object.__setattr__(self, "_record", None)

    if TYPE_CHECKING:
        _record: Any

        def __getattr__(self, name: str) -> Array: ...

    def __setattr__(self, name: str, value: Array) -> None:
        object.__setattr__(self, name, value)
        object.__setattr__(self, "_record", None)

    @property
    def record(self) -> Any:
        """The record for kernels: the same arrays."""
        if self._record is None:
            made = State(**{column.name: getattr(self, column.name) for column in COLUMNS})
            object.__setattr__(self, "_record", made)
        return self._record


def shape_of(column: Column, rows: int, n_levels: int) -> tuple[int, ...]:
    """Shape of a column of `rows` rows; widths -1 and -2 mean one per level, and one more for the court."""
    if column.width == 1:
        return (rows,)
    width = {-1: n_levels, -2: n_levels + 1}.get(column.width, column.width)
    return (rows, width)


def empty(column: Column, rows: int, n_levels: int) -> Array:
    """A fresh column filled with its start value."""
    shape = shape_of(column, rows, n_levels)
    if column.start == 0:
        return np.zeros(shape, dtype=column.dtype)
    return np.full(shape, column.start, dtype=column.dtype)


def allocate(ground: Ground, levers: dict[str, Array], seed: int, ticks: int) -> Columns:
    """A state at tick 0 without disputes: world and lever columns by reference, the rest fresh. `ticks` = horizon."""
    n_levels = int(ground.p.n_levels)
    sizes = dict(GROWING) | fixed_sizes(ground, ticks)
    values: dict[str, Array] = {}
    for column in COLUMNS:
        if column.group == "world":
            values[column.name] = ground.columns[column.name]
        elif column.group == "lever":
            values[column.name] = levers[column.name]
        else:
            values[column.name] = empty(column, sizes[column.axis], n_levels)
    values["seed"][0] = np.uint64(seed)
    values["cell_stem"] = ground.stems(seed)
    values["runs_forum"][:] = ground.runs_forum
    assert len(SERIES) <= values["series"].shape[1], "more series than the column is wide"
    return Columns(values)


def fixed_sizes(ground: Ground, ticks: int) -> dict[str, int]:
    """Rows of the axes that never grow."""
    cells = len(ground.columns["cell_mean"])
    return {**ground.rows, "cell": cells, "tick": ticks + 1, "count": len(COUNTS), "phase": 8, "one": 1}


def grow(st: Columns, axis: str, needed: int, n_levels: int) -> None:
    """Give every column of `axis` room for `needed` rows (at least half as many again). Hash tables are left empty."""
    columns = [c for c in COLUMNS if c.axis == axis]
    have = len(getattr(st, columns[0].name))
    if needed <= have and axis not in HASHED:
        return
    rows = max(needed, have + have // 2)
    if axis in HASHED:
        rows = have
        while rows < needed:
            rows *= 2
    for column in columns:
        fresh = empty(column, rows, n_levels)
        if axis not in HASHED:
            fresh[:have] = getattr(st, column.name)
        setattr(st, column.name, fresh)
