"""The files and overrides that a scenario is made of: followed through `extends`, merged, and remembered by key."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sim.errors import ScenarioError, complain
from sim.scenario.library import library_folder, scenario_names
from sim.scenario.locate import KeyPath, line_of, shown
from sim.scenario.quantity import GRADES
from sim.scenario.read import read_toml, take_grades


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One file, or one override.

    `text` is empty for an override. A layer that is `quiet` holds values whose source is the declared one; for every
    other, `grades` has the source and grade of the cells that carry their own.
    """

    place: str
    text: str
    data: dict[str, Any]
    abstract: bool = False
    quiet: bool = False
    grades: dict[str, dict[str, Any]] = field(default_factory=dict)

    def where(self, path: KeyPath) -> str:
        """Return file:line of the key, or of the nearest thing above it; the file alone where nothing is there."""
        line = line_of(self.text, path) if self.text else None
        return self.place if line is None else f"{self.place}:{line}"

    def holds(self, path: KeyPath) -> bool:
        """Tell whether the layer itself says something at `path`."""
        here: Any = self.data
        try:
            for key in path:
                here = here[key]
        except (KeyError, IndexError, TypeError):
            return False
        return True


def read_layers(path: Path) -> list[Layer]:
    """Return the layers of a file, base first. Raises ScenarioError for a file that is missing, broken or circular."""
    layers: list[Layer] = []
    seen: list[Path] = []
    here: Path | None = path
    while here is not None:
        layer = _read_layer(here)
        seen.append(here.resolve())
        target = layer.data.pop("extends", None)
        layers.insert(0, layer)
        here = None if target is None else _target(layer, target, here.parent)
        if here is not None and here.resolve() in seen:
            got = " → ".join(step.stem for step in [*seen, here])
            repair = "Remove one extends of the circle"
            raise ScenarioError(complain(layer.where(("extends",)), "extends must not lead back", got, repair))
    return layers


def find_scenario(name: str) -> Path:
    """Return the file of a library scenario by name, or of a path as given. Raises ScenarioError."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return Path(name)
    file = library_folder() / f"{name}.toml"
    if name and file.is_file():
        return file
    rule = "a scenario must be one of the library or the path of a .toml file"
    raise ScenarioError(complain("scenario", rule, repr(name), _instead(name, scenario_names())))


def merge(layers: list[Layer]) -> dict[str, Any]:
    """Return one table: later layers win key by key; lists are replaced whole. The layers keep their own data."""
    whole: dict[str, Any] = {}
    for layer in layers:
        _lay(whole, layer.data)
    return whole


def _lay(under: dict[str, Any], over: dict[str, Any]) -> None:
    for key, value in over.items():
        if isinstance(value, dict):
            if not isinstance(under.get(key), dict):
                under[key] = {}
            _lay(under[key], value)
        else:
            under[key] = value


def _read_layer(path: Path) -> Layer:
    text, data = read_toml(path)
    abstract, resolved = data.pop("abstract", False) is True, data.pop("resolved", False) is True
    grades = take_grades(data)
    of_library = abstract and path.resolve().parent == library_folder().resolve()
    layer = Layer(
        place=shown(path), text=text, data=data, abstract=abstract, quiet=of_library or resolved, grades=grades
    )
    _check_grades(layer)
    return layer


def _check_grades(layer: Layer) -> None:
    for key, own in layer.grades.items():
        where = layer.where(tuple(key.split(".")))
        if own.get("grade", "assumption") not in GRADES:
            rule = f"the grade of {key} must be one of {', '.join(GRADES)}"
            raise ScenarioError(complain(where, rule, repr(own["grade"]), "Use one of these words"))
        if not isinstance(own.get("source", "x"), str) or not own.get("source", "x"):
            repair = "Write where the number was read, in quotes"
            raise ScenarioError(complain(where, f"the source of {key} must be a text", repr(own["source"]), repair))


def _target(layer: Layer, target: object, folder: Path) -> Path:
    where = layer.where(("extends",))
    if not isinstance(target, str):
        repair = 'Write extends = "base"'
        raise ScenarioError(complain(where, "extends must be a name or a path in quotes", repr(target), repair))
    if target.endswith(".toml"):
        if (folder / target).is_file():
            return folder / target
        rule, repair = "the file that this one extends must exist", "Check the path; it counts from this file's folder"
        raise ScenarioError(complain(where, rule, repr(target), repair))
    file = library_folder() / f"{target}.toml"
    if target and file.is_file():
        return file
    repair = _instead(target, ("base", *scenario_names()))
    raise ScenarioError(complain(where, "extends must name a scenario that exists", repr(target), repair))


def _instead(name: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"Did you mean {near[0]!r}" if near else f"Use one of {', '.join(known)}, or the path of a .toml file"
