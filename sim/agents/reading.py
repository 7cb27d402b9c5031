"""Reading an attribute of many agents at once: from its column where it has one, else agent by agent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

import numpy as np

from sim.agents.columns import Array, Column, Reading, Rows, listed, objects, take
from sim.agents.refusals import unknown
from sim.agents.view import View

MISSING: Final = object()


def read(model: Any, kind: type[View], rows: Rows, name: str, default: Any = MISSING) -> Reading:
    """Return attribute `name` of rows of one kind. Raises UnknownName (an AttributeError) unless a default is given."""
    column = getattr(kind, name, None)
    if isinstance(column, Column):
        return column.read(model, rows)
    own = model.own.find(kind, name)
    if own is not None:
        return Reading(codes=np.array(take(own, rows)))
    if name == "unique_id":
        return Reading(codes=listed(rows) + (model.census.first(kind) + 1))
    if not hasattr(kind, name):
        if default is MISSING:
            raise unknown(kind, name)
        return Reading(codes=objects([default] * len(rows)))
    plain = rows if isinstance(rows, range) else rows.tolist()
    return Reading(codes=objects([getattr(kind.at(model, row), name) for row in plain]))


def joined(parts: list[tuple[Any, Reading]], length: int) -> Reading:
    """Put readings of several kinds into one: each part is (positions, reading)."""
    if len(parts) == 1 and parts[0][1].codes.shape[0] == length:
        return parts[0][1]
    plain = {reading.codes.dtype for _, reading in parts if reading.decode is None}
    if len(plain) == 1 and all(reading.decode is None for _, reading in parts):
        whole: Array = np.empty(length, dtype=plain.pop())
        for positions, reading in parts:
            whole[positions] = reading.codes
        return Reading(codes=whole)
    mixed: Array = np.empty(length, dtype=object)
    for positions, reading in parts:
        mixed[positions] = objects(reading.to_list())
    return Reading(codes=mixed)


def summary(func: Callable[[Any], Any] | Iterable[Callable[[Any], Any]], reading: Reading) -> Any:
    """Apply an aggregating function, or each of several, to the values.

    A function gets a list of Python values, as with any Mesa set. NumPy's own get the array of them, which gives the
    same answer some fifty times quicker; so do min, max and (for whole numbers) sum, whose order does not matter.
    """
    if callable(func):
        return _one(func, reading)
    return [_one(each, Reading(codes=reading.codes.copy(), decode=reading.decode)) for each in func]


def _one(func: Callable[[Any], Any], reading: Reading) -> Any:
    if reading.numeric:
        if _is_numpy(func):
            return func(reading.codes)
        if len(reading.codes) and (quick := _exact(func, reading.codes)) is not None:
            return quick(reading.codes).item()
    return func(reading.to_list())


def _exact(func: Any, codes: Array) -> Any:
    """Return NumPy's form of a built-in where both give the same answer to the bit."""
    if func is sum and codes.dtype.kind == "i":
        return np.sum
    return {min: np.min, max: np.max}.get(func) if isinstance(func, type(min)) else None


def _is_numpy(func: Any) -> bool:
    inner = func.func if isinstance(func, partial) else func
    return isinstance(inner, np.ufunc) or str(getattr(inner, "__module__", "")).partition(".")[0] == "numpy"
