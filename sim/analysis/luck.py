"""Decides what luck looks at records with: the model's keyed draws, worked out for whole columns without a compiler.

The same bits as `sim.draws.key` (a test holds them together). No stream, and never a part of a history.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_GAMMA: Final = np.uint64(0x9E3779B97F4A7C15)
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_STEP: Final = 2.0**-52


def uniforms(seed: int, purpose: int, entities: Array, counters: Array) -> Array:
    """Return float64[n] strictly between 0 and 1, keyed by (seed, purpose, entity, counter); both columns uint64[n]."""
    with np.errstate(over="ignore"):  # arithmetic modulo 2**64 is meant
        keys = _mixed(np.full(len(entities), seed, dtype=np.uint64) + _GAMMA)
        keys = _mixed((keys ^ np.uint64(purpose)) + _GAMMA)
        keys = _mixed((keys ^ entities.astype(np.uint64)) + _GAMMA)
        keys = _mixed((keys ^ counters.astype(np.uint64)) + _GAMMA)
    return ((keys >> np.uint64(12)).astype(np.float64) + 0.5) * _STEP


def _mixed(x: Array) -> Array:
    x = (x ^ (x >> np.uint64(30))) * _FIRST
    x = (x ^ (x >> np.uint64(27))) * _SECOND
    mixed: Array = x ^ (x >> np.uint64(31))
    return mixed
