"""A run's canonical history as columns with names: what checks read of it. The meaning of each event: docs/day.md."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sim.names import Event

if TYPE_CHECKING:
    from sim.engine.run import Run

Array = npt.NDArray[Any]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Told:
    """Columns of events of a run; `tick` counts from its start."""

    tick: Array
    kind: Array
    forum: Array
    slot: Array
    key: Array
    other: Array
    detail: Array
    x: Array
    y: Array
    z: Array

    def of(self, *kinds: Event) -> Told:
        """Events of these kinds."""
        return self.only(np.isin(self.kind, [int(kind) for kind in kinds]))

    def only(self, which: Array) -> Told:
        """Events that `which` (bool[n] or rows) picks."""
        return Told(**{field.name: getattr(self, field.name)[which] for field in fields(self)})

    def __len__(self) -> int:
        return len(self.tick)

    @staticmethod
    def joined(*several: Told) -> Told:
        """All events of several, one after the other."""
        columns = {field.name: [getattr(one, field.name) for one in several] for field in fields(Told)}
        return Told(**{name: np.concatenate(parts) for name, parts in columns.items()})

    def first(self) -> Told:
        """Of each key the first event, in the order of keys."""
        return self.only(np.unique(self.key, return_index=True)[1])

    def at(self, keys: Array, own: Array | None = None) -> Array:
        """Row of the first event of each of `keys`, -1 where there is none; `own` are the events' keys, or others."""
        of = self.key if own is None else own
        order = np.argsort(of, kind="stable")
        if not len(order):
            return np.full(len(keys), -1)
        place = np.minimum(np.searchsorted(of[order], keys), len(order) - 1)
        found: Array = np.where(of[order][place] == keys, order[place], -1)
        return found


def told(run: Run) -> Told:
    """Return the history of a run that has kept its events."""
    words, numbers = run.events
    head = words[:, 0].astype(np.int64)
    return Told(
        tick=(head >> 32) - 4096,
        kind=head >> 16 & 255,
        forum=head >> 8 & 255,
        slot=head & 255,
        key=words[:, 1],
        other=words[:, 2],
        detail=words[:, 3].astype(np.int64),
        x=numbers[:, 0],
        y=numbers[:, 1],
        z=numbers[:, 2],
    )
