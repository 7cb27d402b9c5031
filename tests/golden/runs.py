"""The runs whose digests are stored, and what is stored of each."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from sim.names import MODEL_VERSION

FILE: Final = Path(__file__).with_name("digests.json")

ARMS: Final = ("baseline", "keep_in_village+petition_quota+resource_sinking")
RUNS: Final = {
    **{f"classroom, seed {seed}, {arm}": ("classroom", seed, arm, 150) for seed in (1, 2) for arm in ARMS},
    **{f"tiny, seed {seed}, {arm}": ("tiny", seed, arm, 60) for seed in (1, 2) for arm in ARMS},
}
"""Name: (society, seed, arm, ticks)."""


@cache
def society_of(name: str) -> tuple[Any, Any]:
    """(scenario, world): the library's classroom, or a village society made by hand in which everything happens."""
    if name == "tiny":
        from tests.engine.societies import society

        return society(2, households=12)
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario(name, {"time.burn_in": 30})
    return scenario, build_world(scenario, cache=False)


def told_by(name: str) -> dict[str, str]:
    """Run `name` and return what its history hashes to, and what it was run on."""
    from tests.engine.societies import run_of

    society, seed, arm, ticks = RUNS[name]
    scenario, world = society_of(society)
    run = run_of((scenario, world), arm, seed=seed)
    run.advance(ticks)
    return {"digest": run.digest, "scenario": scenario.fingerprint, "world": world.digest}


def stored() -> dict[str, Any]:
    """What the file says."""
    return dict(json.loads(FILE.read_text("utf-8")))


def write(told: dict[str, dict[str, str]]) -> None:
    """Store what the runs told."""
    text = json.dumps({"model_version": MODEL_VERSION, "runs": told}, indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")
