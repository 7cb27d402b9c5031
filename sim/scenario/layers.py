"""The files and overrides that a scenario is made of: read, followed through `extends`, merged, and remembered by key."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sim.errors import ScenarioError, complain
from sim.scenario.catalogue import library_folder, scenario_names
from sim.scenario.locate import line_of
from sim.scenario.schema import shown

GRADED_CELL: Final = frozenset({"value", "source", "grade"})
PATH_KEYS: Final = (("places",), ("population", "table"), ("population", "facts"))


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One file, or one override. `text` is empty for an override; `grades` are cells that carry their own source."""

    place: str
    name: str
    text: str
    data: dict[str, Any]
    plain: bool
    grades: dict[str, dict[str, Any]] = field(default_factory=dict)

    def where(self, path: tuple[str | int, ...]) -> str:
        """Return file:line of the key, or of the nearest thing above it; the file alone where nothing is there."""
        line = line_of(self.text, path) if self.text else None
        return self.place if line is None else f"{self.place}:{line}"


def read_layers(path: Path) -> list[Layer]:
    """Return the layers of a file, base first. Raises ScenarioError for a file that is missing, broken or circular."""
    layers: list[Layer] = []
    seen: list[Path] = []
    here: Path | None = path
    while here is not None:
        layer = _read(here)
        seen.append(here.resolve())
        target = layer.data.pop("extends", None)
        layers.insert(0, layer)
        here = None if target is None else _target(layer, target, path=here)
        if here is not None and here.resolve() in seen:
            chain = " → ".join(step.stem for step in [*seen, here])
            place = layer.where(("extends",))
            raise ScenarioError(complain(place, "extends must not lead back", chain, "Remove one extends of the circle"))
    return layers


def find(name: str) -> Path:
    """Return the file of a library scenario by name, or of a path as given. Raises ScenarioError."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return Path(name)
    file = library_folder() / f"{name}.toml"
    if file.is_file():
        return file
    known = scenario_names()
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]!r}" if near else f"Use one of {', '.join(known)}, or the path of a .toml file"
    raise ScenarioError(complain("scenario", "a scenario must be in the library or a path to a .toml file", repr(name), hint))


def merge(layers: list[Layer]) -> dict[str, Any]:
    """Return one table: later layers win key by key; lists are replaced whole."""
    whole: dict[str, Any] = {}
    for layer in layers:
        _lay(whole, layer.data)
    return whole


def _lay(under: dict[str, Any], over: dict[str, Any]) -> None:
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(under.get(key), dict):
            _lay(under[key], value)
        elif isinstance(value, dict):
            under[key] = {}
            _lay(under[key], value)
        else:
            under[key] = value


def _read(path: Path) -> Layer:
    place = shown(str(path))
    try:
        raw = path.read_bytes()
    except OSError as reason:
        repair = "Check the path, or name a scenario of the library"
        raise ScenarioError(complain(place, "a scenario must be a readable file", reason.strerror, repair)) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        line = raw[: reason.start].count(b"\n") + 1
        got = f"byte 0x{raw[reason.start]:02x}"
        raise ScenarioError(complain(f"{place}:{line}", "a scenario must be UTF-8 text", got, "Save it as UTF-8")) from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as reason:
        raise ScenarioError(_not_toml(place, str(reason))) from None
    plain = bool(data.pop("abstract", False))
    grades: dict[str, dict[str, Any]] = {}
    _take_grades(data, (), grades)
    _anchor_paths(data, path.parent)
    return Layer(place=place, name=path.name, text=text.replace("\r\n", "\n"), data=data, plain=plain, grades=grades)


def _not_toml(place: str, reason: str) -> str:
    what, _, rest = reason.partition(" (at ")
    words = rest.replace(",", " ").replace(")", " ").split()
    at = f"{place}:{words[1]}" if len(words) > 1 and words[0] == "line" else place
    return complain(at, "a scenario must be TOML", what[:1].lower() + what[1:], "Write key = value lines under [section] headers")


def _target(layer: Layer, target: object, path: Path) -> Path:
    place = layer.where(("extends",))
    if not isinstance(target, str):
        raise ScenarioError(complain(place, "extends must be a name or a path in quotes", target, 'Write extends = "base"'))
    near_by = path.parent / target
    if target.endswith(".toml") and near_by.is_file():
        return near_by
    file = library_folder() / f"{target}.toml"
    if file.is_file():
        return file
    known = ["base", *scenario_names()]
    near = difflib.get_close_matches(target, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]!r}" if near else f"Use one of {', '.join(known)}, or the path of a .toml file beside it"
    raise ScenarioError(complain(place, "extends must name a scenario that exists", repr(target), hint))


def _take_grades(table: dict[str, Any], path: tuple[str, ...], grades: dict[str, dict[str, Any]]) -> None:
    for key, value in table.items():
        if not isinstance(value, dict):
            continue
        if "value" in value and set(value) <= GRADED_CELL:
            grades[".".join((*path, key))] = {k: v for k, v in value.items() if k != "value"}
            table[key] = value["value"]
        else:
            _take_grades(value, (*path, key), grades)


def _anchor_paths(data: dict[str, Any], folder: Path) -> None:
    for path in PATH_KEYS:
        table: Any = data
        for key in path[:-1]:
            table = table.get(key) if isinstance(table, dict) else None
        if isinstance(table, dict) and isinstance(table.get(path[-1]), str) and table[path[-1]]:
            table[path[-1]] = str((folder / table[path[-1]]).resolve())
