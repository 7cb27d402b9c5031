"""One TOML file as text and tables: encoding, syntax, paths that count from its folder, cells that carry a source."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

from sim.errors import ScenarioError, complain
from sim.scenario.locate import shown

GRADED_CELL: Final = frozenset({"value", "source", "grade"})
PATH_KEYS: Final = (("places",), ("population", "table"), ("population", "facts"))


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Return the text and the tables of a file. Raises ScenarioError if it is missing, not UTF-8 or not TOML."""
    place = shown(path)
    try:
        raw = path.read_bytes()
    except OSError as reason:
        repair = "Check the path, or name a scenario of the library"
        raise ScenarioError(complain(place, "a scenario must be a readable file", reason.strerror, repair)) from None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as reason:
        where, got = f"{place}:{raw[: reason.start].count(10) + 1}", f"byte 0x{raw[reason.start]:02x}"
        raise ScenarioError(complain(where, "a scenario must be UTF-8 text", got, "Save it as UTF-8")) from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as reason:
        raise ScenarioError(_not_toml(place, str(reason))) from None
    anchor_paths(data, path.parent)
    return text, data


def anchor_paths(data: dict[str, Any], folder: Path) -> None:
    """Make the paths of tables count from `folder`, in place."""
    for path in PATH_KEYS:
        table: Any = data
        for key in path[:-1]:
            table = table.get(key) if isinstance(table, dict) else None
        if isinstance(table, dict) and isinstance(table.get(path[-1]), str) and table[path[-1]]:
            table[path[-1]] = str((folder / table[path[-1]]).resolve())


def take_grades(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Replace each cell `{ value = 1, source = "…", grade = "B" }` by its value, in place; return the rest by key."""
    grades: dict[str, dict[str, Any]] = {}
    _take(data, "", grades)
    return grades


def _take(table: dict[str, Any], above: str, grades: dict[str, dict[str, Any]]) -> None:
    for name, value in table.items():
        if not isinstance(value, dict):
            continue
        if "value" in value and set(value) <= GRADED_CELL:
            grades[above + name] = {key: said for key, said in value.items() if key != "value"}
            table[name] = value["value"]
        else:
            _take(value, f"{above}{name}.", grades)


def _not_toml(place: str, reason: str) -> str:
    what, _, rest = reason.partition(" (at ")
    words = rest.replace(",", " ").replace(")", " ").split()
    where = f"{place}:{words[1]}" if len(words) > 1 and words[0] == "line" else place
    repair = "Write key = value lines under [section] headers, texts in quotes"
    return complain(where, "a scenario must be TOML", what[:1].lower() + what[1:], repair)
