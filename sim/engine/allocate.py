"""How a state begins: without disputes, at tick 0, its columns in a block of their own beside those it shares.

What is the same for all runs of a ground and a horizon is worked out once: where columns lie, and the words that tell
kernels so; a run fills in where its own memory is.
"""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import numpy.typing as npt

from sim.engine.block import Block
from sim.engine.marks import SERIES
from sim.engine.state import APART, GROWING, PASSING, Columns, State, fixed_sizes, rows_of, shape_of
from sim.engine.tables import ROWED, Table
from sim.jit import address_of

if TYPE_CHECKING:
    from sim.engine.ground import Ground

    Array = npt.NDArray[Any]

DAYS_BEFORE: Final = 730
"""Days whose candidates are about as many as the starting stocks: for the memory that tables reserve, nothing else."""

_OWN: Final = tuple(column for column in APART if column.group not in {"world", "lever"})
_LEVERS: Final = tuple(column.name for column in APART if column.group == "lever")


class Layout:
    """Of all runs of a ground with a horizon of `ticks`: sizes, the block of their own columns, words of the record."""

    __slots__ = ("_block", "_expected", "_places", "_shared", "_sizes", "_steps", "_which", "_words")

    def __init__(self, ground: Ground, levers: dict[str, Array], ticks: int) -> None:
        n_levels = int(ground.p.n_levels)
        self._sizes = GROWING | fixed_sizes(ground, ticks)
        shapes = {column.name: shape_of(column, self._sizes[column.axis], n_levels) for column in _OWN}
        assert len(SERIES) <= shapes["series"][1], "more series than the column is wide"
        self._expected = int(ground.candidates_a_day * (ticks + DAYS_BEFORE))
        self._block = Block(_OWN, shapes, PASSING)
        self._shared = {column.name: ground.columns[column.name] for column in APART if column.group == "world"}
        _, own = self._block.fresh()
        tables = self._tables()
        self._words = State.words({**rows_of(tables), **self._shared, **levers, **own})
        offsets = self._block.offsets
        moving = [(name, offsets[name]) for name in offsets] + [(name, 0) for name in (*rows_of(tables), *_LEVERS)]
        # of every address that is a run's own: its place, which memory it lies in (0: the block), how far on
        found = [
            (place, 0 if name in offsets else which - len(offsets) + 1, offset + step)
            for which, (name, offset) in enumerate(moving)
            for place, step in State.PLACES[name]
        ]
        self._places, self._which, steps = np.array(found, dtype=np.int64).T
        self._steps = steps.astype(np.uint64)

    def begin(self, levers: dict[str, Array]) -> Columns:
        """A state whose columns hold their start values."""
        tables = self._tables()
        address, own = self._block.fresh()
        rows = rows_of(tables)
        words = self._words.copy()
        begins = [address, *map(address_of, rows.values()), *(address_of(levers[name]) for name in _LEVERS)]
        words[self._places] = np.array(begins, dtype=np.uint64)[self._which] + self._steps
        values = ChainMap(self._shared, levers, cast("dict[str, Array]", own))  # nobody writes into it
        return Columns(values, tables, words)

    def _tables(self) -> list[Table]:
        return [Table(axis, self._sizes[axis], self._expected if axis in GROWING else 0) for axis in ROWED]


def allocate(ground: Ground, levers: dict[str, Array], seed: int, ticks: int, burn_in: int = 0) -> Columns:
    """A state at tick 0 without disputes: world and lever columns by reference, the rest fresh. `ticks` = horizon."""
    sizes = (ticks, *GROWING.values())
    layout = ground.layouts.get(sizes)
    if layout is None:
        layout = ground.layouts[sizes] = Layout(ground, levers, ticks)
    state: Columns = layout.begin(levers)
    state.seed[0] = np.uint64(seed)
    state.burn_in[0] = burn_in
    state.cell_stem[:] = ground.stems(seed)
    state.runs_forum[:] = ground.runs_forum
    return state
