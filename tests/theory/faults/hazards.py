"""Waits that are not what their hazards say: wrong rates, a timer that is not set anew, luck that is used twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sim.engine import ground
from sim.engine import run as running
from sim.engine.marks import LOOK_ANEW
from sim.rules import voice
from sim.rules.parameters import Parameters

_voicing, _ground_of, _run_days, _whole_days = ground.voicing, running.ground_of, running.run_days, voice.whole_days


def _all_alike(world: Any, p: Any) -> Any:
    """Migrants are voiced as locals are."""
    rates = _voicing(world, p)
    rates[:] = rates.mean()
    return rates


def _eager(world: Any, p: Any) -> Any:
    """The hazard of voicing is a tenth too large."""
    return _voicing(world, p) * 1.1


def _timers_stay(state: Any, numbers: Any, until: int, *ends: Any) -> Any:
    """Whoever waits keeps the day that was worked out under the lever of then."""
    state.count[LOOK_ANEW] = 0
    return _run_days(state, numbers, until, *ends)


def _in_kernels(**factors: float) -> Any:
    """Numbers that reach the kernels otherwise than they are told."""

    def made(scenario: Any, world: Any) -> Any:
        ground_is = _ground_of(scenario, world)
        told = vars(ground_is.p)
        wrong = {name: told[name] * factor for name, factor in factors.items()}
        return replace(ground_is, numbers=Parameters(**{**told, **wrong}))

    return made


def _later_if_hot(exposure: float, rate: float, cap: int) -> int:
    """Rounded the wrong way where the rate is large."""
    return int(_whole_days(exposure, rate, cap)) + (2 if rate > 0.5 else 0)


FAULTS: list[dict[str, Any]] = [
    {"check": "hazards.voice", "target": "sim.engine.ground:voicing", "by": _eager, "why": "voicing a tenth too soon"},
    {"check": "hazards.voice", "target": "sim.engine.ground:voicing", "by": _all_alike, "why": "migrants as locals"},
    {"check": "hazards.detection", "target": "sim.engine.run:run_days", "by": _timers_stay, "why": "timers stay"},
    {
        "check": "hazards.return",
        "target": "sim.engine.run:ground_of",
        "by": _in_kernels(returns_base=1.15),
        "why": "back a seventh too soon",
    },
    {
        "check": "hazards.dropout",
        "target": "sim.engine.run:ground_of",
        "by": _in_kernels(patience_rate=1.1),
        "why": "leaving a tenth too soon",
    },
    {"check": "hazards.coupling", "target": "sim.rules.voice:whole_days", "by": _later_if_hot, "why": "late if fast"},
]
