"""The digest of a history: sha256 chained over the ticks, each tick's events in canonical order (`docs/day.md`)."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

START: Final = bytes(32)
"""What a history without events hashes to."""
_PHASE_SHIFT: Final = 24
_TICK_SHIFT: Final = 32


def canonical(words: Array) -> Array:
    """Order of events: tick, phase, key, then as they happened. `words` uint64[n, 4]; returns positions int64[n]."""
    head, key = words[:, 0], words[:, 1]
    order: Array = np.lexsort((key, (head >> np.uint64(_PHASE_SHIFT)) & np.uint64(255), head >> np.uint64(_TICK_SHIFT)))
    return order


def extend(digest: bytes, words: Array, numbers: Array, *, as_one: bool = False) -> bytes:
    """Chain the digest over events in canonical order, one link a tick (`as_one`: one link for all).

    `words` uint64[n, 4], `numbers` float64[n, 3], both C-contiguous and holding whole ticks.
    """
    if len(words) == 0:
        return digest
    ticks = words[:, 0] >> np.uint64(_TICK_SHIFT)
    cuts = np.flatnonzero(ticks[1:] != ticks[:-1]) + 1
    bounds = [0, len(words)] if as_one else [0, *cuts.tolist(), len(words)]
    left, right = words.data.cast("B"), numbers.data.cast("B")
    for start, end in pairwise(bounds):
        link = hashlib.sha256(digest)
        link.update(left[start * 32 : end * 32])
        link.update(right[start * 24 : end * 24])
        digest = link.digest()
    return digest
