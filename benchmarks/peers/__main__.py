"""`python -m benchmarks.peers`: the same small society in plain Mesa, the same queue network in SimPy and in Ciw.

First it is checked that they agree: one digest for the society, one departure a customer for the queues. Then time and
memory per dispute stand beside each other, as ratios, which are the same on a slow machine. `… peers society` or
`… peers queues` does one of the two.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from benchmarks.fresh import Bench, progress
from benchmarks.machine import machine, state
from benchmarks.table import print_table, seconds, whole

JOBS: Final = "benchmarks.peers.jobs"
SOCIETY: Final = str(Path(__file__).parents[1] / "twenty_thousand.toml")
DAYS, SEED, CUSTOMERS = 365, 1, 30_000
MONTH = 30


def main(asked: list[str]) -> None:
    """Print the tables; kernels and worlds are taken from, and kept in, the user's own cache."""
    from sim.jit import kernel_cache_dir

    bench = Bench(cache=kernel_cache_dir().parents[1])
    print(f"{machine()}\n{state()}")
    progress("kernels, if they are not there")
    bench.job("compile_everything")
    if not asked or "society" in asked:
        _society(bench)
    if not asked or "queues" in asked:
        _queues(bench)


def _society(bench: Bench) -> None:
    given = {"module": JOBS, "scenario": SOCIETY, "ticks": DAYS, "seed": SEED}
    progress("society: engine")
    engine = bench.job("society_engine", **given)
    progress("society: plain Mesa, for a month, so that the rules it calls are compiled and kept")
    bench.job("society_mesa", **given | {"ticks": MONTH})
    progress("society: plain Mesa")
    mesa = bench.job("society_mesa", **given)
    if engine["digest"] != mesa["digest"]:
        raise SystemExit(f"the histories differ: {engine['digest'][:12]} and {mesa['digest'][:12]}")
    number = int(mesa["disputes"])
    title = f"One society, one history: {whole(engine['residents'])} residents, {DAYS} days, {number:,} grievances"
    _print(title, "grievance", number, {"fengqiao": engine, "plain Mesa (the twin)": mesa})
    print(f"\nagree: one digest, {mesa['digest'][:16]}…")


def _queues(bench: Bench) -> None:
    with tempfile.TemporaryDirectory(prefix="fengqiao-peers-") as folder:
        kept = str(Path(folder) / "given.npz")
        found: dict[str, Any] = {}
        progress("queues: engine")
        found["fengqiao, its lines alone"] = bench.job("queue_engine", module=JOBS, customers=CUSTOMERS, kept=kept)
        for name, label in (("simpy", "SimPy"), ("ciw", "Ciw")):
            progress(f"queues: {label}")
            found[label] = bench.job(f"queue_{name}", module=JOBS, kept=kept)
        apart = bench.job("queue_agreement", module=JOBS, kept=kept)
    if apart["simpy_ciw"] > 1e-6 or apart["engine_most"] > 2.0 or apart["engine_equal"] < 0.9:
        raise SystemExit(f"the three queues disagree: {apart}")
    _print(f"One queue network: 31 lines at load 0.9, {CUSTOMERS:,} customers", "customer", CUSTOMERS, found)
    print(
        f"\nagree: SimPy and Ciw to {apart['simpy_ciw']:.1g} days; the engine, in whole days, on the same day "
        f"for {apart['engine_equal']:.1%} of customers, never more than {apart['engine_most']:.0f} days apart (a line "
        f"that is not empty keeps unused minutes). Mean days in line: "
        + ", ".join(f"{name} {one['mean_days']:.2f}" for name, one in found.items())
    )


def _print(title: str, unit: str, number: int, found: dict[str, Any]) -> None:
    first = next(iter(found.values()))
    rows = []
    for name, one in found.items():
        memory = one["mb"] * 1e6 / number
        rows.append(
            [
                name,
                seconds(one["seconds"]),
                seconds(one["seconds"] / number),
                f"{one['seconds'] / first['seconds']:,.3g} ×",
                f"{memory:,.0f} B",
                f"{one['mb'] / first['mb']:,.2g} ×" if first["mb"] > 0.5 else "-",
            ]
        )
    print_table(title, ["", "CPU", f"CPU a {unit}", "ratio", f"memory a {unit}", "ratio"], rows)


if __name__ == "__main__":
    main(sys.argv[1:])
