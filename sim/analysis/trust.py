"""Decides what is said of trust: in this version intent trust stands at its anchors, and says so; nothing moves it."""

from __future__ import annotations

from dataclasses import dataclass

from sim.records import Records


@dataclass(frozen=True, kw_only=True, slots=True)
class Trust:
    """Intent trust 0..1 by rank of level, `outside` last. `at_anchors`: an input of the scenario, no result."""

    levels: tuple[float, ...]
    at_anchors: bool = True


def trust(records: Records) -> Trust:
    """Return the anchors of trust."""
    return Trust(levels=records.society.trust)
