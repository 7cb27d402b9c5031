"""Sets of agents over columns: all of Mesa's `AgentSet`, with the rows of agents in place of weak references to them.

Mesa's own methods build `AgentSet(...)` from agents and keep weak references: with views that nobody else holds they
would be empty a line later. So every one of them stands here anew (which makes this file longer than most), and
`tests/agents` fails on one that does not. What sets do to each other is in `algebra`, groups are in `grouping`.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import TYPE_CHECKING, Any, Literal, Self

import numpy as np

from sim.agents import algebra
from sim.agents.columns import Array, Reading, Rows, listed, objects
from sim.agents.door import AgentSet
from sim.agents.expressions import Condition
from sim.agents.grouping import ColumnGroupBy
from sim.agents.reading import MISSING, joined, read, summary
from sim.agents.refusals import FixedPopulation, refusal
from sim.agents.writing import check, write
from sim.errors import BadInput, complain

if TYPE_CHECKING:
    from sim.agents.view import View

_USE = "Make another set: select(), or set algebra such as a | b and a - b"


class ColumnAgentSet(AgentSet):  # type: ignore[misc]  # Mesa is untyped
    """An ordered set of agents of one model, residents or of several kinds. Making one copies no agent.

    `numbers` (unique_id - 1, in order) is all that it holds: a range, or an int64 array that is never written to. Sets
    that belong to the model (`model.agents`, `model.agents_by_type`) can be put into another order in place, but not
    made smaller. `random` is the model's, and orders of agents are all that it decides.
    """

    def __init__(self, agents: Iterable[View], random: Random | None = None) -> None:
        given = list(agents)
        if not given:
            rule, repair = "a set made from agents must be given one", "Take an empty one by select(at_most=0)"
            raise BadInput(complain("ColumnAgentSet", rule, "none", repair))
        model = given[0].model
        self.__setstate__({"model": model, "numbers": algebra.numbers_of(model, given), "random": random})

    @classmethod
    def of(cls, model: Any, numbers: Rows, random: Random | None = None, *, whole: bool = False) -> Self:
        """Return the set of these numbers (distinct, in order). `whole`: it belongs to the model."""
        made = cls.__new__(cls)
        made.__setstate__({"model": model, "numbers": numbers, "random": random, "whole": whole})
        return made

    def __getstate__(self) -> dict[str, Any]:
        return {"model": self._model, "numbers": self._numbers, "random": self._random}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._model = state["model"]
        self._numbers: Rows = state["numbers"]
        self._random: Random | None = state["random"]
        self._whole = bool(state.get("whole", False))  # a copy of one of the model's sets is not one of them
        self._mask: Array | None = None

    @property
    def model(self) -> Any:
        """The model whose agents these are."""
        return self._model

    @property
    def numbers(self) -> Rows:
        """Numbers of the agents in their order: unique_id - 1."""
        return self._numbers

    @property
    def mask(self) -> Array:
        """For each agent of the model whether it is in the set, bool[agents]."""
        if self._mask is None:
            mask = np.zeros(self._model.census.total, dtype=bool)
            mask[listed(self._numbers)] = True
            self._mask = mask
        return self._mask

    @property
    def random(self) -> Random:
        """Where shuffling takes its luck from: the model's `random`, which no process of the model reads."""
        stream: Random = self._model.random if self._random is None else self._random
        return stream

    @random.setter
    def random(self, stream: Random) -> None:
        self._random = stream

    @property
    def own_random(self) -> Random | None:
        """A stream of its own, None where it uses the model's."""
        return self._random

    def _sub(self, numbers: Rows) -> Self:
        return self.of(self._model, numbers, self._random)

    def _reorder(self, numbers: Rows, *, inplace: bool) -> Self:
        """Return a set of the same agents in another order: this one or a new one."""
        if not inplace:
            return self._sub(numbers)
        self._numbers = numbers
        return self

    def _update(self, agents: Iterable[View]) -> Self:
        self._shrink(algebra.numbers_of(self._model, agents))
        return self

    def _shrink(self, numbers: Rows) -> None:
        if self._whole and len(numbers) != len(self._numbers):
            rule, got = "the population is fixed by the scenario", "a set of the model made smaller in place"
            raise FixedPopulation(complain("select", rule, got, "Leave out inplace=True"))
        self._numbers, self._mask = numbers, None

    # -- looking ------------------------------------------------------------------------------------------------------
    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[View]:
        model = self._model
        agents: Iterator[View] = model.census.agents(model, self._numbers)
        return agents

    def __reversed__(self) -> Iterator[View]:
        return iter(self._sub(listed(self._numbers)[::-1]))

    def __contains__(self, agent: object) -> bool:
        number = algebra.number_of(self._model, agent)
        if number is None:
            return False
        return number in self._numbers if isinstance(self._numbers, range) else bool(self.mask[number])

    def __getitem__(self, item: int | slice) -> Any:
        model = self._model
        if isinstance(item, slice):
            return list(self._sub(listed(self._numbers)[item]))
        return model.census.agent(model, int(self._numbers[operator.index(item)]))

    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """Return the position of an agent. Raises ValueError where it is not in the set."""
        part = listed(self._numbers)[start:stop]
        number = algebra.number_of(self._model, value)
        found = np.flatnonzero(part == (-1 if number is None else number))
        if not len(found):
            raise ValueError(f"{value!r} is not in the set")
        return int(found[0]) + range(len(self))[start:stop].start

    def count(self, value: Any) -> int:
        """Return 1 for an agent of the set, else 0. (How many agents there are is `len`.)"""
        return int(value in self)

    def to_list(self) -> list[View]:
        """Return the agents as a list of views."""
        return list(self)

    def __repr__(self) -> str:
        kinds = [f"{len(rows)} {kind.__name__}" for kind, rows, _ in self.segments()]
        return f"<{type(self).__name__}: {', '.join(kinds) or 'empty'}>"

    # -- reading and writing ------------------------------------------------------------------------------------------
    def segments(self) -> Iterator[tuple[type[View], Rows, Any]]:
        """Yield each kind that is in the set: the kind, its rows, and their positions in the set."""
        numbers = self._numbers
        for kind, start, end in self._model.census.spans:
            if isinstance(numbers, range):
                low, high = max(numbers.start, start), min(numbers.stop, end)
                if low < high:
                    positions: Any = slice(low - numbers.start, high - numbers.start)
                    yield kind, range(low - start, high - start), positions
            else:
                inside = (numbers >= start) & (numbers < end)
                if inside.all() and len(numbers):
                    yield kind, numbers - start, slice(None)
                    return
                if inside.any():
                    yield kind, numbers[inside] - start, np.flatnonzero(inside)

    def reading(self, name: str, default: Any = MISSING) -> Reading:
        """Return attribute `name` of all agents. Raises UnknownName where a kind lacks it and no default is given."""
        parts = [(at, read(self._model, kind, rows, name, default)) for kind, rows, at in self.segments()]
        return joined(parts, len(self)) if parts else Reading(codes=objects([]))

    def column(self, name: str) -> Array:
        """Return attribute `name` as an array of one's own: bool, int64, float64 or object[agents], in their order."""
        return self.reading(name).to_array()

    def get(
        self,
        attr_names: str | list[str],
        handle_missing: Literal["error", "default"] = "error",
        default_value: Any = None,
    ) -> list[Any]:
        """Return the values of an attribute, or for several attributes a list of values for each agent."""
        if handle_missing not in ("error", "default"):
            raise ValueError(f"Unknown handle_missing option: {handle_missing}, should be one of 'error' or 'default'")
        default = MISSING if handle_missing == "error" else default_value
        if isinstance(attr_names, str):
            return self.reading(attr_names, default).to_list()
        columns = [self.reading(name, default).to_list() for name in attr_names]
        return [list(row) for row in zip(*columns, strict=True)] if columns else [[] for _ in range(len(self))]

    def set(self, attr_name: str, value: Any) -> Self:
        """Set an attribute of all agents to one value: a column of your own, or one that may be written (`mood`)."""
        parts = list(self.segments())
        for kind, _, _ in parts:
            check(self._model, kind, attr_name, value)
        for kind, rows, _ in parts:
            write(self._model, kind, attr_name, rows, value)
        return self

    def agg(self, attribute: str, func: Callable[[Any], Any] | Iterable[Callable[[Any], Any]]) -> Any:
        """Return `func` of the values of an attribute, or the list of what several functions give."""
        return summary(func, self.reading(attribute))

    # -- choosing and ordering ----------------------------------------------------------------------------------------
    def select(
        self,
        filter_func: Callable[[View], bool] | Condition | None = None,
        at_most: float = math.inf,
        inplace: bool = False,
        agent_type: type[Any] | None = None,
    ) -> Self:
        """Return the agents for which `filter_func` holds: a function of an agent, or (quicker) a condition on columns.

        `at_most`: the first so many; a float up to 1.0 is a share of the set. `agent_type` is looked at first.
        """
        chosen = algebra.of_type(self, agent_type)
        limit = len(chosen) if at_most == math.inf else max(0, _limit(at_most, len(self)))
        if isinstance(filter_func, Condition):
            part = self._sub(chosen)
            chosen = listed(chosen)[filter_func.holds(part.reading)] if len(part) else chosen
        elif filter_func is not None:
            chosen = algebra.passing(self._sub(chosen), filter_func, limit)
        chosen = chosen[:limit]
        if not inplace:
            return self._sub(chosen)
        self._shrink(chosen)
        return self

    def shuffle(self, inplace: bool = False) -> Self:
        """Return the agents in an order drawn from `random`: the same as Mesa draws from the same stream."""
        order = list(range(len(self)))
        self.random.shuffle(order)
        return self._reorder(listed(self._numbers)[np.array(order, dtype=np.int64)], inplace=inplace)

    def sort(self, key: Callable[[View], Any] | str, ascending: bool = False, inplace: bool = False) -> Self:
        """Return the agents by an attribute or a function of them, equal ones in the order in which they stood."""
        return self._reorder(listed(self._numbers)[algebra.order_by(self, key, ascending)], inplace=inplace)

    def groupby(self, by: Callable[[View], Any] | str, result_type: str = "agentset") -> ColumnGroupBy:
        """Return the agents in groups by an attribute or a function of them, groups in order of first appearance."""
        if isinstance(by, str):
            return ColumnGroupBy(self, self.reading(by), result_type)
        return ColumnGroupBy(self, Reading(codes=objects([by(agent) for agent in self])), result_type)

    # -- doing --------------------------------------------------------------------------------------------------------
    def do(self, method: Callable[..., Any] | str, *args: Any, **kwargs: Any) -> Self:
        """Call a function, or the method of that name, with each agent in turn; return the set."""
        self.map(method, *args, **kwargs)
        return self

    def shuffle_do(self, method: Callable[..., Any] | str, *args: Any, **kwargs: Any) -> Self:
        """Do it in a drawn order; the set keeps its own."""
        self.shuffle().map(method, *args, **kwargs)
        return self

    def map(self, method: Callable[..., Any] | str, *args: Any, **kwargs: Any) -> list[Any]:
        """Call a function, or the method of that name, with each agent in turn; return what it gave."""
        if isinstance(method, str):
            return [getattr(agent, method)(*args, **kwargs) for agent in self]
        return [method(agent, *args, **kwargs) for agent in self]

    # -- sets and sets ------------------------------------------------------------------------------------------------
    __and__ = __rand__ = algebra.intersection
    __or__ = __ror__ = algebra.union
    __sub__, __rsub__ = algebra.difference, algebra.difference_reflected
    __xor__ = __rxor__ = algebra.one_of_two
    __le__, __lt__, __ge__, __gt__ = algebra.at_most, algebra.less, algebra.at_least, algebra.more
    __eq__ = algebra.same
    __hash__ = None  # type: ignore[assignment]  # like any set that can change
    isdisjoint = algebra.apart

    @classmethod
    def _from_iterable(cls, agents: Iterable[View]) -> Self:
        return cls(agents)

    def copy(self) -> Self:
        """Return a set of the same agents that does not belong to the model."""
        return self._sub(self._numbers)

    __copy__ = copy

    # -- refused ------------------------------------------------------------------------------------------------------
    add, discard, remove = refusal("add", _USE), refusal("discard", _USE), refusal("remove", _USE)
    pop, clear = refusal("pop", _USE), refusal("clear", _USE)
    __ior__, __iand__ = refusal("|=", _USE), refusal("&=", _USE)
    __isub__, __ixor__ = refusal("-=", _USE), refusal("^=", _USE)


def _limit(at_most: float, size: int) -> int:
    """Return the number of agents that `at_most` means, as Mesa reads it."""
    share = at_most <= 1.0 and type(at_most) is not int
    return int(size * at_most) if share else math.ceil(at_most)
