"""Kinds of place: told by class and sort where they can be, drawn by code where they cannot."""

from __future__ import annotations

import numpy as np
import pytest

from sim.names import PlaceKind
from sim.scenario import load_scenario
from sim.scenario.sections.staffing import WorldShape
from sim.world import build_world
from sim.world.kinds import kind_of_unit


@pytest.mark.parametrize(
    ("urban_class", "subtype", "luck", "kind"),
    [
        (220, "village", 0.0, PlaceKind.VILLAGE),
        (0, "", 0.0, PlaceKind.VILLAGE),
        (210, "village", 0.0, PlaceKind.TOWN_CENTRE),
        (121, "community", 0.0, PlaceKind.TOWN_CENTRE),
        (123, "community", 0.0, PlaceKind.SPECIAL),
        (220, "special", 0.0, PlaceKind.SPECIAL),
        (111, "village", 0.0, PlaceKind.URBAN_VILLAGE),
        (111, "community", 0.14, PlaceKind.RESETTLEMENT),
        (111, "community", 0.16, PlaceKind.OLD_ESTATE),
        (111, "community", 0.9, PlaceKind.COMMUNITY),
        (112, "village", 0.14, PlaceKind.RESETTLEMENT),
        (112, "village", 0.16, PlaceKind.URBAN_VILLAGE),
        (122, "village", 0.9, PlaceKind.VILLAGE),
        (112, "community", 0.9, PlaceKind.COMMUNITY),
    ],
)
def test_class_and_sort_tell_what_they_can(urban_class: int, subtype: str, luck: float, kind: PlaceKind) -> None:
    """Only what no table says is left to luck."""
    assert kind_of_unit(urban_class, subtype, luck, WorldShape()) == kind


def test_places_with_people_have_a_kind_and_others_have_none() -> None:
    """A town is of no kind; nor is a unit in which nobody can live."""
    world = build_world(load_scenario("pukou"))
    assert ((world.place_kind > 0) == (world.place_leaf == 1)).all()


def test_drawn_shares_are_the_declared_ones() -> None:
    """Over the 486 communities of the core of Shaoxing, within four standard errors."""
    world = build_world(load_scenario("shaoxing"))
    core = world.place_kind[(world.place_class == 111) & (world.place_leaf == 1)]
    for kind, share in ((PlaceKind.RESETTLEMENT, 0.15), (PlaceKind.OLD_ESTATE, 0.3 * 0.85)):
        assert abs(np.mean(core == kind) - share) < 4 * (share * (1 - share) / len(core)) ** 0.5


def test_a_place_is_of_one_kind_in_every_scenario_that_holds_it() -> None:
    """The draw is keyed by its code: a town cut from its county keeps its kinds; another seed of the world does not."""
    small, large = (build_world(load_scenario(name)) for name in ("zhuji", "shaoxing"))
    there = dict(zip(large.code, large.place_kind.tolist(), strict=True))
    assert all(there[code] == kind for code, kind in zip(small.code, small.place_kind.tolist(), strict=True))
    other = build_world(load_scenario("zhuji", {"world.seed": 2}), cache=False)
    assert (other.place_kind != small.place_kind).any()
    assert other.digest != small.digest
