"""What the façade refuses, and how it says so. A name that Mesa offers and a fixed population cannot keep is an error.

Silence would be worse: a set that looks empty, a write that goes nowhere, a step that does nothing.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Hashable
from typing import Any, Final, NoReturn

from sim.errors import BadInput, complain

_FIXED: Final = "the population is fixed by the scenario"


class FixedPopulation(BadInput, TypeError):
    """Agents can be neither made nor removed: who lives in the society is the scenario's."""


class UnknownName(BadInput, AttributeError):
    """An agent has no attribute of that name."""


class ReadOnly(BadInput, AttributeError):
    """An attribute that follows from the run and cannot be set from outside."""


class ClosedModel(BadInput, RuntimeError):
    """A model was used after `close()`."""


class EndOfRun(BadInput, RuntimeError):
    """A step was asked for past the last day of the scenario."""


def refusal(name: str, repair: str, rule: str = _FIXED) -> Callable[..., NoReturn]:
    """Return a method that refuses, to stand where Mesa has one called `name`."""

    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise FixedPopulation(complain(name, rule, f"a call of {name}()", repair))

    refuse.__name__ = refuse.__qualname__ = name
    refuse.__doc__ = f"Refused: {rule}. {repair}."
    return refuse


def unknown(kind: Any, name: str) -> UnknownName:
    """Return the error for a name that a kind of agent does not have, with the nearest one that it has."""
    return UnknownName(_unknown(kind, name))


@functools.lru_cache(maxsize=256)  # asked for once per agent by whoever looks for it on a million of them
def _unknown(kind: Hashable, name: str) -> str:
    near = difflib.get_close_matches(name, dir(kind), n=1)
    repair = f"Did you mean {near[0]!r}" if near else "Make a column of your own with model.add_column(…)"
    return complain(getattr(kind, "__name__", ""), "attribute must be a known one", repr(name), repair)


def read_only(owner: str, name: str) -> ReadOnly:
    """Return the error for a write to what follows from the run."""
    repair = "Move it by a policy or a scenario, or keep notes in a column of your own (model.add_column)"
    return ReadOnly(complain(f"{owner}.{name}", "this follows from the run and is read-only", "a write", repair))
