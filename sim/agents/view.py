"""Decides what an agent is here: a Mesa agent that is (model, row) and nothing else, made when somebody looks.

`mesa.Agent.__init__` is never called and nothing is registered, so five million agents cost nothing until they are
looked at. Which attributes a kind of agent has stands in its class.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final, NoReturn, Self

from sim.agents.columns import Column
from sim.agents.door import Agent
from sim.agents.refusals import FixedPopulation, read_only, refusal, unknown
from sim.agents.writing import write
from sim.errors import complain

_DAY: Final = ("Call model.step(), and see what has changed", "the day belongs to the model, not to the agent")


class View(Agent):  # type: ignore[misc]  # Mesa is untyped
    """One agent: row `row` of its kind in `model`.

    Two views of one agent are equal and hash alike, though they need not be one object. A view can be pickled and
    copied (a deep copy copies the model too, as with any Mesa agent). `unique_id` is computed.
    """

    __slots__ = ("_model", "_row")

    pos: ClassVar[None] = None
    """Agents stand in places of a tree, not on a grid."""

    def __init__(self, *_: Any, **__: Any) -> None:
        kind = type(self).__name__
        rule, repair = "the population is fixed by the scenario", "Look at those there are: model.agents_by_type"
        raise FixedPopulation(complain(kind, rule, f"a call of {kind}()", repair))

    @classmethod
    def at(cls, model: Any, row: int) -> Self:
        """Return the agent of a row. The row is not checked: see `model.resident` and its like."""
        agent = object.__new__(cls)
        _set_model(agent, model)
        _set_row(agent, row)
        return agent

    @property
    def model(self) -> Any:
        """The model that it lives in."""
        return self._model

    @property
    def row(self) -> int:
        """Its row among its kind, from 0."""
        number: int = self._row
        return number

    @property
    def unique_id(self) -> int:
        """1, 2, … through residents, mediators, officials: the same in every run of the scenario."""
        number: int = self._model.census.first(type(self)) + self._row + 1
        return number

    @classmethod
    def columns(cls) -> Iterator[str]:
        """Names of the attributes that are read from columns, and so are quick on large sets."""
        return (name for kind in cls.__mro__ for name, value in vars(kind).items() if isinstance(value, Column))

    step = refusal("step", *_DAY)
    advance = refusal("advance", *_DAY)
    remove = refusal("remove", "Leave some out by select()")
    create_agents = classmethod(refusal("create_agents", "Look at those there are: model.agents_by_type"))
    from_dataframe = classmethod(refusal("from_dataframe", "Look at those there are: model.agents_by_type"))

    def __getattr__(self, name: str) -> Any:
        own = None if name.startswith("_") else self._model.own.find(type(self), name)
        if own is None:
            raise unknown(type(self), name)
        cell = own[self._row]
        return cell.item() if own.dtype != object else cell

    def __setattr__(self, name: str, value: Any) -> None:
        write(self._model, type(self), name, range(self._row, self._row + 1), value)

    def __delattr__(self, name: str) -> NoReturn:
        raise read_only(type(self).__name__, name)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        same: bool = other._row == self._row and other._model is self._model
        return same

    def __hash__(self) -> int:
        return hash((type(self), self._row, id(self._model)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._row}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).at, (self._model, self._row)


_set_model = View.__dict__["_model"].__set__  # past __setattr__, and quick
_set_row = View.__dict__["_row"].__set__
