"""What sets of agents do to one another, and how their agents are filtered and ordered: all in numbers, not in views.

Orders are Mesa's: a union puts this set first, an intersection keeps the order of the other one.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np

from sim.agents.columns import Array, Rows, listed
from sim.agents.view import View
from sim.errors import BadInput, complain


def number_of(model: Any, agent: object) -> int | None:
    """Return the number of an agent of this model, None for anything else."""
    if not isinstance(agent, View) or agent.model is not model:
        return None
    return agent.unique_id - 1


def numbers_of(model: Any, agents: Iterable[Any]) -> Array:
    """Return the numbers of agents in their order, each once. Raises BadInput for what is no agent of this model."""
    if getattr(agents, "numbers", None) is not None and getattr(agents, "model", None) is model:
        return listed(agents.numbers)  # type: ignore[attr-defined]
    given = list(agents)
    numbers = [number_of(model, agent) for agent in given]
    if None in numbers:
        rule, repair = "agents of a set must be of one model", "Leave it out"
        raise BadInput(complain("ColumnAgentSet", rule, repr(given[numbers.index(None)]), repair))
    return np.array(list(dict.fromkeys(numbers)), dtype=np.int64)


def _known(model: Any, agents: Iterable[Any]) -> Array:
    """Numbers of those that are agents of this model."""
    if getattr(agents, "numbers", None) is not None and getattr(agents, "model", None) is model:
        return listed(agents.numbers)  # type: ignore[attr-defined]
    return numbers_of(model, [agent for agent in agents if number_of(model, agent) is not None])


def intersection(self: Any, other: Any) -> Any:
    """Those of `other` that are in this set."""
    if not isinstance(other, Iterable):
        return NotImplemented
    numbers = _known(self.model, other)
    return self.of(self.model, numbers[self.mask[numbers]], self.own_random)


def union(self: Any, other: Any) -> Any:
    """Those of this set, then those of `other` that are not in it."""
    if not isinstance(other, Iterable):
        return NotImplemented
    numbers = numbers_of(self.model, other)
    both = np.concatenate([listed(self.numbers), numbers[~self.mask[numbers]]])
    return self.of(self.model, both, self.own_random)


def difference(self: Any, other: Any) -> Any:
    """Those of this set that are not in `other`."""
    if not isinstance(other, Iterable):
        return NotImplemented
    without = np.zeros(self.model.census.total, dtype=bool)
    without[_known(self.model, other)] = True
    mine = listed(self.numbers)
    return self.of(self.model, mine[~without[mine]], self.own_random)


def difference_reflected(self: Any, other: Any) -> Any:
    """Those of `other` that are not in this set."""
    if not isinstance(other, Iterable):
        return NotImplemented
    return difference(self.of(self.model, numbers_of(self.model, other), self.own_random), self)


def one_of_two(self: Any, other: Any) -> Any:
    """Those of this set, then those of `other`, that are in one of the two only."""
    if not isinstance(other, Iterable):
        return NotImplemented
    theirs = self.of(self.model, numbers_of(self.model, other), self.own_random)
    return union(difference(self, theirs), difference(theirs, self))


def same(self: Any, other: object) -> Any:
    """Whether two sets hold the same agents, in whatever order."""
    if not isinstance(other, AbstractSet):
        return NotImplemented
    return len(self) == len(other) and all_in(self, other)


def all_in(self: Any, other: AbstractSet[Any]) -> bool:
    """Whether all agents of this set are in `other`."""
    if isinstance(other, type(self)) and other.model is self.model:
        return bool(other.mask[listed(self.numbers)].all())
    return all(agent in other for agent in self)


def at_most(self: Any, other: object) -> Any:
    """Whether this set is a subset of `other`."""
    return len(self) <= len(other) and all_in(self, other) if isinstance(other, AbstractSet) else NotImplemented


def less(self: Any, other: object) -> Any:
    """Whether this set is a smaller subset of `other`."""
    return len(self) < len(other) and all_in(self, other) if isinstance(other, AbstractSet) else NotImplemented


def at_least(self: Any, other: object) -> Any:
    """Whether every element of `other` is in this set."""
    if not isinstance(other, AbstractSet):
        return NotImplemented
    return len(self) >= len(other) and all(agent in self for agent in other)


def more(self: Any, other: object) -> Any:
    """Whether every element of `other` is in this set, and more."""
    if not isinstance(other, AbstractSet):
        return NotImplemented
    return len(self) > len(other) and all(agent in self for agent in other)


def apart(self: Any, other: Iterable[Any]) -> bool:
    """Whether no agent is in both."""
    return not bool(self.mask[_known(self.model, other)].any())


def of_type(self: Any, agent_type: type[Any] | None) -> Rows:
    """Numbers of the agents of a type, in their order."""
    if agent_type is None:
        every: Rows = self.numbers
        return every
    spans = [(start, end) for kind, start, end in self.model.census.spans if issubclass(kind, agent_type)]
    numbers = listed(self.numbers)
    keep = np.zeros(len(numbers), dtype=bool)
    for start, end in spans:
        keep |= (numbers >= start) & (numbers < end)
    return numbers[keep]


def passing(agents: Any, test: Callable[[View], Any], limit: int) -> Array:
    """Numbers of the first `limit` agents for which `test` holds; the rest is not asked."""
    found: list[int] = []
    for agent in agents:
        if len(found) >= limit:
            break
        if test(agent):
            found.append(agent.unique_id - 1)
    return np.array(found, dtype=np.int64)


def order_by(agents: Any, key: Callable[[View], Any] | str, ascending: bool) -> Array:
    """Positions of the agents when sorted, stable in either direction: int64[agents]."""
    if isinstance(key, str) and "." not in key:
        reading = agents.reading(key)
        if reading.numeric:
            return _order(reading.codes, ascending)
        keys = reading.to_list()
    else:
        get = operator.attrgetter(key) if isinstance(key, str) else key
        keys = [get(agent) for agent in agents]
    positions = sorted(range(len(keys)), key=keys.__getitem__, reverse=not ascending)
    return np.array(positions, dtype=np.int64)


def _order(keys: Array, ascending: bool) -> Array:
    if ascending:
        return np.argsort(keys, kind="stable")
    return np.asarray(len(keys) - 1 - np.argsort(keys[::-1], kind="stable")[::-1])
