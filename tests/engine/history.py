"""A run's events as columns with names, for tests that ask what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.names import Event, Forum, Origin, Phase, Way

Array = npt.NDArray[Any]


@dataclass(frozen=True, kw_only=True)
class History:
    """Columns of the canonical history; `tick` counts from the start of the burn-in."""

    tick: Array
    phase: Array
    kind: Array
    forum: Array
    slot: Array
    key: Array
    other: Array
    detail: Array
    numbers: Array

    def of(self, kind: Event) -> History:
        """Events of one kind."""
        return self.only(self.kind == kind)

    def only(self, which: Array) -> History:
        """Events that `which` (bool[n]) picks."""
        return History(**{name: getattr(self, name)[which] for name in self.__dataclass_fields__})

    def __len__(self) -> int:
        return len(self.tick)


def history_of(run: Any) -> History:
    """The kept events of a run."""
    words, numbers = run.events
    head = words[:, 0].astype(np.int64)
    return History(
        tick=(head >> 32) - 4096,
        phase=head >> 24 & 255,
        kind=head >> 16 & 255,
        forum=head >> 8 & 255,
        slot=head & 255,
        key=words[:, 1],
        other=words[:, 2],
        detail=words[:, 3].astype(np.int64),
        numbers=numbers,
    )


def roots_of(run: Any) -> set[bytes]:
    """Births of roots, every bit of them."""
    words, numbers = run.events
    head, detail = words[:, 0].astype(np.int64), words[:, 3].astype(np.int64)
    born = (head >> 16 & 255 == Event.BORN) & (detail >> 32 & 255 == Origin.ROOT)
    return {w.tobytes() + n.tobytes() for w, n in zip(words[born], numbers[born], strict=True)}


def failed(ended: History) -> Array:
    """Which ENDED events are failures: rejected, refused or out of time, and not felt fair.

    What goes on to trial after mediation before filing or an award, or on appeal, has not failed yet.
    """
    before_court = np.isin(ended.forum, (Forum.PREFILING, Forum.ARBITRATION, Forum.RECONSIDERATION))
    goes_on = ((ended.detail >> 27) & 5 > 0) | (before_court & ((ended.detail >> 16) & 1 > 0))
    way = ended.detail & 255
    fair = ended.detail >> 24 & 1
    return ((way == Way.REJECTED) | (way == Way.REFUSED) | (way == Way.TIMED_OUT)) & (fair == 0) & ~goes_on


__all__ = ["Event", "Forum", "History", "Phase", "Way", "failed", "history_of", "roots_of"]
