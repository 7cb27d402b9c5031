"""Writes into the state of a run by hand: allowed where a column says so, never without a trace.

A history then no longer follows from scenario, policies and seed, so every such write is kept and enters the digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.agents.columns import Rows


@dataclass(frozen=True, kw_only=True, slots=True)
class Intervention:
    """One write: when, of which attribute, for how many agents (`rows` is the sha256 of which), and the value."""

    tick: int
    attribute: str
    agents: int
    rows: str
    value: float


def noted(tick: int, attribute: str, rows: Rows, value: float) -> Intervention:
    """Return the note of a write."""
    sha = hashlib.sha256(np.asarray(rows, dtype="<i8").tobytes()).hexdigest()
    return Intervention(tick=tick, attribute=attribute, agents=len(rows), rows=sha, value=value)


def sealed(digest: str, interventions: Sequence[Intervention]) -> str:
    """Return the digest of a history with what was done to it by hand; the run's own where nothing was."""
    for note in interventions:
        digest = hashlib.sha256(f"{digest} {note!r}".encode()).hexdigest()
    return digest
