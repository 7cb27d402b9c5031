"""The state: one record of arrays made from the column table, how it is allocated, and how it grows.

Kernels cannot grow arrays: they return before touching the day, `grow` replaces columns, and the day starts again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.engine.columns import COLUMNS, WORLD, Column
from sim.engine.marks import COUNTS, SERIES
from sim.jit import record_class
from sim.rules.arise import CHUNK_MEAN, zero_probability

if TYPE_CHECKING:
    from sim.world import World

    Array = npt.NDArray[Any]

GROWING: Final = {
    # axis: rows at the start; each grows by half, or to what is needed
    "dispute": 4096,
    "filing": 4096,
    "cause": 4096,
    "cause_slot": 16384,
    "pressure": 16384,
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


def allocate(world: World, levers: dict[str, Array], p: Any, seed: int, ticks: int) -> Columns:
    """A state at tick 0 without disputes: world and lever columns by reference, the rest fresh. `ticks` = horizon."""
    n_levels = int(p.n_levels)
    sizes = dict(GROWING) | fixed_sizes(world, n_levels, ticks)
    shared = world_columns(world, p)
    values: dict[str, Array] = {}
    for column in COLUMNS:
        if column.group == "world":
            values[column.name] = shared[column.name]
        elif column.group == "lever":
            values[column.name] = levers[column.name]
        else:
            values[column.name] = empty(column, sizes[column.axis], n_levels)
    values["seed"][0] = np.uint64(seed)
    homes = np.flatnonzero(world.hh_start[1:] > world.hh_start[:-1])
    for slot in np.flatnonzero(p.forum_of_slot):
        values["runs_forum"][world.anc[homes, slot]] = 1
    assert len(SERIES) <= values["series"].shape[1], "more series than the column is wide"
    return Columns(values)


def fixed_sizes(world: World, n_levels: int, ticks: int) -> dict[str, int]:
    """Rows of the axes that never grow."""
    places = len(world.place_key)
    return {
        "place": places,
        "line": places * (n_levels + 1),
        "resident": len(world.res_household),
        "tick": ticks + 1,
        "count": len(COUNTS),
        "phase": 8,
        "one": 1,
    }


def world_columns(world: World, p: Any) -> dict[str, Array]:
    """The world's columns as kernels want them, with the cells of candidate grievances (place x type)."""
    start, end = _below(world)
    values = {c.name: getattr(world, c.name) for c in WORLD if hasattr(world, c.name)}
    values["below_start"], values["below_end"] = start, end
    values.update(candidate_cells(world, p))
    for column in WORLD:
        values[column.name] = np.require(values[column.name], dtype=column.dtype, requirements=["C", "W"])
    return values


def _below(world: World) -> tuple[Array, Array]:
    """Household rows below each place, as a range (leaves are ordered depth first)."""
    start = np.asarray(world.hh_start[:-1], dtype=np.int32).copy()
    end = np.asarray(world.hh_start[1:], dtype=np.int32).copy()
    low = np.where(end > start, start, np.iinfo(np.int32).max)
    high = np.where(end > start, end, 0)
    for row in range(len(low) - 1, 0, -1):
        above = world.place_parent[row]
        low[above] = min(low[above], low[row])
        high[above] = max(high[above], high[row])
    return np.minimum(low, high).astype(np.int32), high.astype(np.int32)


def candidate_cells(world: World, p: Any) -> dict[str, Array]:
    """Cells (place, type) that can bring candidates, with mean a day per piece, its chance of none, and the pieces."""
    adults = adults_of_places(world)
    places = np.flatnonzero(adults > 0)
    rate = p.type_rate * p.incidence_majorant / p.voice_share / 365.0
    mean = (adults[places, None] * rate[None, :]).ravel()
    types = np.tile(np.arange(len(rate)), len(places))
    keep = mean > 0.0
    pieces = np.ceil(mean[keep] / CHUNK_MEAN).astype(np.int32)
    piece_mean = mean[keep] / pieces
    return {
        "cell_mean": piece_mean,
        "cell_zero": np.array([zero_probability(float(m)) for m in piece_mean], dtype=np.float64),
        "cell_place": np.repeat(places, len(rate))[keep].astype(np.int32),
        "cell_type": types[keep].astype(np.int32),
        "cell_pieces": pieces,
    }


def adults_of_places(world: World) -> Array:
    """Adults living in each place, float64[n_places]."""
    total = np.concatenate([[0], np.cumsum(world.res_adult, dtype=np.int64)])
    first = world.hh_first[world.hh_start]
    counts: Array = (total[first[1:]] - total[first[:-1]]).astype(np.float64)
    return counts


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
