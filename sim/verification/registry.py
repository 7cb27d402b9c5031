"""Decides which checks there are: each room gives a tuple `CHECKS`, and a new room adds its name here."""

from __future__ import annotations

import importlib
from typing import Final

from sim.verification.check import Check

ROOMS: Final[tuple[str, ...]] = (
    "lines",
    "chain",
    "stocks",
    "choice",
    "spread",
    "principal",
    "world",
    "hazards",
    "pairing",
    "draws",
)
"""Modules under `sim.verification`, each with a tuple `CHECKS`, in the order in which they are told."""


def checks() -> tuple[Check, ...]:
    """Return every check, room by room; rooms are loaded here, so that naming the package stays cheap."""
    return tuple(check for room in ROOMS for check in importlib.import_module(f"sim.verification.{room}").CHECKS)
