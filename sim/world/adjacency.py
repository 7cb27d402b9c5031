"""Decides how ties are stored: both directions, sorted by the other household, none twice. Who is tied is in `ties`."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.jit import njit

KIND_BITS: Final = 8
"""A tie is sorted as other household x 8 + kind: of two ties between the same households the lower kind stays."""


def adjacency(
    n_households: int, one: npt.NDArray[np.int32], other: npt.NDArray[np.int32], kinds: npt.NDArray[np.uint8]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.uint8]]:
    """Return `tie_start`, `tie_to`, `tie_kind` of a list of ties, none of which joins a household to itself.

    A counting sort: a general sort of Shaoxing's ties takes fifteen seconds and two gigabytes, this a fraction of one.
    """
    start = np.zeros(n_households + 1, dtype=np.int32)
    codes = np.empty(2 * len(one), dtype=np.int32)
    _gather(one, other, kinds, start, codes)
    to, kind = np.empty(len(codes), dtype=np.int32), np.empty(len(codes), dtype=np.uint8)
    kept = int(_drop_repeats(start, codes, to, kind))
    return start, to[:kept].copy(), kind[:kept].copy()


@njit
def _gather(one: Any, other: Any, kinds: Any, start: Any, codes: Any) -> None:
    """Put both directions of each tie into the row of the household it starts from: codes[start[h] : start[h + 1]]."""
    households = start.shape[0] - 1
    for i in range(one.shape[0]):
        start[int(one[i])] += 1
        start[int(other[i])] += 1
    for household in range(households):
        start[household + 1] += start[household]
    for i in range(one.shape[0]):  # fill each row from its end, which leaves `start` at its beginning
        u, v, kind = int(one[i]), int(other[i]), int(kinds[i])
        start[u] -= 1
        codes[start[u]] = v * KIND_BITS + kind
        start[v] -= 1
        codes[start[v]] = u * KIND_BITS + kind


@njit
def _drop_repeats(start: Any, codes: Any, to: Any, kinds: Any) -> int:
    """Sort each row, keep one tie per other household, write them to `to` and `kinds`, and move `start`; how many."""
    kept = 0
    low = int(start[0])
    for household in range(start.shape[0] - 1):
        high = int(start[household + 1])
        _sort(codes, low, high)
        start[household] = kept
        before = -1
        for i in range(low, high):
            code = int(codes[i])
            if code // KIND_BITS != before:
                before = code // KIND_BITS
                to[kept] = before
                kinds[kept] = code % KIND_BITS
                kept += 1
        low = high
    start[start.shape[0] - 1] = kept
    return kept


@njit
def _sort(codes: Any, low: int, high: int) -> None:
    """Insertion sort of codes[low:high]: a household has about seven ties."""
    for i in range(low + 1, high):
        code = codes[i]
        j = i - 1
        while j >= low and codes[j] > code:
            codes[j + 1] = codes[j]
            j -= 1
        codes[j + 1] = code
