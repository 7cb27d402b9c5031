"""The two tasks of a comparison, as workers do them: the burn-in of a seed, and one arm from its end to the end.

The burn-in is run once per seed and kept as a checkpoint; every arm of the seed branches from it. A task returns plain
data only; what is large goes to files.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sim.studies.worker import count_days

if TYPE_CHECKING:
    from sim.analysis import LineLoad, Match, Summary
    from sim.engine.run import Run
    from sim.policies import Arm
    from sim.records import Records, Series
    from sim.scenario import Scenario
    from sim.world import World

CHUNK: Final = 30
"""Days between two words about progress; histories do not depend on it."""

TESTED: Final = 360
"""Last days of the burn-in over which the load is measured, as for the stationarity test (definitions 4)."""

_world: list[tuple[str, World]] = []
"""The one world that this process holds, by fingerprint of its scenario."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BurnIn:
    """The end of a burn-in: daily counts for the stationarity test, and the load of the lines."""

    seed: int
    series: Series
    loads: tuple[LineLoad, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Followed:
    """The end of an arm: its summary, how it matches the baseline (None for the baseline itself), its digest."""

    arm: str
    seed: int
    summary: Summary
    match: Match | None
    digest: str


def world_of(scenario: Scenario) -> World:
    """Return the world of a scenario, kept in this process for the tasks that follow."""
    from sim.world import build_world

    if not _world or _world[0][0] != scenario.fingerprint:
        _world[:] = [(scenario.fingerprint, build_world(scenario))]
    return _world[0][1]


def go_on(run: Run, ticks: int, heard: Callable[[int], None] = count_days) -> None:
    """Advance in chunks, so that somebody can watch."""
    end = min(run.tick + ticks, run.horizon)
    while run.tick < end:
        step = min(CHUNK, end - run.tick)
        run.advance(step)
        heard(step)


def burn_in(scenario: Scenario, seed: int, days: int, scratch: str) -> BurnIn:
    """Run the baseline of `seed` for `days` days, keep its checkpoint in `scratch`, and tell what it settled to."""
    from sim.analysis import load
    from sim.engine.run import Run
    from sim.records import take_records

    run = Run(scenario, world_of(scenario), seed=seed, burn_in=days)
    go_on(run, days)
    run.save(Path(checkpoint_of(Path(scratch), seed)))
    records = take_records(run)
    return BurnIn(seed=seed, series=records.series, loads=load(records, -min(TESTED, days), 0))


def follow(scenario: Scenario, arm: Arm, seed: int, scratch: str, folder: str, tables: bool) -> Followed:
    """Branch `arm` from the checkpoint of `seed`, run it to the end, and write its run folder where one is named.

    `tables` keeps the ledgers in it. The baseline leaves its records in `scratch`, so it comes before the other arms.
    """
    from sim.analysis import match, summarise
    from sim.engine.run import Run
    from sim.records import take_records, write_run

    start = Run.load(Path(checkpoint_of(Path(scratch), seed)), scenario, world_of(scenario))
    run = start.branch(arm.policies)
    del start
    go_on(run, run.horizon - run.tick)
    records = take_records(run)
    summary = summarise(records)
    if folder:
        # A worker that was killed after this line left a whole run without an answer: it is written again.
        write_run(Path(folder), records, scenario, arm, indicators=summary.indicators, tables=tables, replace=True)
    matched = None
    if arm.policies:
        matched = match(_kept_baseline(scratch, seed), records)
    else:
        _keep_baseline(scratch, seed, records)
    return Followed(arm=arm.spec, seed=seed, summary=summary, match=matched, digest=run.digest)


def checkpoint_of(scratch: Path, seed: int) -> str:
    """Return where the end of the burn-in of a seed is kept."""
    return str(scratch / f"burn-in-{seed}.npz")


def _keep_baseline(scratch: str, seed: int, records: Records) -> None:
    path = Path(scratch) / f"baseline-{seed}.pickle"
    part = path.with_suffix(".part")
    part.write_bytes(pickle.dumps(records, protocol=5))
    os.replace(part, path)  # noqa: PTH105 - one call that says what it promises


def _kept_baseline(scratch: str, seed: int) -> Any:
    return pickle.loads((Path(scratch) / f"baseline-{seed}.pickle").read_bytes())  # noqa: S301 - written by us, above
