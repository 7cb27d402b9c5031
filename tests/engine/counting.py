"""How often the day reads and writes each group of columns, with the JIT off: `python -m tests.engine.counting`.

The engine's own counters (`touch`) say how many rows each phase handled; here every cell is counted by the array it
lies in, so that a loop over residents or over a backlog could not hide from them. Prints one JSON document:
{society: {axis: accesses}} for few and many residents and for short and long lines.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

from sim.engine.columns import COLUMNS
from sim.engine.run import Run
from sim.engine.state import Columns
from sim.jit import JIT
from tests.engine.crowds import TIMES, crowd, plant_backlog

AXIS = {column.name: column.axis for column in COLUMNS}
TALLY: Counter[str] = Counter()


class Counted:
    """An array that counts each access to a cell."""

    __slots__ = ("array", "axis")

    def __init__(self, array: Any, axis: str) -> None:
        self.array, self.axis = array, axis

    def __getitem__(self, at: Any) -> Any:
        TALLY[self.axis] += 1
        return self.array[at]

    def __setitem__(self, at: Any, value: Any) -> None:
        TALLY[self.axis] += 1
        self.array[at] = value

    @property
    def shape(self) -> Any:
        """The array's own; asking costs nothing."""
        return self.array.shape


def count_accesses() -> None:
    """From now on hand kernels counted columns."""
    plain: Any = Columns.record.fget

    def counted(columns: Any) -> Any:
        record = plain(columns)
        for name, axis in AXIS.items():
            if not isinstance(getattr(record, name), Counted):
                setattr(record, name, Counted(getattr(record, name), axis))
        return record

    Columns.record = property(counted)  # type: ignore[assignment, misc]


def days(run: Run, number: int) -> dict[str, int]:
    """Accesses by axis of `number` days."""
    TALLY.clear()
    run.advance(number)
    return dict(TALLY)


def main() -> None:
    """Print the counts of a crowded fortnight, and of two days more with and without a backlog behind the last."""
    assert not JIT, "compiled kernels cannot be counted"
    count_accesses()
    few, many = (Run(*crowd(times), seed=4) for times in (1, TIMES))
    told = {"few residents": days(few, 14), "many residents": days(many, 14)}
    for name, cases in (("short lines", 0), ("long lines", 300)):
        run = few.branch(())
        plant_backlog(run, int(run.state.line_length.argmax()), cases)
        told[name] = days(run, 2)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
