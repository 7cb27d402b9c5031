"""Real runs of the smallest scenario, made once per process: a baseline and arms that branch from its burn-in."""

from __future__ import annotations

from functools import cache
from typing import Any

from sim.records import Records, take_records
from tests.twin.small import OFF_IN_THE_LIBRARY

SCENARIO = "classroom"
OFTEN = {"types.labour.share": 0.2166, "types.neighbour.share": 0.1532, "police.call": 0.9, "police.hot": 0.45}
"""What so few people would seldom bring: disputes with employers, and calls to the police."""
ARMS = ("keep_in_village", "petition_quota(dose=1)", "resource_sinking")


@cache
def society(*, often: bool = True) -> tuple[Any, Any]:
    """The scenario and its world; with the library's own frequencies if not `often`."""
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario(
        SCENARIO, {f"processes.{name}": True for name in OFF_IN_THE_LIBRARY} | (OFTEN if often else {})
    )
    return scenario, build_world(scenario)


@cache
def burnt_in(seed: int = 1) -> Any:
    """The baseline at day 0; nobody may advance it."""
    from sim.engine.run import Run

    scenario, world = society()
    run = Run(scenario, world, seed=seed)
    run.advance(run.burn_in)
    return run


def finished(arm: str = "baseline", seed: int = 1) -> Any:
    """A run of an arm at its end."""
    from sim.policies import parse_arm

    run = burnt_in(seed).branch(parse_arm(arm).policies)
    run.finish()
    return run


@cache
def taken(arm: str = "baseline", seed: int = 1) -> Records:
    """The records of an arm at its end."""
    return take_records(finished(arm, seed))
