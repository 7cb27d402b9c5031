"""One run from a scenario to its records: burn-in as in a comparison, then one arm. Seed for seed that arm's run."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sim.policies import Arm, parse_arm
from sim.scenario import Scenario
from sim.studies.executor import run_tasks
from sim.studies.folder import claimed, scratch_in
from sim.studies.plan import Plan, check_levers, make_plan
from sim.studies.settle import settle
from sim.studies.stretches import checkpoint_of, go_on, world_of
from sim.studies.task import Task
from sim.studies.warm import warm
from sim.studies.watch import Account, Watch

if TYPE_CHECKING:
    from sim.records import Records


def run(
    scenario: Scenario | str,
    policy: str | Arm = "baseline",
    *,
    seed: int = 1,
    out: Path | str | None = None,
    watch: Watch | None = None,
) -> Records:
    """Run one arm with one seed and return its records.

    Parameters
    ----------
    scenario
        A scenario, a name of the library, or the path of a TOML file.
    policy
        One arm, e.g. "keep_in_village(dose=0.5)+resource_sinking".
    seed
        0 or more; `compare` uses 1, 2, …
    out
        An empty or new folder that becomes the run folder; None writes nothing.
    watch
        Who is told how far it is.

    Raises
    ------
    BadInput
        Scenario, policy, seed or folder break a rule.
    NotStationary
        The burn-in does not settle.
    """
    watch = watch or Watch()
    arm = parse_arm(policy) if isinstance(policy, str) else policy
    plan = make_plan(scenario, (arm,), (seed,))
    folder = None if out is None else Path(out)
    with claimed(folder):
        records = _run(plan, arm, seed, watch)
        if folder is not None:
            _write(folder, records, plan.scenario, arm)
    return records


def _run(plan: Plan, arm: Arm, seed: int, watch: Watch) -> Records:
    warm(watch.compiling)
    watch.building()
    check_levers(plan, world_of(plan.scenario))
    account, time = Account(watch), plan.scenario.time
    with scratch_in(None) as scratch:
        settle(plan, scratch, workers=1, watch=watch)
        account.stage("arms", time.cohort + time.follow_up, time.cohort + time.follow_up)
        task = Task(name="run", work=_finish, given=(plan.scenario, arm, checkpoint_of(scratch, seed)))
        with closing(run_tasks([task], workers=1, beat=account.hear)) as done:
            only = next(done)
    if only.error is not None:
        raise only.error
    records: Records = only.value
    return records


def _finish(scenario: Scenario, arm: Arm, checkpoint: str) -> Records:
    from sim.engine.run import Run
    from sim.records import take_records

    run = Run.load(Path(checkpoint), scenario, world_of(scenario)).branch(arm.policies)
    go_on(run, run.horizon - run.tick)
    return take_records(run)


def _write(folder: Path, records: Records, scenario: Scenario, arm: Arm) -> None:
    from sim.analysis import indicators
    from sim.records import write_run

    write_run(folder, records, scenario, arm, indicators=indicators(records))
