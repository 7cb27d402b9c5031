"""Spread that is not what R says, thresholds that are not what they are told, a radius of too low a power."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sim.engine import run as running
from sim.rules import crowd
from sim.rules.parameters import Parameters
from sim.scenario import offspring

_ground_of = running.ground_of
_radius, _own = offspring.offspring_radius, crowd.own_threshold


def _in_kernels(**factors: float) -> Any:
    """Numbers that reach the kernels otherwise than they are told."""

    def made(scenario: Any, world: Any) -> Any:
        ground = _ground_of(scenario, world)
        told = vars(ground.p)
        wrong = {name: told[name] * factor for name, factor in factors.items()}
        return replace(ground, numbers=Parameters(**{**told, **wrong}))

    return made


def _one_way(coupling: Any, voiced: float, contagion: Any) -> float:
    """Contagion is left out of what grievances beget."""
    return _radius(coupling, voiced, [0.0 for _ in contagion])


def _bolder(p: Any, u: float, z: float) -> int:
    """Thresholds are rounded up."""
    own = int(_own(p, u, z))
    return own + 1 if own else own


GROUND = "sim.engine.run:ground_of"
FAULTS: list[dict[str, Any]] = [
    {"check": "spread.clusters", "target": GROUND, "by": _in_kernels(spread_R=1.1), "why": "R a tenth larger"},
    {"check": "spread.progeny", "target": GROUND, "by": _in_kernels(spread_R=1.2), "why": "R a fifth larger"},
    {"check": "spread.degree", "target": GROUND, "by": _in_kernels(spread_pushes=0.9), "why": "shared out by less"},
    {
        "check": "spread.families",
        "target": GROUND,
        "by": _in_kernels(type_coupled=1.1),
        "why": "coupling a tenth more frequent",
    },
    {
        "check": "spread.radius",
        "target": "sim.scenario.offspring:offspring_radius",
        "by": _one_way,
        "why": "contagion left out",
    },
    {"check": "spread.thresholds", "target": "sim.rules.crowd:own_threshold", "by": _bolder, "why": "rounded up"},
    {"check": "spread.fixed_points", "target": GROUND, "by": _in_kernels(crowd_mean=1.02), "why": "held back a little"},
]
