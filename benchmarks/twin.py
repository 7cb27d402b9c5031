"""`python -m benchmarks.twin`: the engine beside the readable twin on one small world, with one history.

With every process, and with those of the walking skeleton. Times go from the start of the days to the digest; beside
them stand the days alone, without the ordering and hashing of the history, which prove that both are one.

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
    best = min(fast, again, key=lambda one: one["seconds"][1])
    sides = (("engine", best), ("engine, JIT off", plain), ("twin", slow))
    rows = [_row(kind, told, fast["residents"] * days, best) for kind, told in sides]
    size = f"{whole(fast['residents'])} residents, {days} days"
    title = f"{name}: {size}, {whole(slow['disputes'])} grievances, {whole(slow['events'])} events"
    heads = ["", "time", "CPU", "CPU per resident-day", "against the engine", "days alone", "against the engine"]
    print_table(title, heads, rows)
    print(f"\none digest: {digests.pop()}")


def _row(name: str, told: dict[str, Any], resident_days: int, best: dict[str, Any]) -> list[str]:
    wall, processor = told["seconds"]
    against, alone = (f"{of(told) / of(best):,.0f} ×" if told is not best else "1" for of in (_processor, _days_alone))
    per_day = seconds(processor / resident_days)
    return [name, seconds(wall), seconds(processor), per_day, against, seconds(_days_alone(told)), alone]


def _processor(told: dict[str, Any]) -> float:
    return float(told["seconds"][1])


def _days_alone(told: dict[str, Any]) -> float:
    return float(told["seconds"][1] - told["digest_seconds"][1])


if __name__ == "__main__":
    main(sys.argv[1:])
