"""Conditions on columns, for `select`: `col("mood") > 0.3`, joined by `&`, `|`, `~`; one form for one agent and many.

A condition is also a plain filter function: called with an agent it answers for that agent.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

import numpy as np

from sim.agents.columns import Array, Reading, objects

Read = Callable[[str], Reading]


class Condition:
    """Something that is true or false of an agent. `holds` answers for many at once: bool[n]."""

    def __init__(self, one: Callable[[Any], bool], many: Callable[[Read], Array]) -> None:
        self._one = one
        self._many = many

    def __call__(self, agent: Any) -> bool:
        """Answer for one agent."""
        return self._one(agent)

    def holds(self, read: Read) -> Array:
        """Answer for all agents whose attributes `read` (name) gives."""
        return self._many(read)

    def __and__(self, other: Condition) -> Condition:
        return Condition(lambda agent: self(agent) and other(agent), lambda read: self.holds(read) & other.holds(read))

    def __or__(self, other: Condition) -> Condition:
        return Condition(lambda agent: self(agent) or other(agent), lambda read: self.holds(read) | other.holds(read))

    def __invert__(self) -> Condition:
        return Condition(lambda agent: not self(agent), lambda read: ~self.holds(read))

    def __bool__(self) -> NoReturn:
        """Refuse `and`, `or`, `not` and `0 < col(…) < 1`: Python would drop a part of them without a word."""
        raise TypeError("a condition has no truth of its own: join conditions with &, | and ~, each in brackets")


class Term:
    """An attribute by name, to be compared with a value or with another attribute. Made by :func:`col`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]
        return _compare(operator.eq, self.name, other)

    def __ne__(self, other: object) -> Condition:  # type: ignore[override]
        return _compare(operator.ne, self.name, other)

    def __lt__(self, other: Any) -> Condition:
        return _compare(operator.lt, self.name, other)

    def __le__(self, other: Any) -> Condition:
        return _compare(operator.le, self.name, other)

    def __gt__(self, other: Any) -> Condition:
        return _compare(operator.gt, self.name, other)

    def __ge__(self, other: Any) -> Condition:
        return _compare(operator.ge, self.name, other)

    __hash__ = None  # type: ignore[assignment]  # comparing gives a condition, not an answer

    def __bool__(self) -> NoReturn:
        """Refuse `if col(…)` and `not col(…)`: compare first."""
        raise TypeError(f"col({self.name!r}) has no truth of its own: compare it, as in col({self.name!r}) == True")

    def isin(self, values: Iterable[Any]) -> Condition:
        """True where the attribute is one of `values`."""
        known = list(values)
        name = self.name
        return Condition(
            lambda agent: getattr(agent, name) in known,
            lambda read: _each(read(name), lambda value: value in known),
        )


def col(name: str) -> Term:
    """Return the attribute `name` for use in a condition, as in `(col("mood") > 0.3) & (col("sex") == "woman")`."""
    return Term(name)


def _compare(test: Callable[[Any, Any], Any], name: str, other: Any) -> Condition:
    if isinstance(other, Term):
        right = other.name
        return Condition(
            lambda agent: bool(test(getattr(agent, name), getattr(agent, right))),
            lambda read: _pairs(test, read(name), read(right)),
        )
    return Condition(
        lambda agent: bool(test(getattr(agent, name), other)),
        lambda read: _against(test, read(name), other),
    )


def _against(test: Callable[[Any, Any], Any], reading: Reading, value: Any) -> Array:
    if reading.numeric and isinstance(value, bool | int | float | np.bool_ | np.integer | np.floating):
        return np.asarray(test(reading.codes, value), dtype=bool)
    return _each(reading, lambda each: test(each, value))


def _each(reading: Reading, test: Callable[[Any], Any]) -> Array:
    """Test each distinct value once where values are codes or numbers, else each agent's."""
    if reading.codes.dtype == np.dtype(object):
        return np.fromiter((bool(test(value)) for value in reading.to_list()), dtype=bool, count=len(reading.codes))
    values, inverse = reading.coded()
    answers = np.array([bool(test(value)) for value in values], dtype=bool)
    return answers[inverse]


def _pairs(test: Callable[[Any, Any], Any], left: Reading, right: Reading) -> Array:
    if left.numeric and right.numeric:
        return np.asarray(test(left.codes, right.codes), dtype=bool)
    pairs = zip(objects(left.to_list()), objects(right.to_list()), strict=True)
    return np.fromiter((bool(test(a, b)) for a, b in pairs), dtype=bool, count=len(left.codes))
