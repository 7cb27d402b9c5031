"""A record and three kernels at module level, as the engine has them; the tests of `sim.jit` run them."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.draws import child_id, key, pack
from sim.jit import inner, njit, record_class

VISITOR = np.dtype(
    {"names": ["since", "age", "rooms", "known"], "formats": ["f8", "i2", ("u1", (3,)), "b1"],
     "offsets": [0, 8, 10, 13], "itemsize": 24}
)  # fmt: skip
"""A row of a table: cells of four widths, one of them three wide, and a gap at the end."""

Example = record_class(
    "Example",
    __name__,
    {
        "mood": "f8[:]",
        "belief": "f8[:,:]",
        "forum": "i2[:]",
        "id": "u8[:]",
        "flag": "b1[:]",
        "count": "i4[:]",
        "now": "i8",
        "seed": "u8",
        "rate": "f8",
        "open": "b1",
        "visitors": VISITOR,
    },
)


def fresh(n: int = 4) -> Any:
    """Return a record of n rows."""
    return Example(
        mood=np.arange(n, dtype=np.float64),
        belief=np.ones((2, n)),
        forum=np.zeros(n, np.int16),
        id=np.arange(n, dtype=np.uint64) + np.uint64(2**63),
        flag=np.zeros(n, np.bool_),
        count=np.zeros(n, np.int32),
        now=3,
        seed=2**64 - 1,
        rate=0.25,
        open=True,
        visitors=np.zeros(n, VISITOR),
    )


@njit
def cheer(record: Any, row: int, by: float) -> None:
    """Write a cell and the clock."""
    record.mood[row] = float(record.mood[row]) + by
    record.belief[1, row] = float(record.mood[row]) / 3.0
    record.count[row] += 1
    record.flag[row] = True
    record.now = record.now + 1


@njit
def visit(record: Any, row: int, room: int, days: float) -> None:
    """Write every column of a row of the table."""
    record.since[row] = float(record.since[row]) + days
    record.age[row] += 1
    record.rooms[row, room] = int(record.rooms[row, room]) + 2
    record.known[row] = record.age[row] > 1


@njit
def luck(record: Any, row: int, visit: int) -> int:
    """Key a draw by cells of three widths."""
    counter = pack(record.forum[row], record.count[row], visit, 3)
    return key(record.seed, 5, child_id(2, record.id[row], visit), counter)


@inner
def third(a: int, b: float) -> float:
    """Divide by three; only other kernels call it."""
    return (a + b) / 3.0


@njit
def thirds(record: Any, row: int) -> float:
    """Call one kernel with whole numbers of four widths, two of them literals."""
    total = third(1, 2.0) + third(2, float(record.mood[row]))
    total = total + third(record.forum[row], 0.5)
    total = total + third(record.count[row], 0.5)
    return total + third(record.now, record.rate)
