"""Drives lines tick by tick as servers that save nothing: who comes, who is there in the evening, and means of that."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.luck import uniforms
from sim.names import Forum, Purpose, Way
from sim.verification.alone import NEUTRAL, Alone, quiet

Array = npt.NDArray[Any]

NO_CLOCK: Final = np.full(len(Forum) + 2, 10**6, dtype=np.int64)
"""Clocks by kind of forum, beyond any horizon."""
BATCHES: Final = 4
"""Stretches that the series of each line is cut into for its standard error."""
_MOST_SESSIONS: Final = 255


@dataclass(frozen=True, kw_only=True, slots=True)
class Queue:
    """Chances a tick that somebody comes and that a session settles, sessions a tick, hazard a tick of dropping out."""

    arrival: float
    service: float
    servers: int
    rate: float = 0.0

    @property
    def leaving(self) -> float:
        """Chance a tick that one who waits drops out."""
        return 1.0 - math.exp(-self.rate)


@dataclass(frozen=True, kw_only=True, slots=True)
class Driven:
    """Cases in line at the end of each tick, who came, dropped out and was settled on it; int64[lines, ticks]."""

    queue: Queue
    present: Array
    came: Array
    gone: Array
    settled: Array

    def mean_of(self, series: Array) -> tuple[float, float]:
        """Mean of a series[lines, ticks] and its standard error, over stretches of each line.

        What luck brought beyond its odds (arrivals, ends, drop-outs given who was there: all of mean 0 by the rules)
        is taken out by regression: the same mean, with a smaller error (control variates, Lavenberg and Welch 1981).
        """
        q = self.queue
        stay = self.present[:, :-1] - self.gone[:, 1:]
        surprises = [
            self.came[:, 1:] - q.arrival,
            self.settled[:, 1:] - q.service * np.minimum(stay, q.servers),
        ]
        if q.rate > 0.0:
            surprises.append(self.gone[:, 1:] - q.leaving * self.present[:, :-1])
        means = batches(series[:, 1:])
        design = np.column_stack([np.ones(len(means)), *(batches(one) for one in surprises)])
        spread = np.linalg.inv(design.T @ design)
        found = spread @ design.T @ means
        rest = means - design @ found
        variance = float(rest @ rest) / (len(means) - design.shape[1]) * float(spread[0, 0])
        return float(found[0]), math.sqrt(variance)


def luck(stream: int, n: int) -> Array:
    """Keyed uniforms of a check, float64[n]."""
    return uniforms(7, int(Purpose.CONTENT), np.full(n, stream, np.uint64), np.arange(n, dtype=np.uint64))


def sure() -> float:
    """A logit at which a session always settles."""
    return 60.0


def let_lapse(alone: Alone) -> None:
    """Minutes that nobody used are gone in the evening."""
    alone.state.line_credit[:] = 0


def drive(queue: Queue, ticks: int, *, warm: int = 200, stream: int = 2) -> Driven:
    """So many ticks of a queue in every line, after `warm` ticks from empty lines on; `stream`: of luck, who comes."""
    alone, came = start(queue, warm + ticks, stream)
    lines = [alone.line_at(place, 0) for place in alone.places.tolist()]
    present = np.empty((len(lines), warm + ticks), np.int64)
    for tick in range(warm + ticks):
        let_lapse(alone)
        alone.advance(tick + 1)
        present[:, tick] = alone.state.line_length[lines]
    gone, settled = (_ends(alone, lines, warm + ticks, way)[:, warm:] for way in (Way.WITHDRAWN, Way.CONSENT))
    return Driven(queue=queue, present=present[:, warm:], came=came[:, warm:], gone=gone, settled=settled)


def _ends(alone: Alone, lines: list[int], ticks: int, way: Way) -> Array:
    """Cases of each line that ended in this way on each tick."""
    line, closed, how = alone.filings("line", "closed", "way")
    found = np.zeros((len(lines), ticks), np.int64)
    for row, number in enumerate(lines):
        mine = (line == number) & (how == way)
        found[row] = np.bincount(closed[mine], minlength=ticks)
    return found


def start(queue: Queue, ticks: int, stream: int) -> tuple[Alone, Array]:
    """Lines of so many sessions a tick, before the first; and who will come, int64[lines, ticks]."""
    pair = quiet(
        *NEUTRAL,
        ("settle.mu_near", math.log(queue.service / (1.0 - queue.service))),
        ("settle.sessions", _MOST_SESSIONS),
        ("patience.rate", 365.0 * queue.rate),
    )
    alone = Alone(pair, ticks + 1, clock_days=NO_CLOCK)
    came = (luck(stream, ticks * len(alone.places)) < queue.arrival).reshape(len(alone.places), ticks)
    where, when = np.nonzero(came)
    alone.send(when, alone.places[where], 0)
    work = int(alone.p.mean_minutes[int(alone.p.forum_of_slot[0])])
    for place in alone.places.tolist():
        alone.state.line_minutes[alone.line_at(place, 0)] = queue.servers * work
    return alone, came.astype(np.int64)


def batches(series: Array) -> Array:
    """Means of stretches of each line of a series[lines, ticks], one after the other."""
    long = series.shape[1] // BATCHES * BATCHES
    means: Array = series[:, series.shape[1] - long :].reshape(len(series) * BATCHES, -1).mean(axis=1)
    return means
