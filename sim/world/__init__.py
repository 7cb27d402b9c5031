"""The world room: from a scenario to a synthetic society at rest, in plain columns. No clock, no rule, no Mesa."""

from __future__ import annotations

from sim.world.build import build_world
from sim.world.check import CheckRow, check_world
from sim.world.columns import World
from sim.world.graph import place_tree
from sim.world.sizes import KindOfPlace, unit_summary

__all__ = ["CheckRow", "KindOfPlace", "World", "build_world", "check_world", "place_tree", "unit_summary"]
