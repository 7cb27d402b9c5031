"""Decides what a check against theory is: a claim, where its answer comes from, how much it looks at, what it misses.

A check is a declaration and one function, `look(size)`, which runs rules, lines, draws or whole societies at a size and
returns what it saw beside what theory says. How the two are weighed stands in `verification.weigh`, how a check is
carried to its verdict in `verification.verify`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Room = Literal["lines", "chain", "choice", "spread", "principal", "stocks", "hazards", "world", "draws", "pairing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One figure of a check: what was `seen`, what theory `expected`, both in `unit`, and the `weight` of evidence.

    The weight is log10 of the odds for the claim: from +1 on the claim holds, from -1 down it fails (`weigh`).
    """

    what: str
    seen: float
    expected: float
    weight: float
    unit: str = "1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Curve:
    """Points for a reader who wants to see it: `seen` (as dots) and `expected` (as a line) over `x`."""

    what: str
    x_label: str
    y_label: str
    x: tuple[float, ...]
    seen: tuple[float, ...]
    expected: tuple[float, ...]
    error: tuple[float, ...] = ()
    logarithmic: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """What one look saw. `size` is what was asked for, in the check's own unit."""

    size: int
    parts: tuple[Part, ...]
    curves: tuple[Curve, ...] = ()

    @property
    def weight(self) -> float:
        """Weight of the weakest part: a claim is no better than what speaks least for it."""
        return min(part.weight for part in self.parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A claim with a known answer.

    Parameters
    ----------
    name : `room.what`, unique, for the command line and the tests.
    claim, claim_zh : one sentence each.
    formula : the answer that theory gives, in plain signs.
    source : who derived it, with year.
    power : which departure of which size this would notice, at its first size.
    size_of : what a size counts ("customers", "draws", ...).
    size, most : first size of the fast look, and the size after which an undecided check fails; the size doubles.
    slow : size at which the slow look begins; `most` is raised to it.
    look : called with a size; deterministic (keyed draws), so that a verdict can be repeated.
    """

    name: str
    room: Room
    claim: str
    claim_zh: str
    formula: str
    source: str
    power: str
    size_of: str
    size: int
    most: int
    slow: int
    look: Callable[[int], Looked] = field(repr=False)
    needs: tuple[str, ...] = ()
    """Libraries outside the core (extra `verify`); where one is missing the check is skipped, and says so."""
