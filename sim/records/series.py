"""Decides what a run leaves day by day: counts of what truly happened, by name. Booked figures are not among them.

Names are the engine's (`sim.engine.marks.SERIES`): totals, and per kind of line `accepted_`, `sessions_`, `line_`,
`minutes_` and `available_`, followed by slot0 (the lowest) … or court.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.engine.marks import LINE_KINDS, SERIES
from sim.records.paired import Reported

Array = npt.NDArray[Any]

SEALED_PREFIX: Final = "booked_"
"""Daily counts of the books; by case they are in the reported ledger, which pairs them."""
BOOKED: Final = ("booked_demands", "booked_responded")
"""What the books of the hotline say, which has no cases: kept, and read only beside the truth."""

NAMES: Final = tuple(name for name in SERIES if not name.startswith(SEALED_PREFIX))
KINDS_OF_LINE: Final = LINE_KINDS
"""Kinds of line as they stand in names: administrative forums by slot, and the court."""

STOCKS: Final = ("lumped_stock", "suppressed_stock", "active_stock", "latent_stock")
"""Series that are a state at the end of the day; the others, but `line_` and `available_`, count the day's events."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Series:
    """Daily counts. `first_day` is the day of row 0 (minus the burn-in); `columns` {name: int64[days]}, read-only."""

    first_day: int
    columns: Mapping[str, Array]
    _booked: Mapping[str, Array] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Array:
        return self.columns[name]

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()))) if self.columns else 0

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the series."""
        return tuple(self.columns)

    @property
    def days(self) -> Array:
        """Policy day of each row, int64[days]."""
        return np.arange(self.first_day, self.first_day + len(self), dtype=np.int64)

    def between(self, name: str, first: int, end: int) -> Array:
        """Return the values of days `first` to `end` - 1, as far as they were run."""
        low = max(0, first - self.first_day)
        return self.columns[name][low : max(low, end - self.first_day)]

    def total(self, name: str, first: int, end: int) -> int:
        """Return the sum over days `first` to `end` - 1."""
        return int(self.between(name, first, end).sum(dtype=np.int64))

    def booked_share(self, name: str, whole: int, first: int, end: int) -> Reported:
        """Return a count of the hotline's books, or one that they take from callers, over `whole` entries; sealed."""
        if whole == 0:
            return Reported(float("nan"))
        column = self._booked[name] if name in self._booked else self.columns[name]
        low = max(0, first - self.first_day)
        return Reported(int(column[low : max(low, end - self.first_day)].sum(dtype=np.int64)) / whole)

    def stored_columns(self) -> Iterator[tuple[str, Array]]:
        """Yield every column with its name, the sealed ones too: for `store` only."""
        yield from self.columns.items()
        yield from self._booked.items()


def series_of(rows: Array, first_day: int) -> Series:
    """Return the series of the engine's int[ticks, names] table."""
    columns: dict[str, Array] = {}
    for name in (*NAMES, *BOOKED):
        column = rows[:, SERIES.index(name)].astype(np.int64)
        column.flags.writeable = False
        columns[name] = column
    return parted(columns, first_day)


def parted(columns: Mapping[str, Array], first_day: int) -> Series:
    """Return the series with what the books say kept apart."""
    booked = {name: columns[name] for name in BOOKED if name in columns}
    plain = {name: column for name, column in columns.items() if name not in booked}
    return Series(first_day=first_day, columns=plain, _booked=booked)
