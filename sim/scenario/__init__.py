"""The scenario room: from TOML files and place tables to one validated, frozen, fully resolved Scenario."""

from __future__ import annotations

from sim.scenario.bundle import bundle_files, load_bundle, write_bundle
from sim.scenario.campaigns import Campaign
from sim.scenario.description import Described, describe
from sim.scenario.dump import dump_resolved
from sim.scenario.editor import scenario_json_schema
from sim.scenario.library import Entry, catalogue, scenario_names
from sim.scenario.load import load_scenario, with_overrides
from sim.scenario.places import PlaceTable
from sim.scenario.schema import SCHEMA_VERSION, Scenario
from sim.scenario.shocks import Shock
from sim.scenario.waiting import WAITING, Waiting

__all__ = [
    "bundle_files",
    "Campaign",
    "catalogue",
    "describe",
    "Described",
    "dump_resolved",
    "Entry",
    "load_bundle",
    "load_scenario",
    "PlaceTable",
    "Scenario",
    "scenario_json_schema",
    "scenario_names",
    "SCHEMA_VERSION",
    "Shock",
    "WAITING",
    "Waiting",
    "with_overrides",
    "write_bundle",
]
