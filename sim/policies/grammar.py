"""The text of policies, `id(dose=0.5,start=30)+other,baseline`, cut into pieces. What they mean is read elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sim.errors import PolicyError, complain

_CALL: Final = re.compile(r"^(?P<name>[^()]+?)\s*(?:\((?P<inside>[^()]*)\))?$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One policy as written: its name (an id, or file.py:Class) and its arguments, both still text."""

    name: str
    arguments: tuple[tuple[str, str], ...]


def cut(text: str, mark: str) -> list[str]:
    """Split at `mark` outside of brackets; pieces are stripped. Raises PolicyError where brackets do not close."""
    pieces, depth, begin = [], 0, 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth < 0 or depth > 1:
            break
        if sign == mark and depth == 0:
            pieces.append(text[begin:at].strip())
            begin = at + 1
    if depth != 0:
        repair = "Write e.g. keep_in_village(dose=0.5,start=30), in quotes"
        raise PolicyError(complain("policies", "brackets must close", repr(text), repair))
    return [*pieces, text[begin:].strip()]


def read_call(text: str) -> Call:
    """Read `name` or `name(key=value,…)`. Raises PolicyError."""
    match = _CALL.match(text)
    if match is None:
        repair = "Write e.g. keep_in_village or keep_in_village(dose=0.5,start=30)"
        raise PolicyError(complain("policies", "a policy must be written as name(key=value,…)", repr(text), repair))
    name, inside = match["name"].strip(), (match["inside"] or "").strip()
    arguments: dict[str, str] = {}
    for piece in inside.split(",") if inside else ():
        key, sign, value = (part.strip() for part in piece.partition("="))
        if not sign or not key or not value:
            raise PolicyError(complain(name, "arguments must be key=value", repr(piece.strip()), "Write e.g. dose=0.5"))
        if key in arguments:
            raise PolicyError(complain(name, f"{key} must be given once", f"it again as {value!r}", "Keep one of them"))
        arguments[key] = value
    return Call(name=name, arguments=tuple(arguments.items()))
