"""How `--set a.b=3` becomes a layer over the files: dotted key, TOML value; a bare word stands for a text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sim.errors import ScenarioError, complain
from sim.scenario.layers import Layer
from sim.scenario.read import anchor_paths, take_grades

Overrides = Sequence[str] | Mapping[str, object]

_BARE: Final = re.compile(r"^[A-Za-z_][A-Za-z0-9_-]*$")
_KEY: Final = re.compile(r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$")


def override_layers(overrides: Overrides) -> list[Layer]:
    """Return one layer per override: texts "key=value", or a mapping of dotted keys. Raises ScenarioError."""
    if isinstance(overrides, Mapping):
        return [_layer(key, value, f"--set {key}={value}") for key, value in overrides.items()]
    return [_parse(text) for text in ([overrides] if isinstance(overrides, str) else overrides)]


def _parse(text: str) -> Layer:
    place = f"--set {text}"
    key, equals, value = (part.strip() for part in text.partition("="))
    if not (key and equals and value):
        rule = "an override must be a dotted key, = and a value"
        raise ScenarioError(complain(place, rule, repr(text), "Write for example --set settle.tie=0.3"))
    try:
        (parsed,) = tomllib.loads(f"x = {value}").values()
    except ValueError:  # not TOML, or more than one line of it
        if not _BARE.match(value):
            rule = "the value of an override must be written as in TOML"
            repair = "Put a text in quotes; write a number as 0.5"
            raise ScenarioError(complain(place, rule, value, repair)) from None
        parsed = value
    return _layer(key, parsed, place)


def _layer(key: str, value: object, place: str) -> Layer:
    if not _KEY.match(key):
        rule, repair = "the key of an override must be names joined by dots", "Write for example settle.tie"
        raise ScenarioError(complain(place, rule, repr(key), repair))
    data: Any = value
    for part in reversed(key.split(".")):
        data = {part: data}
    grades = take_grades(data)
    anchor_paths(data, Path.cwd())
    return Layer(place=place, text="", data=data, grades=grades)
