"""What grievances beget: the matrix of coupling, its spectral radius together with contagion, and the limit it keeps.

One grievance of a type brings on average, of each type: its chance to be voiced times the chance of coupling, and of
its own type R by contagion. Where the radius of that matrix reaches 1, grievances beget grievances without end.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import Final

from sim.scenario.refuse import refusal
from sim.scenario.sections.coupling import Coupling
from sim.scenario.types import TYPE_IDS

Matrix = tuple[tuple[float, ...], ...]

CLIFF: Final = 1.0
"""Radius from which on nothing ends: refused."""
CAUTION: Final = 0.6
"""Radius of the hottest type from which on a small change has large effects: told by `scenario check`."""
_SQUARINGS: Final = 16
"""Squarings until the root of a power is the radius to two parts in ten thousand (`spread.radius` of the checks)."""


def coupling_matrix(coupling: Coupling) -> Matrix:
    """Return the chance per voiced dispute of each type (row) that it raises a grievance of each type (column)."""
    declared = type(coupling).model_fields
    chances = {}
    for one in TYPE_IDS:
        for other in TYPE_IDS:
            if f"{one}_{other}" in declared:
                chances[one, other] = float(getattr(coupling, f"{one}_{other}"))
    for pair in coupling.more:
        chances[pair.type, pair.raises] = float(pair.chance)
    return tuple(tuple(chances.get((one, other), 0.0) for other in TYPE_IDS) for one in TYPE_IDS)


def shared_by_factor(mean: float, factors: Sequence[float], incidence: Sequence[float]) -> tuple[float, ...]:
    """Return children by contagion of a grievance of each type: `mean` over all, in proportion to the type's factor."""
    weighed = sum(factor * rate for factor, rate in zip(factors, incidence, strict=True))
    if weighed <= 0.0:
        return tuple(0.0 for _ in factors)
    return tuple(mean * factor * sum(incidence) / weighed for factor in factors)


def offspring_radius(coupling: Coupling, voiced: float, contagion: Sequence[float]) -> float:
    """Return the spectral radius of coupling and contagion together.

    `voiced` is the share of grievances that are voiced (0 where coupling is off), `contagion` children by type.
    """
    matrix = [[voiced * chance for chance in row] for row in coupling_matrix(coupling)]
    for kind, own in enumerate(contagion):
        matrix[kind][kind] += own
    return _radius(matrix)


def _radius(matrix: list[list[float]]) -> float:
    """Return the spectral radius of a matrix without negative cells, by Gelfand's formula: the root of a high power."""
    size, power = 0.0, 1
    for _ in range(_SQUARINGS):
        largest = max(max(row) for row in matrix)
        if largest == 0.0:
            return 0.0
        size += log(largest) / power
        matrix = [[cell / largest for cell in row] for row in matrix]
        columns = list(zip(*matrix, strict=True))
        matrix = [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in matrix]
        power *= 2
    largest = max(sum(row) for row in matrix)
    return exp(size + log(largest) / power) if largest > 0.0 else 0.0


def check_offspring(coupling: Coupling, radius: float) -> None:
    """Refuse a pair that is given twice, and a radius from which on grievances beget grievances without end."""
    pairs = [(pair.type, pair.raises) for pair in coupling.more]
    for at, pair in enumerate(pairs):
        if pair in pairs[:at]:
            rule, repair = "a pair of coupled types must be given once", "Keep one of them"
            raise refusal(rule, " raises ".join(pair), repair, at=("coupling", "more", at, "raises"))
    if radius >= CLIFF:
        rule = "grievances must not beget grievances without end (spectral radius of coupling and contagion below 1)"
        raise refusal(rule, f"{radius:.2f}", "Lower the chances of coupling.more, or spread.R", at=("coupling",))
