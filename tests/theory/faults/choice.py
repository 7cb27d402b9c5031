"""Choices that are not by logit: noise of another scale, luck that an option brings along, or that options share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sim import draws
from sim.engine import run as running
from sim.names import Forum
from sim.rules.parameters import Parameters
from sim.verification.choice import TAKEN_AWAY

_ground_of, _run_days, _gumbel = running.ground_of, running.run_days, draws.gumbel


def _louder(scenario: Any, world: Any) -> Any:
    """The kernels hold constants that are 7 % larger: as noise of a scale that is 7 % smaller would."""
    made = _ground_of(scenario, world)
    told = vars(made.p)
    wrong = {name: told[name] * 1.07 for name in ("claim_const", "claim_lump", "claim_bilateral")}
    return replace(made, numbers=Parameters(**{**told, **wrong}))


def _streams(state: Any, numbers: Any, until: int, *ends: Any) -> Any:
    """One stream of luck for all options: one option fewer, and everybody's luck is another."""
    if float(numbers.claim_const[int(Forum.COURT)]) == TAKEN_AWAY:
        state.seed[0] = int(state.seed[0]) + 1
    return _run_days(state, numbers, until, *ends)


def _shared_luck(seed: int, purpose: int, entity: int, counter: int) -> float:
    """Options above the fourth share their noise with the first."""
    return _gumbel(seed, purpose, entity, counter if counter < 4 << 48 else 0)


FAULTS: list[dict[str, Any]] = [
    {"check": "choice.shares", "target": "sim.engine.run:ground_of", "by": _louder, "why": "another scale of noise"},
    {"check": "choice.independence", "target": "sim.engine.run:run_days", "by": _streams, "why": "a stream of luck"},
    {"check": "choice.rules", "target": "sim.draws:gumbel", "by": _shared_luck, "why": "options share their noise"},
]
