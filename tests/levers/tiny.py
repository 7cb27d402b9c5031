"""Small invented worlds for tests of levers and policies: only the public columns, on any tree of three levels."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from hypothesis import strategies as st

from sim.levers.public import PublicFacts, public_facts
from sim.levers.seen import Seen
from sim.scenario import Scenario, load_scenario


class TinyWorld:
    """Public columns only; nothing else may be read."""

    def __init__(self, **columns: Any) -> None:
        vars(self).update(columns)


LEVELS, VILLAGE, TOWN, ROOT = 3, 0, 1, 2


@cache
def scenario(*overrides: str) -> Scenario:
    """The classroom's scenario: village committee, town office, petition office at the top."""
    return load_scenario("classroom", list(overrides))


def world(rows: list[tuple[int, int, int, int, int]]) -> Any:
    """A world from rows (parent, rank, urban, actual, registered), parents first; sums above, minutes by registered."""
    n = len(rows)
    parent = np.array([row[0] for row in rows], dtype=np.int32)
    rank = np.array([row[1] for row in rows], dtype=np.int8)
    leaf = ~np.isin(np.arange(n), parent)
    actual, registered = (np.array([row[k] for row in rows], dtype=np.int64) * leaf for k in (3, 4))
    anc = np.zeros((n, LEVELS), dtype=np.int32)
    for p in range(n):
        for r in range(LEVELS):
            anc[p, r] = p if r <= rank[p] else anc[parent[p], r]
    served = np.zeros((2, n, LEVELS + 1), dtype=np.int64)
    for p in np.flatnonzero(leaf):
        for line in range(LEVELS + 1):
            served[:, anc[p, min(line, ROOT)], line] += (actual[p], registered[p])
    rate = np.array([0.024, 0.02, 0.01, 0.03])
    minutes = np.where(served[1] > 0, np.maximum(1, (served[1] * rate).astype(np.int64)), 0)
    for p in range(n - 1, 0, -1):
        actual[parent[p]] += actual[p]
        registered[parent[p]] += registered[p]
    return TinyWorld(
        code=[f"P{p}" for p in range(n)],
        place_parent=parent,
        place_rank=rank,
        place_urban=np.array([row[2] for row in rows], dtype=np.uint8),
        place_leaf=leaf.astype(np.uint8),
        place_resident=actual,
        place_registered=registered,
        anc=anc,
        minutes=minutes.astype(np.int32),
        served_actual=served[0],
        served_registered=served[1],
    )


def town_and_country() -> Any:
    """One root, two towns, five units: a crowded urban one, emptied rural ones, and one right below the root."""
    return world(
        [
            (-1, ROOT, 0, 0, 0),
            (0, TOWN, 0, 0, 0),
            (1, VILLAGE, 1, 9000, 4000),
            (1, VILLAGE, 0, 900, 1500),
            (0, TOWN, 0, 0, 0),
            (4, VILLAGE, 0, 700, 1600),
            (4, VILLAGE, 0, 1300, 1350),
            (0, VILLAGE, 0, 400, 800),
        ]
    )


@st.composite
def worlds(draw: st.DrawFn) -> Any:
    """Any tree of three levels, the middle one missing here and there, with any populations."""
    people = st.integers(0, 4000)
    rows = [(-1, ROOT, 0, 0, 0)]
    for _ in range(draw(st.integers(1, 4))):
        mother, size = 0, draw(st.integers(0, 3))
        if draw(st.booleans()):
            rows.append((0, TOWN, draw(st.integers(0, 1)), draw(people), draw(people)))
            mother = len(rows) - 1
        rows += [(mother, VILLAGE, draw(st.integers(0, 1)), draw(people), draw(people)) for _ in range(size)]
    return world(rows)


def facts_of(some_world: Any, *overrides: str) -> PublicFacts:
    """The public facts of a small world."""
    return public_facts(scenario(*overrides), some_world)


def seen_on(facts: PublicFacts, day: int, accepted: Any = 0) -> Seen:
    """What institutions report on a day: the given cases accepted, nothing else."""
    zeros = np.zeros(facts.n_places, dtype=np.int64)
    return Seen(
        day=day,
        period_days=30,
        accepted=zeros + accepted,
        booked_success=zeros,
        registered_petitions=zeros,
        group_incidents=zeros,
        contacts=zeros,
        demands_responded=zeros,
        demands_solved=zeros,
        demands_satisfied=zeros,
        kinds=facts.kinds,
        levels=facts.level_of,
    )


def bits(values: dict[str, Any]) -> dict[str, bytes]:
    """The bytes of every array, for comparisons that a rounding may not pass."""
    return {name: array.tobytes() for name, array in values.items()}
