"""The tree as networkx sees it, sizes by kind of place, and numbers that tell no code."""

from __future__ import annotations

import networkx as nx
import numpy as np

from sim.scenario import load_scenario
from sim.world import build_world, place_tree, unit_summary


def test_the_tree_for_exports_is_one_tree_with_everybody_in_it() -> None:
    """What is drawn or exported must be the tree the model ran on."""
    world = build_world(load_scenario("zhuji"))
    tree = place_tree(world)
    assert nx.is_arborescence(tree)
    assert len(tree) == world.n_places
    assert tree.nodes["330681"]["residents"] == world.n_residents
    leaves = [node for node in tree if tree.out_degree(node) == 0]
    assert sum(tree.nodes[node]["residents"] for node in leaves) == world.n_residents
    assert tree.nodes["330681109"]["level"] == "town"


def test_sizes_are_told_by_kind_and_add_up() -> None:
    """Below the county nothing is told by name: kinds only, and no unit is left out."""
    world = build_world(load_scenario("pukou"))
    rows = unit_summary(world)
    units = [row for row in rows if row.kind != "above"]
    assert sum(row.residents for row in units) == world.n_residents
    assert sum(row.households for row in units) == world.n_households
    assert sum(row.places for row in rows) == world.n_places
    assert {row.kind for row in units} == {
        "community",
        "old_estate",
        "resettlement",
        "special",
        "urban_village",
        "village",
        "empty",
    }
    told = {str(value) for row in rows for value in (row.level, row.kind)}
    assert told.isdisjoint({*world.code, *world.name_zh, *world.name_en})


def test_numbers_of_places_are_complete_and_follow_no_order_of_codes() -> None:
    """An export names a village by its kind and number: the number must not be its code in disguise."""
    world = build_world(load_scenario("zhuji"))
    for rank in range(world.n_levels):
        numbers = world.place_number[world.place_rank == rank]
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
    villages = world.place_number[world.place_rank == 0].astype(float)
    assert abs(np.corrcoef(villages, np.arange(len(villages)))[0, 1]) < 0.15


def test_siblings_stand_in_the_order_of_their_codes() -> None:
    """Rows are the same on every machine: no set or hash order decides them."""
    world = build_world(load_scenario("shaoxing"))
    for place in range(world.n_places):
        children = [world.code[row] for row in np.flatnonzero(world.place_parent == place)]
        assert children == sorted(children)
