"""The scenario room: from TOML files and place tables to one validated, frozen, fully resolved Scenario."""

from __future__ import annotations

from sim.scenario.catalogue import Entry, catalogue, scenario_names
from sim.scenario.load import load_scenario
from sim.scenario.places import PlaceTable
from sim.scenario.schema import SCHEMA_VERSION, Scenario

__all__ = ["SCHEMA_VERSION", "Entry", "PlaceTable", "Scenario", "catalogue", "load_scenario", "scenario_names"]
