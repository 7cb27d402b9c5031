"""Decides how parameter sets are drawn from the ranges of the schema, and what the signs of effects over them say.

Nothing is fitted here. A set is drawn by keys, so that the n-th set is the same whoever draws it, and a parameter that
is added leaves the values of the others alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from sim.analysis.luck import uniforms
from sim.analysis.uncertainty import confidence
from sim.draws import hash_text
from sim.errors import BadInput, Runaway
from sim.guards.outcomes import OUTCOMES
from sim.guards.runs import changes, outcomes_by_arm
from sim.names import Purpose
from sim.scenario import with_overrides
from sim.scenario.description import Described, describe

if TYPE_CHECKING:
    from sim.scenario import Scenario

Side = Literal["up", "down"]

HELD_SECTIONS: Final = ("time", "world", "population", "governance", "types", "place_kinds", "processes")
"""Not drawn: the span of a run, the society's shape, how a history is judged, tables whose cells sum to 1, switches."""
HELD: Final = ("spread.pushes", "emergency.leave")
"""Not drawn: a figure measured at the defaults, far from which `spread.R` would not be what it says; and a mark that
has to lie below another, so that nearly every draw would be refused."""
WIDE: Final = 10.0
"""Ratio of the ends of a range above 0 from which on it is drawn evenly on the logarithm."""
BEYOND_CHANCE: Final = 0.01
"""Chance below which so many sets with one sign count as more than luck."""
_SEED: Final = 9


def drawn(scenario: Scenario) -> tuple[Described, ...]:
    """Return the parameters that a set draws: all numbers with two ends, but for law in force and what is held."""
    return tuple(row for row in describe(scenario) if _is_drawn(row))


def parameter_set(rows: Sequence[Described], number: int) -> dict[str, float | int]:
    """Return the values of the set `number` by dotted key."""
    entities = np.array([hash_text(row.key) for row in rows], dtype=np.uint64)
    counters = np.full(len(rows), number, dtype=np.uint64)
    luck = uniforms(_SEED, int(Purpose.PRIOR), entities, counters)
    return {row.key: _value(row, float(u)) for row, u in zip(rows, luck, strict=True)}


def scenarios_from(scenario: Scenario, sets: int) -> tuple[list[Scenario], int]:
    """Return `sets` scenarios drawn from the ranges, and how many draws the schema refused on the way."""
    rows, number = drawn(scenario), 0
    found: list[Scenario] = []
    while len(found) < sets:
        given = {**parameter_set(rows, number), "overloaded": "allowed"}
        number += 1
        try:
            found.append(with_overrides(scenario, given))
        except BadInput:  # together they break a rule of the schema, e.g. grievances without end
            if number > 20 * sets:
                raise
    return found, number - sets


@dataclass(frozen=True, kw_only=True, slots=True)
class Over:
    """Signs of one system's effect on one outcome over the prior.

    `up`, `down`: parameter sets in which every seed has that sign; `untold`: the others; `same`: of those, sets in
    which no seed changed at all. `chance`: sets that luck alone puts on either side. `median`: of the sets' means.
    `word`: of confidence, by the signs of the means.
    """

    outcome: str
    up: int
    down: int
    untold: int
    same: int
    chance: float
    median: float
    low: float
    high: float
    word: str

    @property
    def sets(self) -> int:
        """Number of parameter sets."""
        return self.up + self.down + self.untold

    def beyond_chance(self, side: Side) -> bool:
        """Whether more sets lie on a side than luck puts there."""
        return tail(getattr(self, side), self.sets, self.chance / self.sets) < BEYOND_CHANCE

    @property
    def sign(self) -> str:
        """`open` where more sets tell either sign than luck gives, `up` or `down` where one alone is, or `none`."""
        both = self.beyond_chance("up"), self.beyond_chance("down")
        return {(True, True): "open", (True, False): "up", (False, True): "down", (False, False): "none"}[both]


def over_prior(
    scenarios: Sequence[Scenario], arms: Sequence[str], seeds: Sequence[int]
) -> tuple[dict[str, tuple[Over, ...]], int]:
    """Return, by arm, the signs of its effect on each outcome over the scenarios, and how many of these ran away.

    A society that feeds itself without end under any arm has no outcomes to compare: its set is left out and counted.
    """
    gaps: dict[tuple[str, str], list[list[float]]] = {(arm, one.name): [] for arm in arms for one in OUTCOMES}
    runaway = 0
    for scenario in scenarios:
        try:
            rows = outcomes_by_arm(scenario, arms, seeds)
        except Runaway:
            runaway += 1
            continue
        for arm in arms:
            for one in OUTCOMES:
                gaps[arm, one.name].append(changes(rows, arm, one.name))
    found = {arm: tuple(signs(one.name, gaps[arm, one.name], len(seeds)) for one in OUTCOMES) for arm in arms}
    return found, runaway


def signs(outcome: str, gaps: Sequence[Sequence[float]], seeds: int) -> Over:
    """Count the sets by what all of their seeds agree on; a set that lacks a seed is told by none."""
    up = sum(len(one) == seeds and min(one) > 0.0 for one in gaps)
    down = sum(len(one) == seeds and max(one) < 0.0 for one in gaps)
    means = [sum(one) / len(one) for one in gaps if one]
    low, middle, high = np.quantile(means, (0.05, 0.5, 0.95)).tolist() if means else (math.nan,) * 3
    return Over(
        outcome=outcome,
        up=up,
        down=down,
        untold=len(gaps) - up - down,
        same=sum(not any(one) for one in gaps),
        chance=len(gaps) * 0.5**seeds,
        median=middle,
        low=low,
        high=high,
        word=confidence(means),
    )


def tail(hits: int, trials: int, chance: float) -> float:
    """Return the chance of at least `hits` of `trials`, each with `chance` (binomial, summed exactly)."""
    terms = (math.comb(trials, k) * chance**k * (1.0 - chance) ** (trials - k) for k in range(hits, trials + 1))
    return math.fsum(terms)


def _is_drawn(row: Described) -> bool:
    section = row.key.split(".")[0]
    law = section == "clocks" and row.grade == "A"
    whole_range = row.low is not None and row.high is not None and row.low < row.high
    return whole_range and not law and section not in HELD_SECTIONS and row.key not in HELD


def _value(row: Described, u: float) -> float | int:
    assert row.low is not None
    assert row.high is not None
    if isinstance(row.value, int):
        return int(row.low) + int(u * (int(row.high) - int(row.low) + 1))
    if row.low > 0.0 and row.high / row.low >= WIDE:
        return float(row.low * math.exp(u * math.log(row.high / row.low)))
    return float(row.low + u * (row.high - row.low))
