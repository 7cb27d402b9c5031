"""Coupling: who is out with one quarrel has another at home the day after, and it belongs to the first one's family."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.draws import child_id
from sim.engine import marks
from sim.names import DisputeType, Origin, Purpose
from tests.engine.history import roots_of
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY, PRESETS

MIXED = BUSY | PRESETS["mixed"]


def told(chance: float, **more: Any) -> Any:
    changed = MIXED | {"coupling.more": (), "coupling.requisition_family": chance, "shocks": ()} | more
    run = run_of(society(5, changed), seed=4, keep_events=True)
    run.advance(120)
    return run


def coupled(run: Any) -> Any:
    return np.flatnonzero(run.state.origin[: int(run.state.count[marks.DISPUTES])] == Origin.COUPLED)


def test_each_comes_the_day_after_its_parent_was_voiced_into_the_same_household() -> None:
    """A child has one parent: its id says which, its root is the parent's, its claimant lives with the parent's."""
    run = run_of(society(5, MIXED), seed=4)
    run.advance(120)
    state, n = run.state, int(run.state.count[marks.DISPUTES])
    chances = run.p.type_coupled
    rows = coupled(run)
    parents = {}
    for i in range(n):
        for to in DisputeType:
            if chances[state.type[i], to] > 0.0:
                parents[int(child_id(int(Purpose.COUPLING_ID), int(state.id[i]), int(to)))] = (i, to)
    assert len(rows) > 20
    for row in rows.tolist():
        parent, to = parents[int(state.id[row])]
        assert (state.type[row], state.root[row]) == (to, state.root[parent])
        assert state.born[row] == state.voiced[parent] + 1
        homes = state.res_household[state.claimant[[row, parent]]]
        assert homes[0] == homes[1]
        assert state.res_adult[state.claimant[row]] == 1
        assert state.place[row] == state.hh_place[homes[0]]
    assert (state.origin[[parents[int(state.id[row])][0] for row in rows]] == Origin.COUPLED).any(), "no chain was seen"


def test_the_more_coupling_the_more_of_the_same_children() -> None:
    """Sign and monotony: children of roots under a lower chance are among those under a higher one; 0 brings none."""

    def of_roots(run: Any) -> set[int]:
        state = run.state
        roots = set(state.id[: int(state.count[marks.DISPUTES])][state.origin[: int(state.count[marks.DISPUTES])] == 0])
        to = int(DisputeType.FAMILY)
        born = {int(child_id(int(Purpose.COUPLING_ID), int(key), to)) for key in roots}
        return born & set(state.id[coupled(run)].tolist())

    some, more, all_the_others = of_roots(told(0.2)), of_roots(told(0.5)), of_roots(told(0.0))
    assert all_the_others == set()
    assert set() < some < more


def test_off_it_brings_no_child_and_moves_no_root() -> None:
    """Roots since tick 0 are the same with and without it: what it brings are children."""
    on, off = told(0.5), told(0.5, **{"processes.coupling": False})
    assert len(coupled(on)) > 10
    assert len(coupled(off)) == 0

    def since_tick_0(run: Any) -> set[bytes]:
        return {row for row in roots_of(run) if int.from_bytes(row[:8], "little") >> 32 >= 4096}

    assert since_tick_0(on) == since_tick_0(off)


def test_as_many_are_coupled_as_the_chances_say() -> None:
    """Mean over seeds within four standard errors: voiced requisitions times their chance."""
    expected, found, variance = 0.0, 0, 0.0
    for seed in range(4):
        run = run_of(society(seed + 20, MIXED | {"coupling.more": ()}), seed=seed)
        run.advance(200)
        state, n = run.state, int(run.state.count[marks.DISPUTES])
        voiced = (state.voiced[:n] >= 0) & (state.voiced[:n] < run.tick - 1)
        chances = run.p.type_coupled[state.type[:n][voiced]]
        expected += float(chances.sum())
        variance += float((chances * (1.0 - chances)).sum())
        found += len(coupled(run))
    assert abs(found - expected) < 4.0 * variance**0.5
    assert found > 50
