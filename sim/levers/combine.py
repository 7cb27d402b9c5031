"""How several patches on one cell add up, so that the order of policies cannot matter, down to the last bit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.errors import PolicyError, complain
from sim.levers.declare import Lever


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Part:
    """What one policy asks of one lever: flat cells int64[k] and values float64[k]. `who` is for messages."""

    who: str
    cells: NDArray[np.int64]
    values: NDArray[np.float64]


def join(lever: Lever, parts: Sequence[Part]) -> Part:
    """Return one part with each cell once and its values joined by the lever's rule.

    Float sums depend on their order, so the values on a cell are joined from the smallest up. Raises PolicyError where
    an exclusive lever is given two values.
    """
    cells = np.concatenate([np.empty(0, dtype=np.int64), *(part.cells for part in parts)])
    values = np.concatenate([np.empty(0, dtype=np.float64), *(part.values for part in parts)])
    order = np.lexsort((values, cells))
    cells, values = cells[order], values[order]
    touched, first, counts = np.unique(cells, return_index=True, return_counts=True)
    joined = values[first]
    for turn in range(1, int(counts.max(initial=0))):
        some = np.flatnonzero(counts > turn)
        value = values[first[some] + turn]
        if lever.rule == "exclusive" and bool((joined[some] != value).any()):
            raise _conflict(lever, parts, touched[some[joined[some] != value]])
        joined[some] = _pair(lever, joined[some], value)
    return Part(who="+".join(sorted({part.who for part in parts})), cells=touched, values=joined)


def combine(lever: Lever, base: NDArray[np.float64], parts: Sequence[Part]) -> NDArray[np.float64]:
    """Return the lever's array (shape of `base`) with all `parts` joined to it and clipped to the lever's bounds.

    Cells that no part touches keep the bits of `base`. Raises PolicyError as :func:`join` does.
    """
    out = base.copy()
    flat = out.reshape(-1)
    whole = join(lever, parts)
    flat[whole.cells] = np.clip(_pair(lever, flat[whole.cells], whole.values), lever.low, lever.high)
    return out


def _pair(lever: Lever, one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    if lever.rule == "add":
        return one + other
    if lever.rule == "multiply":
        return one * other
    if lever.rule == "max":
        return np.maximum(one, other)
    return other


def _conflict(lever: Lever, parts: Sequence[Part], cells: NDArray[np.int64]) -> PolicyError:
    """Name the policies that cannot both have their way."""
    names = " and ".join(sorted({part.who for part in parts if bool(np.isin(part.cells, cells).any())}))
    rule = f"{lever.name} takes one value at a time, so whoever sets it for one place and day must agree"
    return PolicyError(complain(names, rule, "different values", "Give them other targets or dates, or the same value"))
