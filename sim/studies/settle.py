"""The burn-in of every seed, run until the society has settled: tested, made longer, and in the end refused.

One length for all seeds, so that they can be compared. A longer burn-in is run from its start: the same days come out.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.studies.executor import run_tasks
from sim.studies.stretches import TESTED, BurnIn, burn_in
from sim.studies.task import Task
from sim.studies.watch import Account

if TYPE_CHECKING:
    from sim.analysis import LineLoad, Verdict
    from sim.studies.plan import Plan
    from sim.studies.watch import Watch


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """A burn-in that has settled: its days, the verdict on its series, and the load of the lines."""

    days: int
    verdict: Verdict
    loads: tuple[LineLoad, ...]


def settle(plan: Plan, scratch: Path, *, workers: int, watch: Watch) -> Settled:
    """Burn in every seed of a plan; checkpoints lie in `scratch`.

    Raises ScenarioError where a line has more work than hours and the scenario does not allow it, NotStationary where
    the longest burn-in has not settled; each names the lines or series.
    """
    from sim.analysis import check_load, stationary

    scenario, account = plan.scenario, Account(watch)
    days = scenario.time.burn_in
    while True:
        ends = _burn_in_all(plan, days, scratch, workers=workers, account=account)
        loads = _joined([end.loads for end in ends])
        if days >= TESTED:  # over a shorter time the load of a line is not told
            check_load(loads, scenario.overloaded, scenario.id)
        allowed = loads if scenario.overloaded == "allowed" else ()
        verdict = stationary([end.series for end in ends], loads=allowed)
        longer = min(days + scenario.time.burn_in_step, scenario.time.burn_in_max)
        if verdict.settled or longer == days:
            verdict.raise_if_drifting(scenario.id, days)
            return Settled(days=days, verdict=verdict, loads=loads)
        watch.longer(days, longer, verdict.failing)
        days = longer


def _burn_in_all(plan: Plan, days: int, scratch: Path, *, workers: int, account: Account) -> list[BurnIn]:
    tasks = [
        Task(name=f"burn-in of seed {seed}", work=burn_in, given=(plan.scenario, seed, days, str(scratch)))
        for seed in plan.seeds
    ]
    account.stage("burn-in", len(plan.seeds) * days, len(plan.seeds) * days)
    ends: dict[str, Any] = {}
    with closing(run_tasks(tasks, workers=workers, beat=account.hear)) as done:
        for one in done:
            if one.error is not None:
                raise one.error
            ends[one.task.name] = one.value
    return [ends[task.name] for task in tasks]


def _joined(loads: list[tuple[LineLoad, ...]]) -> tuple[LineLoad, ...]:
    """Return the load of each kind of line over all seeds together."""
    return tuple(_sum(kind) for kind in zip(*loads, strict=True))


def _sum(seeds: tuple[LineLoad, ...]) -> LineLoad:
    available = sum(one.available for one in seeds)
    counts = {name: sum(getattr(one, name) for one in seeds) for name in ("accepted", "sessions", "used", "waiting")}
    asked = sum(one.offered * one.available for one in seeds if one.available)
    offered = asked / available if available else seeds[0].offered
    return replace(seeds[0], **counts, available=available, offered=offered)
