"""The digest of a history: sha256 chained over blocks of events in canonical order (`docs/day.md`).

A link covers `BLOCK` events, however they were run or collected; what is left of a block waits for the next ones. (A
link a tick cost a small society a third of its year.)
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

BLOCK: Final = 256
"""Events of a link."""

START: Final = bytes(32)
"""What the first link goes on from."""

_PHASE_SHIFT: Final = np.uint64(24)
_TICK_SHIFT: Final = np.uint64(32)
_PHASES: Final = np.uint64(7)
"""Phases are numbered below 8."""


def canonical(words: Array) -> Array:
    """Order of events: tick, phase, key, then as they happened. `words` uint64[n, 4]; returns positions int64[n].

    All four are packed into one number, with as many bits of the key as there is room for; a sort of unique numbers is
    quick and the same on any machine. Where keys differ in the other bits only, those few are sorted by all of them: of
    a day's trust by level they always do, being small numbers.
    """
    if len(words) == 0:
        return np.zeros(0, dtype=np.int64)
    head, key = words[:, 0], words[:, 1]
    tick, phase = head >> _TICK_SHIFT, (head >> _PHASE_SHIFT) & _PHASES
    moment = ((tick - tick.min()) << np.uint64(3)) | phase
    for_moment, for_place = int(moment.max()).bit_length(), len(words).bit_length()
    cut = np.uint64(for_moment + for_place)
    if cut >= 64:
        return _by_all(key, moment)
    code = (moment << (np.uint64(64) - cut)) | (key >> cut) if cut else key
    code = (code << np.uint64(for_place)) | np.arange(len(words), dtype=np.uint64)
    code.sort()
    order = (code & np.uint64((1 << for_place) - 1)).astype(np.int64)
    code >>= np.uint64(for_place)
    differs = code[1:] != code[:-1]
    alike = np.flatnonzero(~differs)
    wrong = alike[key[order[alike]] != key[order[alike + 1]]]
    if len(wrong):
        group = np.zeros(len(code), dtype=np.int64)
        group[1:] = np.cumsum(differs, dtype=np.int64)
        mixed = np.zeros(len(code), dtype=np.bool_)
        mixed[group[wrong]] = True
        unclear = mixed[group]
        some = order[unclear]
        order[unclear] = some[_by_all(key[some], code[unclear])]
    return order


def _by_all(key: Array, moment: Array) -> Array:
    order: Array = np.lexsort((key, moment))
    return order


def _no_words() -> Array:
    return np.zeros((0, 4), dtype=np.uint64)


def _no_numbers() -> Array:
    return np.zeros((0, 3), dtype=np.float64)


@dataclass(frozen=True, kw_only=True, slots=True)
class Chain:
    """A history's links so far: `link` over all whole blocks, and the events since, uint64[k, 4] and float64[k, 3]."""

    link: bytes = START
    words: Array = field(default_factory=_no_words)
    numbers: Array = field(default_factory=_no_numbers)

    def extend(self, words: Array, numbers: Array) -> Chain:
        """The chain with these events after its own: uint64[n, 4], float64[n, 3], whole ticks in canonical order."""
        if len(self.words):
            words, numbers = np.concatenate([self.words, words]), np.concatenate([self.numbers, numbers])
        link, whole = self.link, len(words) // BLOCK * BLOCK
        for start in range(0, whole, BLOCK):
            link = _linked(link, words[start : start + BLOCK], numbers[start : start + BLOCK])
        return Chain(link=link, words=words[whole:].copy(), numbers=numbers[whole:].copy())

    def hex(self) -> str:
        """The digest: the last link, closed over the events since."""
        return _linked(self.link, self.words, self.numbers).hex()


def _linked(link: bytes, words: Array, numbers: Array) -> bytes:
    made = hashlib.sha256(link)
    made.update(np.ascontiguousarray(words).data)
    made.update(np.ascontiguousarray(numbers).data)
    return made.digest()
