"""A resolved scenario as TOML text from which the same scenario, with the same fingerprint, is read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sim.scenario.schema import Scenario

_HEAD = "# The resolved form of a scenario: every value stands here, nothing is inherited.\nresolved = true\n"


def dump_resolved(scenario: Scenario, tables: Mapping[str, str] | None = None) -> str:
    """Return the TOML text. `tables` renames the paths of place tables; without it they are written as they are."""
    form = scenario.model_dump(exclude_none=True)
    if tables:
        form["places"] = tables[form["places"]]
        form["population"]["table"] = tables[form["population"]["table"]]
    return _HEAD + "\n".join(_table(form, ())) + "\n"


def _table(table: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    """Return lines of a table: plain values first, then lists of tables, then tables."""
    lines = [f"{_key(name)} = {_value(value)}" for name, value in table.items() if not _is_nested(value)]
    for name, value in table.items():
        below = (*path, _key(name))
        if isinstance(value, Mapping):
            lines += ["", f"[{'.'.join(below)}]", *_table(value, below)]
        elif _is_nested(value):
            for row in value:
                lines += ["", f"[[{'.'.join(below)}]]", *_table(row, below)]
    return lines


def _is_nested(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return bool(value) and isinstance(value[0], Mapping)
    return isinstance(value, Mapping)


def _key(name: str) -> str:
    return name if name.replace("_", "a").replace("-", "a").isalnum() and name.isascii() else json.dumps(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_value(item) for item in value)}]"
    return repr(value)
