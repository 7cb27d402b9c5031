"""The state: one record of arrays made from the column table, and how it grows. How it begins: `allocate`.

Kernels cannot grow arrays: they return before touching the day, `grow` replaces columns, and the day starts again.
"""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import numpy.typing as npt

from sim.engine.columns import COLUMNS, Column
from sim.engine.marks import COUNTS
from sim.engine.tables import ROWED, Table, columns_of, row_type, table_of
from sim.jit import record_class
from sim.names import MAX_LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sim.engine.ground import Ground

    Array = npt.NDArray[Any]

GROWING: Final = {
    # axis: rows at the start; each grows by half, or to what is needed
    "dispute": 512,
    "filing": 256,
    "cause": 512,
    "cause_slot": 2048,
    "pressure": 2048,
    "felt": 2048,
    "child": 1024,
    "day": 1024,
    "push": 1024,
    "feel": 4096,
    "candidate": 1024,
    "event": 4096,
    "trace": 1,
    "elapsed": 512,
}
STEP: Final = 2048
"""Rows that a table grows by at least."""
PASSING: Final = frozenset({"day", "push", "feel", "candidate", "event"})
"""Axes whose cells are written before they are read, every day."""
HASHED: Final = frozenset({"cause_slot", "pressure", "felt"})
"""Axes that are hash tables: powers of two, refilled when they grow."""


APART: Final = tuple(column for column in COLUMNS if column.axis not in ROWED)
_APART_NAMES: Final = frozenset(column.name for column in APART)
_AXIS_OF: Final = {column.name: axis for axis in ROWED for column in columns_of(axis)}


def _spec(column: Column) -> str:
    return f"{column.dtype}[:]" if column.width == 1 else f"{column.dtype}[:,:]"


State = record_class(
    "State",
    __name__,
    {f"{axis}_rows": row_type(axis) for axis in ROWED} | {column.name: _spec(column) for column in APART},
)


class Columns:
    """All columns by name for Python, and `record`, the same arrays as kernels take them.

    `values` are the columns that lie apart, `words` what tells kernels where all of them lie (`State.words`). `tables`
    holds the tables of the axes that lie by rows; their columns are views, replaced together by `lay`. Another column
    is replaced by assigning. The record is made anew when a kernel next needs it, and only what was replaced is told
    anew. Reading a column here compiles nothing.
    """

    def __init__(self, values: Mapping[str, Array], tables: Iterable[Table], words: Array) -> None:
        by_axis = {table.axis: table for table in tables}
        vars(self).update(tables=by_axis, _values=values, _words=words, _replaced={}, _told={}, _record=None)

    def lay(self, table: Table) -> None:
        """Take the columns of an axis from this table, which is new or has grown."""
        self.tables[table.axis] = table
        self._replace(f"{table.axis}_rows", table.rows)

    if TYPE_CHECKING:
        _record: Any
        _replaced: dict[str, Array]
        _told: dict[str, Array]
        _values: Mapping[str, Array]
        _words: Array
        tables: dict[str, Table]

    def __getattr__(self, name: str) -> Array:
        """A column that lies by rows, or one that nobody has asked for before."""
        axis = _AXIS_OF.get(name)
        column: Array
        if axis is not None:
            column = self.tables[axis].rows[name]
            return column
        if name not in _APART_NAMES:
            raise AttributeError(f"no column {name!r}", name=name, obj=self)
        column = vars(self)[name] = self._values[name]
        return column

    def __setattr__(self, name: str, value: Array) -> None:
        vars(self)[name] = value
        self._replace(name, value)

    def _replace(self, name: str, value: Array) -> None:
        self._replaced[name] = value
        vars(self)["_record"] = None

    @property
    def record(self) -> Any:
        """The record for kernels: the same arrays."""
        if self._record is None:
            State.tell(self._words, self._replaced)
            self._told.update(self._replaced)
            self._replaced.clear()
            own = {**rows_of(self.tables.values()), **self._told}
            held = ChainMap(own, cast("dict[str, Array]", self._values))  # nobody writes into it
            vars(self)["_record"] = State.of_words(self._words, held)
        return self._record


def rows_of(tables: Iterable[Table]) -> dict[str, Array]:
    """The rows of these tables, by the names they have in a record."""
    return {f"{table.axis}_rows": table.rows for table in tables}


def shape_of(column: Column, rows: int, n_levels: int) -> tuple[int, ...]:
    """Shape of a column of `rows` rows; widths -1 and -2 mean one per level, and one more for the court."""
    if column.width == 1:
        return (rows,)
    width = {-1: n_levels, -2: n_levels + 1}.get(column.width, column.width)
    return (rows, width)


def empty(column: Column, rows: int, n_levels: int) -> Array:
    """A fresh column filled with its start value; what has a meaning only within a day comes as it is."""
    shape = shape_of(column, rows, n_levels)
    if column.axis in PASSING:
        return np.empty(shape, dtype=column.dtype)
    if column.start == 0:
        return np.zeros(shape, dtype=column.dtype)
    return np.full(shape, column.start, dtype=column.dtype)


def fixed_sizes(ground: Ground, ticks: int) -> dict[str, int]:
    """Rows of the axes that never grow."""
    cells = len(ground.columns["cell_mean"])
    return {
        **ground.rows,
        "cell": cells,
        "tick": ticks + 1,
        "count": len(COUNTS),
        "phase": 8,
        "one": 1,
        "level": MAX_LEVELS + 1,
    }


def grow(st: Columns, axis: str, needed: int, n_levels: int) -> None:
    """Give every column of `axis` room for `needed` rows. Hash tables are left empty.

    At least half as many again; of a table an eighth, since it grows in place and rows that are not used yet cost
    memory, but never by a few: the record is made anew each time.
    """
    columns = columns_of(axis)
    have = len(getattr(st, columns[0].name))
    if needed <= have and axis not in HASHED:
        return
    more = max(have // 8, STEP) if axis in ROWED else have // 2
    rows = max(needed, have + more)
    if axis in HASHED:
        rows = have
        while rows < needed:
            rows *= 2
    if axis in ROWED:
        st.tables[axis].grow(rows)
        st.lay(st.tables[axis])
        return
    for column in columns:
        fresh = empty(column, rows, n_levels)
        if axis not in HASHED:
            fresh[:have] = getattr(st, column.name)
        setattr(st, column.name, fresh)


STORED: Final = tuple(column.name for column in COLUMNS if column.group == "state")
"""Columns that make up a state."""
_STORED_APART: Final = tuple(column.name for column in APART if column.group == "state")


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """What makes up a state, apart from it: the tables of the axes that lie by rows, the other columns by name."""

    tables: tuple[Table, ...]
    columns: dict[str, Array]


def copied(source: Columns) -> Parts:
    """A copy of everything that makes up the state of `source`."""
    return Parts(
        tables=tuple(table.copy() for table in source.tables.values()),
        columns={name: getattr(source, name).copy() for name in _STORED_APART},
    )


def parts_of(columns: dict[str, Array]) -> Parts:
    """The parts of a state from stored columns by name."""
    return Parts(
        tables=tuple(table_of(axis, columns) for axis in ROWED),
        columns={name: columns[name] for name in _STORED_APART},
    )


def adopt(st: Columns, parts: Parts) -> None:
    """Make these tables and columns the state; they are not copied."""
    for table in parts.tables:
        st.lay(table)
    for name, column in parts.columns.items():
        setattr(st, name, column)
