"""How `--set a.b=3` becomes a layer over the files: dotted key, TOML value; a bare word stands for itself in quotes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sim.errors import ScenarioError, complain
from sim.scenario.layers import Layer

_BARE: Final = re.compile(r"^[A-Za-z_][A-Za-z0-9_-]*$")
_KEY: Final = re.compile(r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$")


def override_layers(overrides: object) -> list[Layer]:
    """Return one layer per override; `overrides` is a mapping of dotted keys or a sequence of "key=value" texts."""
    if isinstance(overrides, Mapping):
        return [_layer(str(key), value, f"--set {key}={value}") for key, value in overrides.items()]
    if isinstance(overrides, str):
        return [_parse(overrides)]
    if not isinstance(overrides, Iterable):
        raise ScenarioError(complain("--set", "overrides must be key=value texts", overrides, "Write --set settle.tie=0.3"))
    return [_parse(str(text)) for text in overrides]


def _parse(text: str) -> Layer:
    place = f"--set {text}"
    key, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not value or not _KEY.match(key):
        rule = "an override must be a dotted key, = and a value"
        raise ScenarioError(complain("--set", rule, repr(text), "Write for example --set settle.tie=0.3"))
    try:
        parsed: object = tomllib.loads(f"x = {value}")["x"]
    except tomllib.TOMLDecodeError:
        if not _BARE.match(value):
            rule = "the value of an override must be written as in TOML"
            raise ScenarioError(complain(place, rule, value, "Put a text in quotes; write numbers with a dot")) from None
        parsed = value
    return _layer(key, parsed, place)


def _layer(key: str, value: object, place: str) -> Layer:
    data: Any = value
    for part in reversed(key.split(".")):
        data = {part: data}
    return Layer(place=place, name="--set", text="", data=data, plain=False)
