"""What a run does with matters across a border: who is on the other side, who has the remit, what joining does."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from sim.engine.ground import ground_of
from sim.engine.marks import DISPUTES
from sim.names import BorderMatter, DisputeType, Event, Opponent, Origin, Way
from sim.scenario.shocks import Shock
from tests.engine.societies import changed, run_of, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS

BORDERING = BUSY | PRESETS["bordering"]
COUNTY = 2
"""Rank of the county in a tree of village, town, county and city."""


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


def test_joining_settles_below_what_would_have_gone_up() -> None:
    """Sign: where the place across always joins, more of these matters are settled below the level of both sides."""

    def settled_below(join: float) -> int:
        run = lived(120, join=join, blame=0.0)
        level, border = column(run, "last_level"), column(run, "border")
        agreed = np.isin(column(run, "last_way"), (Way.CONSENT, Way.GRANTED)) & (level >= int(run.p.base))
        return int(np.count_nonzero((border > 0) & agreed & (level < column(run, "ancestor"))))

    assert settled_below(1.0) > 1.2 * settled_below(0.0)


def test_kinds_of_matter_come_in_the_proportion_of_their_rates() -> None:
    """Rates are by kind: none of a kind whose rate is 0, and most of the one with the highest."""
    run = lived(60, water=900.0, forest=0.0, minerals=100.0, commuting=200.0)
    kinds = Counter(column(run, "border").tolist())
    assert kinds[BorderMatter.FOREST] == 0
    assert kinds[BorderMatter.WATER] > kinds[BorderMatter.COMMUTING] > 0


def test_shocks_and_the_past_leave_borders_alone() -> None:
    """Written in docs/day.md: a shock adds land matters and none of two places; these begin with the run."""
    shock = Shock(id="any", zh="震", en="any", kind="black_swan", start=0, end=20, types=("land",), factor=8.0)
    hit = run_of(society(5, BORDERING | {"shocks": (shock,)}), seed=1)
    calm = run_of(society(5, BORDERING), seed=1)
    ids = []
    for run in (hit, calm):
        run.advance(30)
        across = column(run, "border") > 0
        assert (column(run, "born")[across] >= 0).all()
        ids.append(set(column(run, "id")[across].tolist()))
    assert ids[0] == ids[1] != set()
    assert (column(hit, "type") == DisputeType.LAND).sum() > (column(calm, "type") == DisputeType.LAND).sum()


def test_where_two_levels_have_borders_the_upper_share_says_which_is_met() -> None:
    """On four levels a border of counties lies above one of towns: the share moves who is met, and nothing else.

    At 0 only those meet it whose town has no neighbour; at 1 everybody who has one.
    """

    def across_counties(upper: float) -> tuple[int, int]:
        pair = society(4, BORDERING | {"border.upper": upper}, levels=LEVEL_SETS[2], households=15)
        run = run_of(pair, seed=1)
        run.advance(30)
        rows = column(run, "border") > 0
        own, other = (run.world.anc[column(run, name)[rows], COUNTY] for name in ("place", "respondent_place"))
        assert (column(run, "home")[rows][own != other] == run.p.top).all()
        return int((own != other).sum()), int(rows.sum())

    never, half, always = across_counties(0.0), across_counties(0.5), across_counties(1.0)
    assert never[0] < half[0] < always[0]
    assert never[1] == half[1] == always[1]
