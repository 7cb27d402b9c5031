"""The JSON Schema that editors read: the form of a scenario *file*, where anything may be inherited or be sourced."""

from __future__ import annotations

import json
from typing import Any, Final

from sim.names import MAX_LEVELS
from sim.scenario.levels import KNOWN_LEVELS
from sim.scenario.quantity import GRADES
from sim.scenario.schema import MIN_LEVELS, SCHEMA_VERSION, Scenario

WHOLE_ROWS: Final = ("KnownTotal", "RegisteredFactors", "Provenance", "Shock", "Campaign", "CoupledPair")
"""Rows of lists: lists are replaced whole, so nothing in them is inherited."""


def scenario_json_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12) of a scenario file."""
    schema = Scenario.model_json_schema()
    schema["title"] = "Scenario of fengqiao"
    schema["description"] = "A synthetic society in the shape of a place. 以某地为形的合成社会。"
    schema["properties"] = {
        "extends": {"type": "string", "description": "library name, or path of a .toml file, that this file builds on"},
        "abstract": {"type": "boolean", "description": "true: only there to be extended"},
        "resolved": {"type": "boolean", "description": "true: written by the program, every value stands in the file"},
        **schema["properties"],
    }
    for name, table in (("Scenario", schema), *schema["$defs"].items()):
        if name not in WHOLE_ROWS:
            table.pop("required", None)
            table["properties"] = {key: _cell(value) for key, value in table.get("properties", {}).items()}
    schema["$defs"]["GradedCell"] = _graded_cell()
    schema["properties"]["schema_version"] |= {"const": SCHEMA_VERSION}
    levels = schema["properties"]["levels"]
    levels |= {"minItems": MIN_LEVELS, "maxItems": MAX_LEVELS}
    levels["items"] = {"anyOf": [{"enum": list(KNOWN_LEVELS)}, levels["items"]]}
    return schema


def schema_text() -> str:
    """Return the schema as the text of `scenarios/scenario.schema.json`."""
    return json.dumps(scenario_json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cell(value: dict[str, Any]) -> dict[str, Any]:
    """Let a number stand alone, or in a table with its source and grade."""
    if "unit" not in value or value.get("type") not in ("number", "integer"):
        return value
    limits = {key: value[key] for key in ("type", "minimum", "maximum")}
    rest = {key: said for key, said in value.items() if key not in limits}
    graded = {"allOf": [{"$ref": "#/$defs/GradedCell"}, {"properties": {"value": limits}}]}
    text = f"{value['zh']}。{value['title']} ({value['unit']})"
    return {**rest, "description": text, "anyOf": [limits, graded]}


def _graded_cell() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["value"],
        "properties": {"value": {}, "source": {"type": "string"}, "grade": {"enum": list(GRADES)}},
    }
