"""`python -m benchmarks.compile`: how long every kernel takes to compile, in an empty cache folder.

A kernel's time is its own: what it makes others compile while it is typed is theirs. The last line is the total;
`python -m benchmarks.compile all` lists every kernel instead of the slowest, as CI does.
"""

from __future__ import annotations

import sys
from typing import Final

from benchmarks.fresh import cold_bench, progress
from benchmarks.machine import machine, state
from benchmarks.table import print_table, seconds

SHOWN: Final = 15
"""Kernels listed unless all are asked for."""


def main(asked: list[str]) -> None:
    """Print the table and the total."""
    print(f"{machine()}\n{state()}")
    with cold_bench() as bench:
        progress("compiling into an empty folder")
        found = bench.job("compile_and_listen")
    kernels = sorted(found["kernels"].items(), key=lambda item: -item[1][0])
    shown = kernels if "all" in asked else kernels[:SHOWN]
    rows = [[f"`{name}`", seconds(spent), bodies] for name, (spent, bodies) in shown]
    print_table("Compile time by kernel", ["kernel", "own time", "bodies"], rows)
    total, bodies = sum(spent for _, (spent, _) in kernels), sum(n for _, (_, n) in kernels)
    print(
        f"\ncompile total: {total:.1f} s for {len(kernels)} kernels ({bodies} bodies); "
        f"in one process, with imports: {found['process_seconds']:.1f} s"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
