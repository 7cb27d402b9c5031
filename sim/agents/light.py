"""Light views of what is no Mesa agent: a place, a forum, a dispute is (model, row) and made when somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, overload

from sim.agents.refusals import read_only


class Light:
    """Row `row` of something in `model`. Two views of one thing are equal; nothing can be written through a view."""

    __slots__ = ("model", "row")

    model: Any
    row: int

    def __init__(self, model: Any, row: int) -> None:
        object.__setattr__(self, "model", model)
        object.__setattr__(self, "row", int(row))

    def __setattr__(self, name: str, value: Any) -> None:
        raise read_only(type(self).__name__, name)

    def __delattr__(self, name: str) -> None:
        raise read_only(type(self).__name__, name)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return other.row == self.row and other.model is self.model

    def __hash__(self) -> int:
        return hash((type(self), self.row, id(self.model)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.row}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.model, self.row)


class Views(Sequence[Any]):
    """All things of one kind in a model as a sequence of views, made one by one when somebody looks."""

    __slots__ = ("_length", "_make")

    def __init__(self, make: Callable[[int], Any], length: int) -> None:
        self._make: Final = make
        self._length: Final = length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, item: int) -> Any: ...

    @overload
    def __getitem__(self, item: slice) -> list[Any]: ...

    def __getitem__(self, item: int | slice) -> Any:
        if isinstance(item, slice):
            return [self._make(row) for row in range(self._length)[item]]
        return self._make(range(self._length)[item])

    def __iter__(self) -> Iterator[Any]:
        return map(self._make, range(self._length))

    def __repr__(self) -> str:
        return f"<{self._length} views>"
