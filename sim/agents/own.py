"""Columns that a user adds to a kind of agent: notes of one's own beside the model, which never reads them."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.agents.columns import Array, Rows
from sim.errors import BadInput, complain


class OwnColumns:
    """The added columns of one model, by kind of agent and name."""

    def __init__(self) -> None:
        self._columns: dict[type[Any], dict[str, Array]] = {}

    def add(self, kind: type[Any], name: str, start: Any, length: int) -> None:
        """Add a column with a start value; a bool, int or float fixes its type. Raises BadInput for a name in use."""
        place = f"model.add_column({kind.__name__}, {name!r})"
        if not name.isidentifier() or name.startswith("_"):
            rule, repair = "a column must be named like a Python variable", "Use letters, digits and _, a letter first"
            raise BadInput(complain(place, rule, repr(name), repair))
        if hasattr(kind, name) or name in self._columns.get(kind, {}):
            raise BadInput(complain(place, "a column must have a new name", repr(name), "Choose another one"))
        dtype = {bool: np.bool_, int: np.int64, float: np.float64}.get(type(start), np.object_)
        column: Array = np.empty(length, dtype=dtype)
        for at in range(length) if dtype is np.object_ else ():
            column[at] = start  # not filled at once: a list would be spread over the rows
        if dtype is not np.object_:
            column[:] = start
        self._columns.setdefault(kind, {})[name] = column

    def find(self, kind: type[Any], name: str) -> Array | None:
        """Return the column, None where there is none."""
        return self._columns.get(kind, {}).get(name)

    def check(self, kind: type[Any], name: str, value: Any) -> None:
        """Raise BadInput for a value that the column would change on the way in."""
        column = self._columns[kind][name]
        fits: dict[str, tuple[type[Any], ...]] = {"b": (bool, np.bool_), "i": (int, np.integer), "O": (object,)}
        wanted = fits.get(column.dtype.kind, (int, float, np.integer, np.floating))
        if not isinstance(value, wanted) or (column.dtype.kind in "if" and isinstance(value, bool | np.bool_)):
            rule = f"values of this column must be {column.dtype.name}, as its start value is"
            raise BadInput(complain(f"{kind.__name__}.{name}", rule, repr(value), "Convert it first"))

    def write(self, kind: type[Any], name: str, rows: Rows, value: Any) -> None:
        """Set the column for these rows to one value."""
        column = self._columns[kind][name]
        listed = rows if isinstance(rows, range) else rows.tolist()
        if column.dtype == np.object_:
            for row in listed:
                column[row] = value
        else:
            column[slice(rows.start, rows.stop) if isinstance(rows, range) else rows] = value
