"""What holds in every world, whatever the tree: people add up, ties go both ways, every place finds its forums."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.scenario import load_scenario
from sim.world import World, build_world
from sim.world.ties import FAR_TIE, KIN, NEIGHBOUR, OTHER_BLOCK, WORK
from tests.world.trees import DrawnTree, drawn_trees, scenario_of

many_trees = settings(max_examples=60, deadline=None)


def _world(tree: DrawnTree) -> World:
    return build_world(scenario_of(tree), cache=False)


def _row_of(world: World, tree: DrawnTree) -> list[int]:
    return [world.code.index(tree.code(row)) for row in range(len(tree.rank))]


@many_trees
@given(drawn_trees())
def test_every_stated_population_holds_to_the_person(tree: DrawnTree) -> None:
    """Rounding must not lose or invent anybody, at any level."""
    world = _world(tree)
    for row, at in enumerate(_row_of(world, tree)):
        if tree.stated[row]:
            assert world.place_resident[at] == tree.residents[row]
        below = [_row_of(world, tree)[child] for child, parent in enumerate(tree.parent) if parent == row]
        if below:
            assert world.place_resident[at] == world.place_resident[below].sum()
            assert world.place_registered[at] == world.place_registered[below].sum()
        if tree.virtual[row]:
            assert world.place_resident[at] == 0
            assert world.place_leaf[at] == 0
    assert world.n_residents == tree.residents[0]


@many_trees
@given(drawn_trees())
def test_what_lies_below_a_place_is_one_run_of_rows(tree: DrawnTree) -> None:
    """The engine draws a neighbour of the same town from a range of rows, also where tiers are missing."""
    world = _world(tree)
    at = _row_of(world, tree)
    for row in range(len(tree.rank)):
        below = set()
        for other in range(len(tree.rank)):
            up = other
            while up >= 0 and up != row:
                up = tree.parent[up]
            if up == row:
                below.add(at[other])
        assert below == set(range(at[row], int(world.place_end[at[row]])))
        assert world.place_parent[at[row]] == (at[tree.parent[row]] if row else -1)


@many_trees
@given(drawn_trees())
def test_every_place_finds_who_runs_each_forum_for_it(tree: DrawnTree) -> None:
    """A missing tier's forum is run by the next place up; a lower forum by the place itself."""
    world = _world(tree)
    at = _row_of(world, tree)
    for row, own in enumerate(tree.rank):
        for rank in range(tree.n_levels):
            runner = row
            while tree.rank[runner] < rank:
                runner = tree.parent[runner]
            assert world.anc[at[row], rank] == (at[row] if rank <= own else at[runner])
            assert world.place_rank[at[row]] == own


@many_trees
@given(drawn_trees())
def test_every_resident_lives_in_exactly_one_household_with_a_grown_up(tree: DrawnTree) -> None:
    """Households are rows in the order of their places, so counts and ranges are all there is to a membership."""
    world = _world(tree)
    assert world.hh_start[0] == 0
    assert world.hh_start[-1] == world.n_households
    assert world.hh_first[0] == 0
    assert world.hh_first[-1] == world.n_residents
    sizes = np.diff(world.hh_first)
    assert (sizes >= 1).all()
    assert (np.repeat(np.arange(world.n_households), sizes) == world.res_household).all()
    assert (np.repeat(np.arange(world.n_places), np.diff(world.hh_start)) == world.hh_place).all()
    living = np.bincount(world.hh_place, weights=sizes, minlength=world.n_places)
    assert (living == np.where(world.place_leaf == 1, world.place_resident, 0)).all()
    assert (world.res_adult[world.hh_first[:-1]] == 1).all()
    assert ((world.res_age > 0) == (world.res_adult == 1)).all()


@many_trees
@given(drawn_trees())
def test_ties_go_both_ways_once_and_never_to_oneself(tree: DrawnTree) -> None:
    """Spread walks these rows: a tie stored twice would count twice, one stored one way would be half a tie."""
    world = _world(tree)
    assert world.tie_start[0] == 0
    assert world.tie_start[-1] == len(world.tie_to) == len(world.tie_kind)
    source = np.repeat(np.arange(world.n_households), np.diff(world.tie_start))
    assert (source != world.tie_to).all()
    one_way = source.astype(np.int64) * world.n_households + world.tie_to
    assert (np.diff(one_way) > 0).all()
    other_way = world.tie_to.astype(np.int64) * world.n_households + source
    order = np.argsort(other_way)
    assert (other_way[order] == one_way).all()
    assert (world.tie_kind[order] == world.tie_kind).all()


@many_trees
@given(drawn_trees())
def test_each_kind_of_tie_reaches_as_far_as_its_name_says(tree: DrawnTree) -> None:
    """Kin, neighbours and workmates live in the unit; far ties leave it; only rural units have ties between blocks."""
    world = _world(tree)
    source = np.repeat(np.arange(world.n_households), np.diff(world.tie_start))
    same_unit = world.hh_place[source] == world.hh_place[world.tie_to]
    same_block = same_unit & (world.hh_block[source] == world.hh_block[world.tie_to])
    urban = world.place_urban[world.hh_place[source]] == 1
    kind = world.tie_kind
    assert same_block[kind == NEIGHBOUR].all()
    assert same_block[(kind == KIN) & ~urban].all()
    assert same_unit[np.isin(kind, (KIN, WORK))].all()
    assert (same_unit & ~same_block & ~urban)[kind == OTHER_BLOCK].all()
    assert urban[kind == WORK].all()
    assert not same_unit[kind == FAR_TIE].any()


@many_trees
@given(drawn_trees())
def test_every_line_that_serves_somebody_has_staff_and_no_other_has(tree: DrawnTree) -> None:
    """A forum without a minute a day would hold its cases for ever; and everybody is served once on each level."""
    world = _world(tree)
    assert ((world.minutes >= 1) == (world.served_actual >= 1)).all()
    assert (world.served_actual.sum(axis=0) == world.n_residents).all()
    assert (world.served_registered.sum(axis=0) == world.place_registered[0]).all()


@settings(max_examples=20, deadline=None)
@given(drawn_trees(), st.randoms())
def test_the_order_of_the_table_does_not_matter(tree: DrawnTree, random: object) -> None:
    """A user who sorts his table by another column has the same society."""
    from tests.world.trees import LEVELS, scenario_from

    header, *rows = tree.table().splitlines()
    random.shuffle(rows)  # type: ignore[attr-defined]
    shuffled = "\n".join([header, *rows]) + "\n"
    world = build_world(scenario_from(shuffled, tree.code(0), LEVELS[: tree.n_levels]), cache=False)
    assert world.digest == _world(tree).digest


@pytest.mark.nojit
def test_a_world_is_the_same_when_made_twice() -> None:
    """Every run of a study must stand on the same people."""
    scenario = load_scenario("classroom")
    assert build_world(scenario, cache=False).digest == build_world(scenario, cache=False).digest


@pytest.mark.nojit
def test_compiled_and_plain_kernels_make_the_same_world() -> None:
    """The plain body is the readable statement of what the compiled one does; this world is made in both ways."""
    here = build_world(load_scenario("classroom"), cache=False).digest
    jit_off = os.environ.get("NUMBA_DISABLE_JIT", "0") in ("", "0")
    code = (
        "from sim.scenario import load_scenario; from sim.world import build_world;"
        "print(build_world(load_scenario('classroom'), cache=False).digest)"
    )
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1" if jit_off else "0"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == here


def test_another_world_seed_makes_other_people_but_not_other_totals() -> None:
    """The seed of the world draws who lives there; how many do is known, or assumed by a rule without luck."""
    one, two = (build_world(load_scenario("fengqiao_town", [f"world.seed={n}"]), cache=False) for n in (1, 2))
    assert (one.place_resident == two.place_resident).all()
    assert (one.place_registered == two.place_registered).all()
    assert one.digest != two.digest
    assert (one.res_standing != two.res_standing).mean() > 0.9
