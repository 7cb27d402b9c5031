"""How what pydantic found becomes one line: file and line, rule, what was got, how to repair, "did you mean"."""

from __future__ import annotations

import difflib
from typing import Any, Final, get_args

from pydantic import BaseModel, ValidationError

from sim.errors import ScenarioError, complain
from sim.scenario.layers import Layer
from sim.scenario.locate import KeyPath
from sim.scenario.quantity import quantity_of
from sim.scenario.refuse import HERE, REFUSED

_WANTED: Final[dict[str, tuple[str, str]]] = {
    # what pydantic found: what it must be, how to repair
    "float_type": ("a number", "Write a number without quotes"),
    "finite_number": ("a finite number", "Write a finite number"),
    "int_type": ("a whole number", "Write a whole number without quotes or dot"),
    "bool_type": ("true or false", "Write true or false without quotes"),
    "string_type": ("a text", "Put it in quotes"),
    "string_too_short": ("a text that is not empty", "Write a name"),
    "string_pattern_mismatch": ("a short id of letters, digits and _", "Write an id like village"),
    "model_type": ("a table", "Write it as a [section] or { key = value }"),
    "tuple_type": ("a list", "Write it in [ ]"),
}
_SHORT: Final = 60  # signs of a value that a message repeats
_FEW: Final = 24  # keys that a message lists


def fault(error: ValidationError, model: type[BaseModel], layers: list[Layer]) -> ScenarioError:
    """Return the error to raise for the first thing wrong; unknown keys come first, since they explain the rest."""
    found = min(error.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden")
    path = tuple(found["loc"])
    kind = found["type"]
    context = found.get("ctx", {})
    if kind == REFUSED:
        path = (*path, *context["at"])
        rule, got, repair = context["rule"].replace(HERE, _dotted(found["loc"])), context["got"], context["repair"]
    elif kind == "extra_forbidden":
        rule, got, repair = _unknown(path, model)
    elif kind == "missing":
        rule, got, repair = f"{_dotted(path)} must be given", "nothing", _give(path)
    else:
        rule, got, repair = _wrong(path, model, found)
    return ScenarioError(complain(_where(path, layers), rule, got, repair))


def _where(path: KeyPath, layers: list[Layer]) -> str:
    """Name the last layer that says something about the path, or about the nearest key above it, else the file."""
    for length in range(len(path), 0, -1):
        for layer in reversed(layers):
            if layer.holds(path[:length]):
                return layer.where(path)
    return next((layer.place for layer in reversed(layers) if layer.text), layers[-1].place)


def _unknown(path: KeyPath, model: type[BaseModel]) -> tuple[str, str, str]:
    table = model_at(path[:-1], model)
    allowed = sorted(table.model_fields) if table else []
    name = str(path[-1])
    near = difflib.get_close_matches(name, allowed, n=1)
    inside = f" of [{_dotted(path[:-1])}]" if len(path) > 1 else ""
    homes = [section for section, below in _sections(model) if name in below.model_fields]
    if len(path) == 1 and homes:
        hint = f"Write it under {' or '.join(f'[{section}]' for section in homes)}"
    elif near:
        hint = f"Did you mean {near[0]!r}"
    else:
        hint = f"Remove it, or use one of {', '.join(allowed)}" if len(allowed) <= _FEW else "Remove it"
    return f"key must be a known one{inside}", repr(name), hint


def _wrong(path: KeyPath, model: type[BaseModel], found: Any) -> tuple[str, str, str]:
    kind, got, name = found["type"], _brief(found.get("input")), _dotted(path)
    context = found.get("ctx", {})
    table = model_at(path[:-1], model)
    field = str(path[-1])
    quantity = quantity_of(table, field) if table is not None and field in table.model_fields else None
    if (
        quantity is not None
        and quantity.low is not None
        and kind in ("greater_than_equal", "less_than_equal", "finite_number")
    ):
        low, high = _plain(quantity.low), _plain(quantity.high)
        return (
            f"{name} must lie in {low} to {high} ({quantity.unit})",
            got,
            f"Choose a value in that range for: {quantity.en}",
        )
    if kind in ("greater_than_equal", "less_than_equal"):
        word, bound = ("at least", context.get("ge")) if kind[0] == "g" else ("at most", context.get("le"))
        return f"{name} must be {word} {bound:g}", got, "Choose a value in that range"
    wanted = _WANTED.get(kind)
    if kind == "literal_error":
        return f"{name} must be one of {context['expected']}", got, "Use one of these words"
    if wanted is None:
        return f"{name} must keep its rule ({found['msg']})", got, "Correct the value"
    return f"{name} must be {wanted[0]}", got, wanted[1]


def model_at(path: KeyPath, model: type[BaseModel]) -> type[BaseModel] | None:
    """Return the model of the table at `path` below `model`, or None."""
    here: Any = model
    for key in path:
        if isinstance(key, int):
            continue
        if not (isinstance(here, type) and issubclass(here, BaseModel)) or key not in here.model_fields:
            return None
        here = here.model_fields[key].annotation
        for inner in get_args(here):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                here = inner
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _sections(model: type[BaseModel]) -> list[tuple[str, type[BaseModel]]]:
    found = ((name, field.annotation) for name, field in model.model_fields.items())
    return [(name, kind) for name, kind in found if isinstance(kind, type) and issubclass(kind, BaseModel)]


def _give(path: KeyPath) -> str:
    if path[0] == "types":
        return 'Write extends = "base" at the top of the file, or give the whole type table'
    return f"Add {path[-1]} = … " + (f"to [{_dotted(path[:-1])}]" if len(path) > 1 else "at the top of the file")


def _dotted(path: KeyPath) -> str:
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else str(key)
    return text


def _brief(value: object) -> str:
    text = "true" if value is True else "false" if value is False else repr(value)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _plain(value: float | None) -> str:
    return "any" if value is None else f"{value:g}"
