"""Weak or wrong draws, ids and logarithms."""

from __future__ import annotations

import math
from typing import Any

from sim import draws, floats

_uniform, _gumbel, _stems, _key = draws.uniform, draws.gumbel, draws.stems, draws.key
_exp, _log = floats.exp_, floats.log_


def _bent(seed: int, purpose: int, entity: int, counter: int) -> float:
    """A hundredth and a half of the mass has moved from one side to the other."""
    u = _uniform(seed, purpose, entity, counter)
    return u + 0.015 * math.sin(2.0 * math.pi * u)


def _halved(seed: int, purpose: int, entity: int, counter: int) -> float:
    """Purposes come in pairs that share their luck for every fourth entity."""
    return _uniform(seed, (purpose + 1) & ~1 if entity % 4 == 0 else purpose, entity, counter)


def _dull(seed: int, purpose: int, entity: int, counter: int) -> int:
    """The last bit of the counter is lost."""
    return _key(seed, purpose, entity, counter & ~1)


def _wide(seed: int, purpose: int, entity: int, counter: int) -> float:
    """Gumbel noise of a scale that is not 1."""
    return 1.05 * _gumbel(seed, purpose, entity, counter)


def _for_all(seed: int, purpose: int, entities: Any) -> Any:
    """The purpose is left out of the key."""
    return _stems(seed, 0, entities)


def _next_exp(x: float) -> float:
    """Off by a unit in the last place."""
    return math.nextafter(_exp(x), math.inf)


def _naive_log(x: float) -> float:
    """A logarithm to another base, taken down: a multiplication too many."""
    return math.log2(x) * math.log(2.0) if 0.0 < x < math.inf else _log(x)


FAULTS: list[dict[str, Any]] = [
    {"check": "draws.even", "target": "sim.draws:uniform", "by": _bent, "why": "a slope over (0, 1)"},
    {"check": "draws.serial", "target": "sim.draws:uniform", "by": _halved, "why": "two purposes share luck"},
    {"check": "draws.avalanche", "target": "sim.draws:key", "by": _dull, "why": "a bit of the counter is lost"},
    {"check": "draws.laws", "target": "sim.draws:gumbel", "by": _wide, "why": "Gumbel noise of scale 1.05"},
    {"check": "draws.keys", "target": "sim.draws:stems", "by": _for_all, "why": "the purpose is left out"},
    {"check": "draws.exp", "target": "sim.floats:exp_", "by": _next_exp, "why": "one unit in the last place"},
    {"check": "draws.log", "target": "sim.floats:log_", "by": _naive_log, "why": "by another base"},
]
