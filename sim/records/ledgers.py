"""Decides what the two ledgers are: what truly happened to every grievance, and the cases with the books' word on them.

Columns are declared in `schema` and filled in `take`; no figure is computed here but the sealed ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.errors import ObjectiveError, complain
from sim.records.paired import Reported
from sim.records.schema import CASE_FIELDS, DISPUTE_FIELDS, PRINCIPAL_FIELDS, Field

Array = npt.NDArray[Any]


class TrueLedger:
    """What truly happened: one row a grievance, columns as `schema.DISPUTE_FIELDS`, read-only.

    `ledger.home` is the column `home`. Columns that are not given hold zeros; -1 or NEVER must be given.
    """

    __slots__ = ("_columns",)

    def __init__(self, columns: Mapping[str, Array]) -> None:
        self._columns = _complete(DISPUTE_FIELDS, columns)

    def __len__(self) -> int:
        return len(self._columns["id"])

    def __getattr__(self, name: str) -> Array:
        _known(DISPUTE_FIELDS, name)
        return self._columns[name]

    def columns(self) -> Iterator[tuple[str, Array]]:
        """Yield (name, column) in declared order."""
        yield from self._columns.items()


class ReportedLedger:
    """The cases, one row an acceptance, columns as `schema.CASE_FIELDS`; what the books say of them is sealed.

    `ledger.way` is how a case truly ended. `ledger.booked` raises: use :meth:`booked_share` and its pair.
    """

    __slots__ = ("_columns",)

    def __init__(self, columns: Mapping[str, Array]) -> None:
        self._columns = _complete(CASE_FIELDS, columns)

    def __len__(self) -> int:
        return len(self._columns["dispute"])

    def __getattr__(self, name: str) -> Array:
        if name in SEALED:
            rule, repair = "a reported column must be read through a pair", "Use booked_share(...).beside(true)"
            raise ObjectiveError(complain("records", rule, name, repair))
        _known(CASE_FIELDS, name)
        return self._columns[name]

    def booked_share(self, cases: Array, settled_there: Array | None = None, padded: int = 0) -> Reported:
        """Return the share of `cases` (bool[n]) booked as settled, of them only `settled_there` if given; sealed.

        `padded`: entries without a case that the books hold beside them, all booked as settled.
        """
        booked = (self._columns["booked"] > 0) & cases
        if settled_there is not None:
            booked &= settled_there
        whole = int(np.count_nonzero(cases)) + padded
        return Reported((int(np.count_nonzero(booked)) + padded) / whole if whole else float("nan"))

    def booked_counts(self, groups: Array, size: int) -> tuple[Reported, ...]:
        """Return how many cases of each group 0..size-1 are booked as settled (groups below 0: none); sealed."""
        inside = (groups >= 0) & (self._columns["booked"] > 0)
        counts = np.bincount(groups[inside], minlength=size)
        return tuple(Reported(float(count)) for count in counts[:size])

    def stored_columns(self) -> Iterator[tuple[str, Array]]:
        """Yield every column with its name, the sealed ones too: for `store` and `export` only."""
        yield from self._columns.items()


class Principals:
    """How principals answered on the last day, one row a place with a forum, columns as `schema.PRINCIPAL_FIELDS`."""

    __slots__ = ("_columns",)

    def __init__(self, columns: Mapping[str, Array]) -> None:
        self._columns = _complete(PRINCIPAL_FIELDS, columns)

    def __len__(self) -> int:
        return len(self._columns["level"])

    def __getattr__(self, name: str) -> Array:
        _known(PRINCIPAL_FIELDS, name)
        return self._columns[name]

    def columns(self) -> Iterator[tuple[str, Array]]:
        """Yield (name, column) in declared order."""
        yield from self._columns.items()


SEALED: Final = tuple(field.name for field in CASE_FIELDS if field.reported)


def _complete(fields: tuple[Field, ...], columns: Mapping[str, Array]) -> dict[str, Array]:
    """Bring columns into declared order and types; every one has the same number of rows."""
    unknown = set(columns) - {field.name for field in fields}
    if unknown:
        raise ValueError(f"columns that no schema declares: {', '.join(sorted(unknown))}")
    rows = len(next(iter(columns.values()))) if columns else 0
    done: dict[str, Array] = {}
    for field in fields:
        given = columns.get(field.name)
        if given is None:
            given = np.zeros((rows, 1) if field.width else rows, dtype=field.dtype)
        column: Array = np.ascontiguousarray(given, dtype=field.dtype)
        if len(column) != rows:
            raise ValueError(f"column {field.name} has {len(column)} rows, others {rows}")
        column = column.view()
        column.flags.writeable = False
        done[field.name] = column
    return done


def _known(fields: tuple[Field, ...], name: str) -> None:
    """Raise AttributeError for what is no column (unpickling asks for others before there are any)."""
    names = [field.name for field in fields]
    if name not in names:
        raise AttributeError(f"no column {name!r}; columns: {', '.join(names)}")
