"""The schema that editors read is fresh, knows every key of the library, and lets a number carry its source."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from sim.scenario.editor import scenario_json_schema, schema_text
from sim.scenario.library import library_folder

FILES = sorted(library_folder().glob("*.toml"))


def test_the_committed_schema_is_the_one_of_this_code() -> None:
    """Write it anew: python -c "from sim.scenario.editor import schema_text; print(schema_text(), end='')"."""
    assert (library_folder() / "scenario.schema.json").read_text(encoding="utf-8") == schema_text()


def unknown_keys(data: Any, rule: dict[str, Any], schema: dict[str, Any], above: str = "") -> list[str]:
    """Return dotted keys of `data` that `rule` does not allow."""
    if "$ref" in rule:
        rule = schema["$defs"][rule["$ref"].rpartition("/")[2]]
    if not isinstance(data, dict) or "properties" not in rule or set(data) <= {"value", "source", "grade"}:
        return []
    found = [above + key for key in data if key not in rule["properties"]]
    for key in set(data) & set(rule["properties"]):
        found += unknown_keys(data[key], rule["properties"][key], schema, f"{above}{key}.")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_key_of_the_library_is_in_the_schema(path: Any) -> None:
    """An editor that marks a sound file as wrong teaches people to ignore it."""
    schema = scenario_json_schema()
    assert unknown_keys(tomllib.loads(path.read_text(encoding="utf-8")), schema, schema) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_the_library_points_at_the_schema(path: Any) -> None:
    """Editors find it by the first line."""
    assert path.read_text(encoding="utf-8").startswith("#:schema scenario.schema.json\n")


def test_nothing_is_required_that_may_be_inherited_and_no_unknown_key_is_allowed() -> None:
    """A file states what differs; a misspelt key must still be marked."""
    schema = scenario_json_schema()
    assert "required" not in schema
    assert schema["additionalProperties"] is False
    settle = schema["$defs"]["Settle"]
    assert "required" not in settle
    assert settle["additionalProperties"] is False
    bare, graded = settle["properties"]["tie"]["anyOf"]
    assert bare == {"type": "number", "minimum": 0, "maximum": 1}
    assert graded["allOf"][1]["properties"]["value"] == bare
