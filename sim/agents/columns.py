"""Attributes of agents as columns: how one is read for one agent, for many, and whether it may be written.

Which attributes there are stands in the class of each kind of agent. A column never writes when it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Rows = range | npt.NDArray[np.int64]
"""Rows of one kind of agent: a range without gaps, or an array in any order."""


def take(column: Array, rows: Rows) -> Array:
    """Return the cells of `rows`: a view of the column for a range, else a copy."""
    if isinstance(rows, range):
        return column[rows.start : rows.stop]
    return column[rows]


def listed(rows: Rows) -> Array:
    """Return rows as an int64 array. (NumPy makes an empty range an array of floats.)"""
    return np.arange(rows.start, rows.stop) if isinstance(rows, range) else rows


def widened(values: Array) -> Array:
    """Return values as bool, int64, float64 or object, in memory of their own: narrow columns overflow."""
    wide = {"i": np.int64, "u": np.int64, "f": np.float64}.get(values.dtype.kind, values.dtype)
    return values.astype(wide, copy=not values.flags.owndata)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """One attribute of many agents, in their order. `decode` turns a code into what it stands for."""

    codes: Array
    decode: Callable[[int], Any] | None = None

    def coded(self) -> tuple[list[Any], Array]:
        """Return the distinct values and, for each agent, the position of its own among them."""
        distinct, inverse = _distinct(self.codes)
        values = distinct.tolist()
        return (values if self.decode is None else [self.decode(code) for code in values]), inverse

    def to_list(self) -> list[Any]:
        """Return Python values, as Mesa does."""
        if self.decode is None:
            plain: list[Any] = self.codes.tolist()
            return plain
        values, inverse = self.coded()
        listed: list[Any] = objects(values)[inverse].tolist()
        return listed

    def to_array(self) -> Array:
        """Return an array that belongs to the caller: bool, int64 or float64, or of objects."""
        return objects(self.to_list()) if self.decode is not None else np.array(self.codes)

    @property
    def numeric(self) -> bool:
        """Whether the codes are themselves the values, and numbers."""
        return self.decode is None and self.codes.dtype != np.dtype(object)


def _distinct(codes: Array) -> tuple[Array, Array]:
    """Return the distinct codes, ascending, and the position of each among them; by counting where that is quicker."""
    counted = codes.astype(np.int64) if codes.dtype.kind == "b" else codes
    if len(codes) and counted.dtype.kind == "i" and counted.min() >= 0 and counted.max() < 4 * len(codes) + 1024:
        present = np.flatnonzero(np.bincount(counted))
        place = np.zeros(int(present[-1]) + 1, dtype=np.int64)
        place[present] = np.arange(len(present))
        return present.astype(codes.dtype), place[counted]
    distinct, inverse = np.unique(codes, return_inverse=True)
    return distinct, inverse.reshape(-1)


def objects(values: list[Any]) -> Array:
    """Return an object array of one axis, whatever the values are."""
    return np.fromiter(values, dtype=object, count=len(values))


class Column:
    """An attribute of a kind of agent.

    `vector` reads it for rows of a model; `scalar` for one row (where it is left out, the vector form of one row, so
    that the two cannot differ). `decode` (model, code) says what a code stands for. `write` (model, rows, value) sets
    it; without one it is read-only. `unit` and `doc` are for the reader.
    """

    def __init__(
        self,
        vector: Callable[[Any, Rows], Array],
        scalar: Callable[[Any, int], Any] | None = None,
        *,
        unit: str = "-",
        doc: str = "",
        decode: Callable[[Any, int], Any] | None = None,
        write: Callable[[Any, Rows, Any], None] | None = None,
    ) -> None:
        self.vector = vector
        self.scalar = scalar
        self.unit = unit
        self.decode = decode
        self.write = write
        self.__doc__ = f"{doc} [{unit}]"

    def __get__(self, agent: Any, owner: type[Any]) -> Any:
        if agent is None:
            return self
        model, row = agent.model, agent.row
        if self.scalar is not None:
            return self.scalar(model, row)
        value = self.vector(model, range(row, row + 1))[0].item()
        return value if self.decode is None else self.decode(model, value)

    def read(self, model: Any, rows: Rows) -> Reading:
        """Read the attribute of many agents."""
        codes = widened(self.vector(model, rows))
        decode = self.decode
        return Reading(codes=codes, decode=None if decode is None else lambda code: decode(model, code))
