"""Fengqiao: compare how a county governs its disputes, on a synthetic society in the shape of a real place.

    import sim

    scenario = sim.load_scenario("classroom", {"incidence.lambda_person": 20})
    records = sim.run(scenario, "keep_in_village", seed=1)
    result = sim.compare(scenario, "baseline,keep_in_village", seeds=6, out="runs/mine")

Names are loaded when they are first asked for, so importing this costs nothing. What each of them returns is told where
it is defined. Uncalibrated: no result is about a real place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sim.agents import Model
    from sim.errors import FengqiaoError
    from sim.policies import policy_ids
    from sim.scenario import load_scenario, scenario_names, with_overrides
    from sim.studies import compare, run
    from sim.world import build_world

__all__ = [
    "build_world",
    "compare",
    "FengqiaoError",
    "load_scenario",
    "Model",
    "policy_ids",
    "run",
    "scenario_names",
    "with_overrides",
]

_HOMES: Final = {
    "build_world": "sim.world",
    "compare": "sim.studies",
    "FengqiaoError": "sim.errors",
    "load_scenario": "sim.scenario",
    "Model": "sim.agents",
    "policy_ids": "sim.policies",
    "run": "sim.studies",
    "scenario_names": "sim.scenario",
    "with_overrides": "sim.scenario",
}
"""The room that each public name comes from."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"sim has no name {name!r}; public names: {', '.join(__all__)}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
