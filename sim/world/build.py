"""Decides the order in which a world is made from a scenario. Each step has its own file; `store` keeps worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from sim.world.columns import World, digest_of
from sim.world.kinds import place_kinds
from sim.world.places import Tree, order_places, place_keys, place_numbers, runners
from sim.world.population import populate
from sim.world.staff import staff_forums
from sim.world.store import keep, kept

if TYPE_CHECKING:
    from sim.scenario import Scenario


def build_world(scenario: Scenario, *, cache: bool = True) -> World:
    """Return the world of a scenario: the same columns, to the byte, on every call, machine and worker.

    Parameters
    ----------
    scenario
        A resolved scenario. Rules, types and run seeds play no part: the world's own seed is `scenario.world.seed`.
    cache
        Map the copy kept in the user's cache where there is one (parallel runs share its memory), and keep one where
        there is none. A cache that cannot be written is no error: the world then stays in this process.

    Raises
    ------
    PlacesError
        Populations contradict each other, or nobody lives in the tree.
    StoredFileError
        The kept copy is damaged.
    """
    if cache:
        mapped = kept(scenario)
        if mapped is not None:
            return mapped
    world = _make(scenario)
    return keep(scenario, world) if cache else world


def _make(scenario: Scenario) -> World:
    tree = order_places(scenario.read_places(), scenario.level_ids)
    columns = _place_columns(scenario, tree)
    columns |= _household_columns(scenario, columns)
    columns |= _tie_columns(scenario, columns)
    return World(**columns, digest=digest_of(columns))


def _place_columns(scenario: Scenario, tree: Tree) -> dict[str, Any]:
    from sim.world.households import household_starts

    population = populate(scenario, tree)
    anc, keys = runners(tree), place_keys(tree)
    unit = np.array([tree.is_unit(row) for row in range(len(tree))])
    living = np.where(unit, population.resident, 0)
    staff = staff_forums(scenario, tree, anc, population.resident, population.registered)
    seed = int(scenario.world.seed)
    return {
        "code": tree.code,
        "name_zh": tree.name_zh,
        "name_en": tree.name_en,
        "subtype": tree.subtype,
        "level_ids": tuple(scenario.level_ids),
        "n_levels": tree.n_levels,
        "court_rank": scenario.court_rank,
        "seed": seed,
        "place_parent": np.array(tree.parent, dtype=np.int32),
        "place_rank": np.array(tree.rank, dtype=np.int8),
        "place_end": np.array(tree.end, dtype=np.int32),
        "place_key": keys,
        "place_urban": np.array([tree.is_urban(row) for row in range(len(tree))], dtype=np.uint8),
        "place_class": np.array(tree.urban_class, dtype=np.int16),
        "place_kind": place_kinds(scenario.world, tree, keys),
        "place_leaf": (living > 0).astype(np.uint8),
        "place_resident": population.resident,
        "place_registered": population.registered,
        "place_number": place_numbers(tree, keys, seed),
        "anc": anc,
        "hh_start": household_starts(living, float(scenario.world.household_size)),
        "minutes": staff.minutes,
        "served_registered": staff.served_registered,
        "served_actual": staff.served_actual,
    }


def _household_columns(scenario: Scenario, places: dict[str, Any]) -> dict[str, Any]:
    from sim.world.closeness import draw_closeness
    from sim.world.households import draw_households
    from sim.world.migrants import draw_migrants, migrant_shares
    from sim.world.residents import adult_chances, band_ends, draw_residents

    shape, hh_start, keys = scenario.world, places["hh_start"], places["place_key"]
    living = np.where(places["place_leaf"] == 1, places["place_resident"], 0)
    n_households, n_residents = int(hh_start[-1]), int(living.sum())
    columns: dict[str, Any] = {name: np.zeros(n_households, dtype=np.int32) for name in ("hh_place", "hh_block")}
    columns["hh_first"] = np.zeros(n_households + 1, dtype=np.int32)
    draw_households(places["seed"], int(shape.block), keys, living, hh_start, *columns.values())
    traits = {"res_household": np.empty(n_residents, dtype=np.int32)}
    for name in ("adult", "standing", "legal", "sex", "age"):
        traits[f"res_{name}"] = np.empty(n_residents, dtype=np.uint8)
    legal = np.where(places["place_urban"] == 1, float(shape.legal_urban), float(shape.legal_rural))
    chance = adult_chances(living, hh_start, float(scenario.incidence.adult_share))
    draw_residents(
        places["seed"], float(shape.female_share), band_ends(), keys, chance, legal, hh_start, columns["hh_first"],
        *traits.values(),
    )  # fmt: skip
    migrant = np.zeros(n_residents, dtype=np.uint8)
    shares = np.array(migrant_shares(scenario.migrants), dtype=np.float64)[places["place_kind"]]
    draw_migrants(places["seed"], keys, shares, hh_start, columns["hh_first"], migrant)
    close = np.zeros(n_residents, dtype=np.uint8)
    share = float(scenario.cadres.standing)
    draw_closeness(places["seed"], share, keys, hh_start, columns["hh_first"], traits["res_standing"], close)
    return columns | traits | {"res_migrant": migrant, "res_closeness": close}


def _tie_columns(scenario: Scenario, columns: dict[str, Any]) -> dict[str, Any]:
    from sim.world.adjacency import adjacency
    from sim.world.ties import draw_ties, mean_ties, room_for_ties

    degrees, hh_start = mean_ties(scenario), columns["hh_start"]
    sizes = np.diff(hh_start)
    room = room_for_ties(degrees, sizes, columns["place_urban"])
    one, other, kinds = np.empty(room, np.int32), np.empty(room, np.int32), np.empty(room, np.uint8)
    longest = int(sizes.max())
    n = int(
        draw_ties(
            columns["seed"], int(scenario.world.block), float(scenario.world.rewire), degrees, columns["place_parent"],
            columns["place_end"], columns["place_urban"], columns["place_key"], hh_start, np.empty(longest, np.int32),
            np.empty(longest, np.int8), one, other, kinds,
        )
    )  # fmt: skip
    start, to, kind = adjacency(int(hh_start[-1]), one[:n], other[:n], kinds[:n])
    return {"tie_start": start, "tie_to": to, "tie_kind": kind}
