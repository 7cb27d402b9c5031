"""`python -m benchmarks.twin`: the engine beside the readable twin on one small world, with one history.

With every process, and with those of the walking skeleton. Times go from the start of the days to the digest.

The twin is plain Mesa and visits every resident and every open dispute every day; it is never slowed on purpose. Beside
it stands the engine with the JIT off, which is the same source as plain Python: the first ratio is what the engine's
way of working and the compiler bring together, the second what the compiler brings alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

from benchmarks.fresh import Bench, cold_bench, progress
from benchmarks.machine import machine, state
from benchmarks.skeleton import ARMS
from benchmarks.table import print_table, seconds, whole

SMALL_WORLD: Final = str(Path(__file__).with_name("twenty_thousand.toml"))
DAYS: Final = 365
REPEATS: Final = 9
"""Runs of the compiled engine in its process; the median counts. The slow two are run once: theirs are long."""


def main(asked: list[str]) -> None:
    """Print the tables; `python -m benchmarks.twin DAYS` takes another length."""
    days = int(asked[0]) if asked else DAYS
    print(f"{machine()}\n{state()}")
    with cold_bench() as bench:
        progress("compiling")
        bench.job("compile_everything")
        for name, changed in ARMS.items():
            _table(bench, name, changed, days)


def _table(bench: Bench, name: str, changed: dict[str, Any], days: int) -> None:
    given = {"scenario": SMALL_WORLD, "ticks": days, "changed": changed}
    progress(f"{name}: engine")
    fast = bench.job("engine", repeats=REPEATS, **given)
    progress(f"{name}: engine, JIT off")
    plain = bench.job("engine", repeats=1, environment={"NUMBA_DISABLE_JIT": "1"}, **given)
    progress(f"{name}: twin")
    slow = bench.job("twin", **given)
    again = bench.job("engine", repeats=REPEATS, **given)
    digests = {one["digest"] for one in (fast, plain, slow, again)}
    if len(digests) != 1:
        raise SystemExit(f"the histories are not one: {sorted(digests)}")
    best = min(fast["seconds"], again["seconds"], key=lambda pair: pair[1])
    measured = (("engine", best), ("engine, JIT off", plain["seconds"]), ("twin", slow["seconds"]))
    rows = [_row(kind, taken, fast["residents"] * days, best) for kind, taken in measured]
    size = f"{whole(fast['residents'])} residents, {days} days"
    title = f"{name}: {size}, {whole(slow['disputes'])} grievances, {whole(slow['events'])} events"
    print_table(title, ["", "time", "CPU", "CPU per resident-day", "against the engine"], rows)
    print(f"\none digest: {digests.pop()}")


def _row(name: str, taken: list[float], resident_days: int, best: list[float]) -> list[str]:
    wall, processor = taken
    against = "1" if taken == best else f"{processor / best[1]:,.0f} ×"
    return [name, seconds(wall), seconds(processor), seconds(processor / resident_days), against]


if __name__ == "__main__":
    main(sys.argv[1:])
