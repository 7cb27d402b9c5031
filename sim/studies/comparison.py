"""A comparison from plan to result: burn-in once per seed, then the arms branch. Meaning of the figures: `analysis`.

Results depend on scenario, arms and seeds only: not on the number of workers, nor on the order in which they finish.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sim.errors import BadInput, FengqiaoError, OutputError, RunFailed
from sim.policies import Arm
from sim.scenario import Scenario
from sim.studies.executor import crew_size, run_tasks
from sim.studies.folder import claimed, scratch_in
from sim.studies.illustrate import careers, keep_careers
from sim.studies.plan import SEEDS, Plan, check_levers, make_plan
from sim.studies.runs import runs_of
from sim.studies.settle import settle
from sim.studies.stretches import checkpoint_of, follow, world_of
from sim.studies.study import Study
from sim.studies.task import Task
from sim.studies.warm import warm
from sim.studies.watch import Account, Watch
from sim.studies.write import write_results

if TYPE_CHECKING:
    from sim.analysis import Comparison


def compare(
    scenario: Scenario | str,
    policies: str | Sequence[Arm] = "baseline",
    seeds: int | Sequence[int] = SEEDS,
    *,
    workers: int | None = None,
    out: Path | str | None = None,
    watch: Watch | None = None,
) -> Comparison:
    """Compare arms on the societies of a scenario.

    Parameters
    ----------
    scenario
        A scenario, a name of the library, or the path of a TOML file.
    policies
        Arms as after `--policies`, e.g. "keep_in_village,resource_sinking(sent_down=0.3)"; the baseline is added.
    seeds
        A number N for seeds 1…N, or the seeds.
    workers
        Processes; by default as many as there are cores. A script that uses more than one needs the usual
        `if __name__ == "__main__":` guard.
    out
        An empty or new folder for results and run folders; None writes nothing.
    watch
        Who is told how far it is.

    Raises
    ------
    BadInput
        Scenario, policies, seeds or folder break a rule.
    NotStationary
        The burn-in does not settle.
    RunFailed
        A run failed; the results of the complete seeds are in `out`.
    """
    watch = watch or Watch()
    plan = make_plan(scenario, policies, seeds)
    crew = crew_size(workers)
    folder = None if out is None else Path(out)
    with claimed(folder):
        return _compare(plan, folder, crew, watch)


def _compare(plan: Plan, folder: Path | None, crew: int, watch: Watch) -> Comparison:
    warm(watch.compiling)
    watch.building()
    check_levers(plan, world_of(plan.scenario))
    with scratch_in(folder) as scratch:
        study = Study(plan=plan, settled=settle(plan, scratch, workers=crew, watch=watch))
        try:
            _follow_all(study, scratch, folder, workers=crew, watch=watch)
        except (KeyboardInterrupt, BadInput):
            _keep_whole_seeds(study, folder)
            raise
        if not study.complete:
            raise _failure(study)
        result = study.comparison()
        if folder is not None:
            write_results(folder, study, result)
            _illustrate(study, scratch, folder, workers=crew, watch=watch)
    if study.failures:
        raise _failure(study)
    return result


def _keep_whole_seeds(study: Study, folder: Path | None) -> None:
    """Leave whole results behind, of whole seeds, when the user stops it or its disk is full (and holds that much)."""
    if folder is not None and study.complete:
        with suppress(OutputError):
            write_results(folder, study, study.comparison())


def _illustrate(study: Study, scratch: Path, folder: Path, *, workers: int, watch: Watch) -> None:
    """Keep the careers of the quarrel that illustrates the comparison, where there is one."""
    seed = study.complete[0]
    try:
        told = careers(runs_of(folder, seed), workers=workers, checkpoint=checkpoint_of(scratch, seed), watch=watch)
    except BadInput:  # nobody voiced anything under every arm
        return
    keep_careers(folder, seed, told)


def _follow_all(study: Study, scratch: Path, folder: Path | None, *, workers: int, watch: Watch) -> None:
    plan, time = study.plan, study.plan.scenario.time
    days = len(plan.seeds) * len(plan.arms) * (time.cohort + time.follow_up)
    account = Account(watch)
    account.stage("arms", days, days)
    with closing(run_tasks(_tasks(plan, scratch, folder), workers=workers, beat=account.hear)) as done:
        for one in done:
            if isinstance(one.error, BadInput):
                raise one.error  # the same mistake waits in every other run
            if one.error is not None:
                study.failures.append(one.error)
            else:
                study.done[one.value.arm, one.value.seed] = one.value


def _tasks(plan: Plan, scratch: Path, folder: Path | None) -> list[Task]:
    """Return one task per seed and arm, seed by seed, so that an interrupted study holds whole seeds.

    Ledgers are kept of the first seed only: 20 MB a run at the size of a county, and a re-run gives them again.
    """
    tasks = []
    for seed in plan.seeds:
        for arm in plan.arms:
            place = "" if folder is None else str(folder / plan.folder_of(arm, seed))
            base = "" if not arm.policies else _name(plan.arms[0], seed)
            given = (plan.scenario, arm, seed, str(scratch), place, seed == plan.seeds[0])
            tasks.append(Task(name=_name(arm, seed), work=follow, given=given, after=base))
    return tasks


def _name(arm: Arm, seed: int) -> str:
    return f"seed {seed}, {arm.spec}"


def _failure(study: Study) -> FengqiaoError:
    first = study.failures[0]
    if isinstance(first, FengqiaoError) and len(study.failures) == 1:
        return first
    kept = f"{len(study.complete)} of {len(study.plan.seeds)} seeds are complete"
    return RunFailed(f"{len(study.failures)} runs failed, {kept}; the first: {type(first).__name__}: {first}")
