"""Finding the disputes of a resident and the cases of a forum without walking through all: indices made on sight.

An index holds for one tick: it is remade when somebody looks after the model went on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.agents.columns import Array
from sim.engine.marks import DISPUTES, FILINGS, NEVER, TICK
from sim.names import Forum


@dataclass(frozen=True, kw_only=True, slots=True)
class _Index:
    """Rows sorted by key (stable), as they stood at a tick."""

    tick: int
    keys: Array
    rows: Array

    def of(self, key: int) -> Array:
        start, end = np.searchsorted(self.keys, (key, key + 1))
        return self.rows[start:end]


def _sorted(tick: int, keys: Array, rows: Array) -> _Index:
    order = np.argsort(keys, kind="stable")
    return _Index(tick=tick, keys=keys[order].astype(np.int64), rows=rows[order])


class Lookup:
    """The indices of one model. Nothing here is state: it can be thrown away at any time."""

    def __init__(self) -> None:
        self._persons: _Index | None = None
        self._lines: _Index | None = None
        self._disputes: _Index | None = None

    def grievances_of(self, state: Any, resident: int) -> list[int]:
        """Rows of the disputes in which a resident is claimant or respondent, voiced or not, in order of birth."""
        tick, size = int(state.count[TICK]), int(state.count[DISPUTES])
        if self._persons is None or self._persons.tick != tick:
            keys = np.concatenate([state.claimant[:size], state.respondent[:size]])
            rows = np.concatenate([np.arange(size)] * 2)
            self._persons = _sorted(tick, keys[keys >= 0], rows[keys >= 0])
        found: list[int] = np.unique(self._persons.of(resident)).tolist()
        return found

    def filings_of(self, state: Any, line: int) -> list[int]:
        """Rows of the cases that a line ever accepted, in order of acceptance."""
        tick, size = int(state.count[TICK]), int(state.count[FILINGS])
        if self._lines is None or self._lines.tick != tick:
            rows = np.flatnonzero(_in_a_line(state, size))
            self._lines = _sorted(tick, state.filing_line[rows], rows)
        found: list[int] = self._lines.of(line).tolist()
        return found

    def filings_of_dispute(self, state: Any, dispute: int) -> list[int]:
        """Rows of the cases of a dispute at all forums, in order of acceptance."""
        tick, size = int(state.count[TICK]), int(state.count[FILINGS])
        if self._disputes is None or self._disputes.tick != tick:
            self._disputes = _sorted(tick, state.filing_dispute[:size], np.arange(size))
        found: list[int] = self._disputes.of(dispute).tolist()
        return found


def disputes_per_resident(state: Any, residents: int) -> Array:
    """How many voiced disputes each resident has or had, on either side: int64[residents]."""
    size = int(state.count[DISPUTES])
    voiced = state.voiced[:size] != NEVER
    sides = (state.claimant[:size][voiced], state.respondent[:size][voiced])
    counts = [np.bincount(side[side >= 0], minlength=residents) for side in sides]
    return np.asarray(counts[0] + counts[1])


def cases_per_line(state: Any, lines: int, *, closed: bool) -> Array:
    """How many cases each line has accepted, or closed: int64[lines]."""
    size = int(state.count[FILINGS])
    counted = _in_a_line(state, size)
    if closed:
        counted &= state.filing_closed[:size] != NEVER
    return np.bincount(state.filing_line[:size][counted], minlength=lines)


def _in_a_line(state: Any, size: int) -> Array:
    """What the police meet on the spot stands in the row of an office's line and was never in it."""
    return np.asarray(state.filing_forum[:size] != int(Forum.POLICE))
