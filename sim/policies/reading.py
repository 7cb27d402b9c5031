"""Arguments of a policy from text: dose, dates, targets and options, each within its bounds or one clear line."""

from __future__ import annotations

import difflib
import math
from dataclasses import dataclass
from typing import Any, Final

from sim.errors import PolicyError, complain
from sim.policies.base import RESERVED, Option, options_of
from sim.policies.targets import EVERYWHERE, Targets, parse_targets

LATEST_DAY: Final = 100_000
"""Days a policy's dates may reach; a guard against a slip of the finger, longer than any run."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """How a policy is enacted. `end` is the first day no longer in force; `options` are those that were given."""

    dose: float = 1.0
    start: int = 0
    end: int | None = None
    targets: Targets = EVERYWHERE
    options: tuple[tuple[str, float], ...] = ()


def read_arguments(policy: type[Any], given: tuple[tuple[str, str], ...], place: str) -> Arguments:
    """Return the arguments of a policy class. Raises PolicyError for unknown keys and values out of range."""
    options = options_of(policy)
    values: dict[str, Any] = {}
    chosen: dict[str, float] = {}
    for key, text in given:
        if key == "dose":
            values[key] = _number(key, text, 0.0, 1.0, "share of the full dose", place)
        elif key in ("start", "end"):
            values[key] = _whole(key, text, 0 if key == "start" else 1, LATEST_DAY, "days", place)
        elif key == "targets":
            values[key] = parse_targets(text, place)
        elif key in options:
            chosen[key] = _option(options[key], text, place)
        else:
            known = (*RESERVED, *options)
            near = difflib.get_close_matches(key, known, n=1)
            repair = f"Did you mean {near[0]!r}" if near else f"Use one of {', '.join(known)}"
            raise PolicyError(complain(place, "argument must be a known one", repr(key), repair))
    start, end = values.get("start", 0), values.get("end")
    if end is not None and end <= start:
        raise PolicyError(
            complain(place, f"end must lie after start (day {start})", end, "Set a later end or leave it out")
        )
    kept = tuple((name, chosen[name]) for name in options if name in chosen and chosen[name] != options[name].default)
    return Arguments(**values, options=kept)


def plain(value: float) -> str:
    """Write a number so that reading it gives the same bits, without a needless `.0`."""
    text = repr(value)
    return text.removesuffix(".0")


def _option(one: Option, text: str, place: str) -> float:
    if isinstance(one.default, int):
        return _whole(one.name, text, int(one.low), int(one.high), one.unit, place)
    return _number(one.name, text, one.low, one.high, one.unit, place)


def _number(key: str, text: str, low: float, high: float, unit: str, place: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        rule = f"{key} must be a number from {low:g} to {high:g} ({unit})"
        raise PolicyError(complain(place, rule, repr(text), "Choose a value in that range"))
    return value + 0.0  # -0.0 becomes 0.0: one dose, one text


def _whole(key: str, text: str, low: int, high: int, unit: str, place: str) -> int:
    value = int(text) if text.removeprefix("-").isdecimal() else None
    if value is None or not low <= value <= high:
        rule = f"{key} must be a whole number from {low} to {high} ({unit})"
        raise PolicyError(complain(place, rule, repr(text), "Choose a value in that range"))
    return value
