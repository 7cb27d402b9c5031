"""Groups of agents over columns, as Mesa's `GroupBy`: counted and aggregated without making a set of each first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from sim.agents.columns import Array, Reading, listed
from sim.agents.door import GroupBy
from sim.agents.reading import summary


class ColumnGroupBy(GroupBy):  # type: ignore[misc]  # Mesa is untyped
    """The agents of a set by the values of a reading, in order of first appearance.

    `groups` maps each value to a set of agents, or with `result_type` "list" to a list of them; made when asked for.
    """

    def __init__(self, agents: Any, by: Reading, result_type: str) -> None:
        self._agents = agents.copy()  # groups stay as they are when the set is put into another order
        self._listed = result_type != "agentset"
        self._keys, self._group = _first_seen(by)
        self._groups: dict[Any, Any] | None = None

    @property
    def groups(self) -> dict[Any, Any]:
        """The groups by value."""
        if self._groups is None:
            agents, numbers = self._agents, listed(self._agents.numbers)
            sets = (agents.of(agents.model, numbers[at], agents.own_random) for at in self._positions())
            made = (list(group) for group in sets) if self._listed else sets
            self._groups = dict(zip(self._keys, made, strict=True))
        return self._groups

    def _positions(self) -> Iterator[Array]:
        """Positions in the set of the agents of each group, in their order."""
        order = np.argsort(self._group, kind="stable")
        ends = np.cumsum(np.bincount(self._group, minlength=len(self._keys)))
        yield from np.split(order, ends[:-1]) if len(self._keys) else ()

    def map(self, method: Callable[..., Any] | str, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        """Call a function, or the method of that name, with each group; return what it gave by value."""
        if isinstance(method, str):
            return {key: getattr(group, method)(*args, **kwargs) for key, group in self.groups.items()}
        return {key: method(group, *args, **kwargs) for key, group in self.groups.items()}

    def do(self, method: Callable[..., Any] | str, *args: Any, **kwargs: Any) -> ColumnGroupBy:
        """Call it with each group; return these groups."""
        self.map(method, *args, **kwargs)
        return self

    def count(self) -> dict[Any, int]:
        """Return the number of agents in each group."""
        counts = np.bincount(self._group, minlength=len(self._keys)).tolist()
        return dict(zip(self._keys, counts, strict=True))

    def agg(self, attr_name: str, func: Callable[[Any], Any]) -> dict[Any, Any]:
        """Return `func` of the values of an attribute in each group."""
        reading = self._agents.reading(attr_name)
        parts = (Reading(codes=reading.codes[at], decode=reading.decode) for at in self._positions())
        return {key: summary(func, part) for key, part in zip(self._keys, parts, strict=True)}

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return iter(self.groups.items())

    def __len__(self) -> int:
        return len(self._keys)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)} groups of {len(self._agents)} agents>"


def _first_seen(by: Reading) -> tuple[list[Any], Array]:
    """Return the distinct values in order of first appearance, and for each agent the position of its own."""
    if by.codes.dtype == np.dtype(object):
        values = by.to_list()
        place = {value: at for at, value in enumerate(dict.fromkeys(values))}
        return list(place), np.array([place[value] for value in values], dtype=np.int64)
    values, inverse = by.coded()
    first = np.empty(len(values), dtype=np.int64)
    first[inverse[::-1]] = np.arange(len(inverse))[::-1]  # of several writes to one cell the last one stays
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(values), dtype=np.int64)
    rank[order] = np.arange(len(values))
    return [values[at] for at in order], rank[inverse]
