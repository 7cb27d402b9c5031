"""How a validator says what is wrong: where, which rule, what was got, how to repair. The line is worded elsewhere."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

REFUSED = "refused"
"""The error type that :mod:`sim.scenario.faults` unpacks."""
HERE = "{here}"
"""Stands in a rule for the path of the model whose validator speaks."""


def refusal(rule: str, got: object, repair: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """Return the error to raise in a validator; `at` is the path below the model whose validator speaks."""
    context = {"rule": rule, "got": str(got), "repair": repair, "at": list(at)}
    return PydanticCustomError(REFUSED, "{rule}, got {got}. {repair}", context)
