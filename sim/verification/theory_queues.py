"""Known answers about queues: Lindley's recursion with saved hours, Geo/Geo/c with and without reneging, Erlang C.

Written from the sources; nothing here is shared with the model.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def lindley(joined: Sequence[int], work: Sequence[int], minutes: int, saved: int) -> list[int]:
    """Tick on which each customer leaves a first-in-first-out line of one server.

    The server makes `minutes` a tick and, while nobody waits, keeps at most `saved` of them. With F the minute (counted
    from tick 0) at which a customer is done, F = max(F before, joined * minutes - saved) + work where the line was
    empty, F = F before + work where not: Lindley 1952 in the server's own time. Nobody leaves on the tick he came.
    """
    done, left, found = 0, -1, []
    for came, need in zip(joined, work, strict=True):
        if left < came:
            done = max(done, came * minutes - saved)
        done += need
        left = max(came + 1, -(-done // minutes) - 1)
        found.append(left)
    return found


def binomial(n: int, p: float) -> Array:
    """Chances of 0..n successes."""
    return np.array([math.comb(n, k) * p**k * (1.0 - p) ** (n - k) for k in range(n + 1)])


def geo_geo_c(arrival: float, service: float, servers: int, leaving: float = 0.0, most: int = 160) -> Array:
    """Stationary chances of 0..most customers at the end of a tick (Hunter 1983; Palm 1957 in continuous time).

    In a tick each of those present goes away unserved with chance `leaving`, then one comes with chance `arrival`, then
    each of the first `servers` of those left over is done with chance `service`.
    """
    step = np.zeros((most + 1, most + 1))
    for present in range(most + 1):
        for gone, chance in enumerate(binomial(present, leaving)) if leaving > 0.0 else [(0, 1.0)]:
            stay = present - gone
            for done, odds in enumerate(binomial(min(stay, servers), service)):
                left = stay - done
                step[present, left] += chance * odds * (1.0 - arrival)
                step[present, min(left + 1, most)] += chance * odds * arrival
    return stationary(step)


def stationary(step: Array) -> Array:
    """The row vector v with v = v step that sums to 1."""
    n = len(step)
    system = np.vstack([step.T - np.eye(n), np.ones(n)])
    found: Array = np.linalg.lstsq(system, np.append(np.zeros(n), 1.0), rcond=None)[0]
    return found


def erlang_c(load: float, servers: int) -> float:
    """Chance of having to wait in M/M/c with `load` = arrival rate over service rate (Erlang 1917)."""
    below = sum(load**k / math.factorial(k) for k in range(servers))
    top = load**servers / math.factorial(servers) * servers / (servers - load)
    return top / (below + top)


def erlang_line(load: float, servers: int) -> float:
    """Mean number waiting in M/M/c."""
    return erlang_c(load, servers) * load / (servers - load)


def patience_chances(rate: float, clock: int) -> Array:
    """Chance of dropping out on day 1..clock, and of reaching the end of the clock, at a constant hazard a day."""
    stays = np.exp(-rate * np.arange(clock + 1))
    return np.append(stays[:-1] - stays[1:], stays[-1])
