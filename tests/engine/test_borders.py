"""What a run does with matters across a border: who is on the other side, who has the remit, what joining does."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from sim.engine.ground import ground_of
from sim.engine.marks import DISPUTES
from sim.names import Event, Opponent, Origin
from tests.engine.societies import changed, run_of, society
from tests.twin.strategies import BUSY, PRESETS

BORDERING = BUSY | PRESETS["bordering"]


def lived(ticks: int = 90, **border: float) -> Any:
    run = run_of(changed(society(5, BORDERING), border=border), seed=1, keep_events=True)
    run.advance(ticks)
    return run


def column(run: Any, name: str) -> Any:
    return getattr(run.state, name)[: int(run.state.count[DISPUTES])]


def met(run: Any) -> Counter[int]:
    """How often two places were alone, joined, passed it on."""
    words, _ = run.events
    return Counter(int(row[3]) for row in words if int(row[0]) >> 16 & 255 == Event.BORDER)


def test_the_parties_live_on_two_sides_and_home_is_above_both() -> None:
    """Neither town is home to it."""
    run = lived()
    rows = np.flatnonzero(column(run, "border") > 0)
    assert len(rows) > 5
    office = int(run.p.office_slot)
    anc, place, other = run.world.anc, column(run, "place"), column(run, "respondent_place")
    assert (anc[place[rows], office] != anc[other[rows], office]).all()
    assert (column(run, "home")[rows] == column(run, "ancestor")[rows]).all()
    assert (column(run, "home")[rows] > office).all()
    assert (column(run, "origin")[rows] == Origin.ROOT).all()
    assert set(column(run, "opponent")[rows].tolist()) <= {
        Opponent.SAME_COUNTY, Opponent.SAME_ROOT, Opponent.COLLECTIVE,
    }  # fmt: skip


def test_who_always_joins_passes_nothing_on() -> None:
    """And who never joins goes on alone, or passes it on as often as told."""
    assert set(met(lived(join=1.0))) == {1}
    assert set(met(lived(join=0.0, blame=1.0))) == {2}
    assert set(met(lived(join=0.0, blame=0.0))) == {0}


def test_other_roots_are_what_they_are_without_borders() -> None:
    """A stream of candidates of its own: the switch adds roots and moves none."""
    on = lived(40)
    off = run_of(changed(society(5, BORDERING), processes={"borders": False}), seed=1)
    off.advance(40)

    def roots(run: Any) -> set[int]:
        chosen = (column(run, "origin") == Origin.ROOT) & (column(run, "border") == 0)
        return set(column(run, "id")[chosen].tolist())

    assert roots(on) == roots(off)
    assert not ground_of(*changed(society(5, BORDERING), processes={"borders": False})).columns["border_to"].size


def test_neighbours_are_neighbours_both_ways_and_siblings() -> None:
    """A border has two sides."""
    world = society(5, BORDERING)[1]
    columns = ground_of(*society(5, BORDERING)).columns
    start, to = columns["border_start"], columns["border_to"]
    pairs = {(row, int(other)) for row in range(world.n_places) for other in to[start[row] : start[row + 1]]}
    assert pairs
    for one, other in pairs:
        assert (other, one) in pairs
        assert world.place_parent[one] == world.place_parent[other]
        assert world.place_rank[one] == world.place_rank[other]
