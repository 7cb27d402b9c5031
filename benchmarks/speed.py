"""`python -m benchmarks.speed`: time and memory of building and running, each figure from a process of its own.

    python -m benchmarks.speed                    everything, about five minutes
    python -m benchmarks.speed zhuji classroom    only these parts

What is measured is in `jobs`; the figures that count, and the goals they are held against, are in `RESULTS.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.fresh import Bench, cold_bench, progress
from benchmarks.machine import machine, state
from benchmarks.skeleton import ARMS
from benchmarks.table import print_table, seconds, whole

YEAR: Final = 365
REPEATS: Final = 3
"""Fresh processes per figure; the median is printed."""

WALL, PROCESSOR = 0, 1
THREE_YEARS: Final = 3 * YEAR
FIVE_YEARS: Final = 5 * YEAR
LONG: Final = {"time.burn_in": 3 * YEAR}
"""The default horizon is four years; five are run."""

SCARCE: Final = {
    # arrivals exceed the hours of every forum for years; the longest clocks, so that lines grow as long as they may
    **LONG,
    "overloaded": "allowed",
    "staff.committee": 0.15,
    "staff.office": 4.0,
    "staff.petition": 5.0,
    "staff.court": 50.0,
    "clocks.committee": 60,
    "clocks.office": 60,
}


def yardstick(bench: Bench) -> None:
    """What the machine itself is worth today: the rows below are in proportion to these."""
    progress("yardstick")
    found = bench.job("yardstick")
    print_table("Yardstick of the machine", list(found), [[f"{nanoseconds:.1f} ns" for nanoseconds in found.values()]])


def first_use(bench: Bench) -> None:
    """The first command with an empty cache, as a user waits for it, and the same command again."""
    rows = []
    for what in ("first, kernels compiled beside each other", "again, everything kept"):
        progress(f"fengqiao run classroom: {what}")
        with TemporaryDirectory(prefix="fengqiao-bench-run-") as folder:
            waited, processor = bench.command_and_processor("run", "classroom", "--out", f"{folder}/run")
        rows.append([what, seconds(waited), seconds(processor)])
    print_table("`fengqiao run classroom`, whole command", ["", "by the clock", "CPU of all its processes"], rows)
    bench.job("compile_everything")  # takes the path of each later measurement once


def build(bench: Bench) -> None:
    """Worlds: drawn anew, and mapped from the cache."""
    rows = []
    for name in ("zhuji", "shaoxing"):
        cold, kept = [], []
        for _ in range(REPEATS):
            bench.forget_worlds()
            progress(f"build {name}")
            cold.append(bench.job("build", scenario=name))
            kept.append(bench.job("build", scenario=name))
        rows.append(
            [
                name,
                whole(cold[0]["residents"]),
                *_both(cold, "building"),
                *_both(kept, "building"),
                f"{max(one['peak_mb'] for one in cold):.0f} MB",
            ]
        )
    print_table("Building a world", ["", "residents", "drawn", "CPU", "from the cache", "CPU", "peak"], rows)


def zhuji(bench: Bench) -> None:
    """Zhuji, one resident for one resident, three years."""
    for arm, overrides in ARMS.items():
        title = f"Zhuji, three years, world from the cache, {arm}"
        _run_table(bench, title, "zhuji", THREE_YEARS, overrides, forget=False)


def shaoxing(bench: Bench) -> None:
    """Shaoxing, five years, with the build."""
    for arm, overrides in ARMS.items():
        title = f"Shaoxing, five years, world drawn anew, {arm}"
        _run_table(bench, title, "shaoxing", FIVE_YEARS, LONG | overrides, forget=True)


def classroom(bench: Bench) -> None:
    """A small world, one year, many runs in one process after a warm-up."""
    rows = []
    for arm, overrides in ARMS.items():
        progress(f"classroom, {arm}")
        found = [bench.job("many_small", runs=200, overrides=overrides) for _ in range(REPEATS)]
        one = found[0]
        row = [arm, whole(one["residents"]), *_both(found, "run"), *_both(found, "days")]
        rows.append([*row, f"{one['voiced']:.0f}", f"{one['events']:.0f}"])
    head = ["classroom", "residents", "a run", "CPU", "the days", "CPU", "voiced disputes a year", "events a run"]
    print_table("A small world, one year, median of 200 runs in one process after 20", head, rows)


def overloaded(bench: Bench) -> None:
    """Cost of a day where lines grow for years: it follows what is served and lodged, not what waits."""
    progress("overloaded")
    arms = {"as it is": LONG, "a quarter of the hours": SCARCE}
    found = bench.job("overload", arms=arms, ticks=FIVE_YEARS)
    rows = []
    for name in arms:
        for year, one in enumerate(found[name], start=1):
            served, lodged, touched = (f"{one[what]:.0f}" for what in ("sessions", "lodged", "touched"))
            day, busy = one["day"]
            row = [f"{name}, year {year}", served, lodged, whole(one["in_line"]), touched]
            rows.append([*row, seconds(day), seconds(busy), seconds(busy / one["touched"])])
    head = ["Zhuji", "sessions a day", "cases a day", "in line at the end", "touches a day", "a day", "CPU", "a touch"]
    print_table("Arrivals above capacity for years", head, rows)


def workers(bench: Bench) -> None:
    """One worker beside two, on the same tasks."""
    progress("workers")
    bench.job("build", scenario="zhuji")
    found = bench.job("side_by_side", tasks=8, ticks=4 * YEAR)
    row = ["8 seeds of Zhuji, four years", seconds(found["alone"]), seconds(found["together"])]
    row.append(f"{found['alone'] / found['together']:.2f} ×")
    print_table("Two workers", ["", "one", "two", "speed-up"], [row])


def commands(bench: Bench) -> None:
    """What a user waits for before anything runs."""
    progress("commands")
    asked = ("--help", "scenarios", "scenario show zhuji")
    rows = [[f"`fengqiao {words}`", seconds(median(_times(bench, words)))] for words in asked]
    print_table("Commands that run nothing, whole process", ["", "seconds"], rows)


def _times(bench: Bench, words: str) -> list[float]:
    return [bench.command(*words.split()) for _ in range(5)]


def _run_table(bench: Bench, title: str, name: str, ticks: int, overrides: dict[str, Any], *, forget: bool) -> None:
    found = []
    for _ in range(REPEATS):
        if forget:
            bench.forget_worlds()
        progress(title)
        found.append(bench.job("years", scenario=name, ticks=ticks, overrides=overrides))
    counted = bench.job("events", scenario=name, ticks=ticks, overrides=overrides)
    if {one["digest"] for one in found} != {counted["digest"]}:
        raise SystemExit(f"{name}: the same run gave two histories")
    for one in found:
        one["whole"] = [sum(parts) for parts in zip(one["building"], one["starting"], one["running"], strict=True)]
    rows = [
        ["world", *_both(found, "building")],
        ["starting stocks", *_both(found, "starting")],
        [f"{ticks} days", *_both(found, "running")],
        ["world, stocks and days", *_both(found, "whole")],
        ["whole process, imports included", seconds(median(one["process_seconds"] for one in found)), ""],
        ["per event", "", seconds(_mid(found, "running", PROCESSOR) / counted["events"])],
        ["peak memory", f"{max(one['peak_mb'] for one in found):.0f} MB", ""],
        ["voiced disputes a year", whole(found[0]["voiced_a_year"]), ""],
        ["grievances, starting stocks included", whole(found[0]["grievances"]), ""],
        ["events", whole(counted["events"]), ""],
    ]
    print_table(title, [name, "", "CPU"], rows)


def _mid(found: list[dict[str, Any]], what: str, clock: int) -> float:
    return float(median(one[what][clock] for one in found))


def _both(found: list[dict[str, Any]], what: str) -> tuple[str, str]:
    return seconds(_mid(found, what, WALL)), seconds(_mid(found, what, PROCESSOR))


PARTS: Final[dict[str, Callable[[Bench], None]]] = {
    "yardstick": yardstick,
    "build": build,
    "zhuji": zhuji,
    "classroom": classroom,
    "overloaded": overloaded,
    "workers": workers,
    "commands": commands,
    "shaoxing": shaoxing,
}


def main(asked: Sequence[str]) -> None:
    """Measure the parts that are asked for, all of them by default."""
    unknown = [name for name in asked if name not in PARTS]
    if unknown:
        raise SystemExit(f"benchmarks.speed: a part must be one of {', '.join(PARTS)}, got {', '.join(unknown)}.")
    print(f"{machine()}\n{state()}")
    with cold_bench() as bench:
        first_use(bench)
        for name in asked or PARTS:
            PARTS[name](bench)


if __name__ == "__main__":
    main(sys.argv[1:])
