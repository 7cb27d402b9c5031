"""How a validator says what is wrong: where, which rule, what was got, how to repair. The line is worded elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from pydantic_core import PydanticCustomError

REFUSED = "refused"
"""The error type that :mod:`sim.scenario.faults` unpacks."""
HERE = "{here}"
"""Stands in a rule for the path of the model whose validator speaks."""


class Identified(Protocol):
    """What has an id."""

    id: str


def refusal(rule: str, got: object, repair: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """Return the error to raise in a validator; `at` is the path below the model whose validator speaks."""
    context = {"rule": rule, "got": str(got), "repair": repair, "at": list(at)}
    return PydanticCustomError(REFUSED, "{rule}, got {got}. {repair}", context)


def check_ids(what: str, things: Iterable[Identified]) -> None:
    """Refuse two `what` (a list of the scenario, by its key) of one id: nobody could say which is meant."""
    seen: set[str] = set()
    for at, thing in enumerate(things):
        if thing.id in seen:
            raise refusal(f"ids of {what} must differ", repr(thing.id), "Rename one", at=(what, at, "id"))
        seen.add(thing.id)
