"""The runs whose digests are stored, and what is stored of each."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from sim.names import MODEL_VERSION

FILE: Final = Path(__file__).with_name("digests.json")
BUNDLE: Final = Path(__file__).with_name("classroom")

ARMS: Final = ("baseline", "keep_in_village+petition_quota+resource_sinking")
RUNS: Final = {
    **{f"classroom, seed {seed}, {arm}": ("classroom", seed, arm, 150) for seed in (1, 2) for arm in ARMS},
    **{f"tiny, seed {seed}, {arm}": ("tiny", seed, arm, 60) for seed in (1, 2) for arm in ARMS},
}
"""Name: (society, seed, arm, ticks)."""


@cache
def society_of(name: str) -> tuple[Any, Any]:
    """(scenario, world): the classroom as kept here, or a society made by hand, at its numbers, where all happens.

    Both have every number of the kept file, so that a new default in the library is no fault here.
    """
    from sim.rules import parameters
    from sim.scenario import load_bundle
    from sim.world import build_world
    from tests.engine.societies import CROWDED, changed, society

    scenario = load_bundle(BUNDLE)
    if name == "classroom":
        return scenario, build_world(scenario, cache=False)
    loud: dict[str, dict[str, Any]] = {}
    for key, value in (CROWDED | {"processes.docket": True}).items():
        section, _, parameter = key.partition(".")
        loud.setdefault(section, {})[parameter] = value
    tiny, world = society(2, {"processes.docket": False}, households=12)
    kept = {part: getattr(scenario, part) for part in (*parameters._SECTIONS, "time", "processes", "trust", "types")}
    return changed((tiny.model_copy(update=kept), world), **loud)


def keep_scenario() -> None:
    """Write the library's classroom as it stands today, every number in full."""
    from sim.scenario import load_scenario, write_bundle

    for path in BUNDLE.iterdir():
        path.unlink()
    write_bundle(load_scenario("classroom", {"time.burn_in": 30}), BUNDLE)


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
