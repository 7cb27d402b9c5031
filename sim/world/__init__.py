"""The world room: from a scenario to a synthetic society at rest, in plain columns. No clock, no rule, no Mesa."""

from __future__ import annotations

from sim.world.build import build_world
from sim.world.columns import World

__all__ = ["World", "build_world"]
