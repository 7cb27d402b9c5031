"""Decides how many people live in each place, and how many are registered there. No run seed plays a part.

The rule (an assumption, see docs/decisions): a unit's weight is that of its class times a log-normal keyed by its code;
known totals hold to the person. What is known is in `known`, how totals are met in `spread`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from sim.errors import PlacesError, complain
from sim.world.known import known_registered, known_residents
from sim.world.places import Tree, order_places, sums_upward
from sim.world.spread import Bounds, Spread, spread

if TYPE_CHECKING:
    from sim.scenario import Scenario

MOST_RESIDENTS: Final = 100_000_000
"""Residents that a world may hold; rows are counted in 32 bits, and a resident takes about 30 bytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Population:
    """Actual and registered residents of every place, int64[n_places]; a place above units has the sum of its units.

    `raked` and `not_raked` (code, or code and reason): places whose urban and rural totals were met, or could not be.
    """

    resident: npt.NDArray[np.int64]
    registered: npt.NDArray[np.int64]
    raked: tuple[str, ...]
    not_raked: tuple[tuple[str, str], ...]


def populate(scenario: Scenario, tree: Tree) -> Population:
    """Return the population of the places of `tree`, which is the scenario's own.

    Totals are spread over the wider tree that the scenario is cut from (Fengqiao: all Zhuji), so a unit holds as many
    people in every scenario. A population that the scenario's own table states for a unit wins. Raises PlacesError
    where populations contradict each other, or the wider tree lacks a unit.
    """
    wide = order_places(scenario.read_population_places(), scenario.level_ids)
    residents = _residents(scenario, wide)
    registered = _registered(scenario, wide, residents)
    resident_of = _by_code(wide, residents.persons)
    registered_of = _by_code(wide, registered.persons)
    actual = np.zeros(len(tree), dtype=np.int64)
    on_register = np.zeros(len(tree), dtype=np.int64)
    for row in range(len(tree)):
        if tree.is_unit(row):
            code = tree.code[row]
            if code not in resident_of:
                place = f"{tree.shown}:{tree.line[row]}"
                rule = f"{code} must stand in the table that totals are spread over"
                repair = f"Add it to {wide.shown}, or leave population.table out"
                raise PlacesError(complain(place, rule, "no such row", repair))
            actual[row], on_register[row] = resident_of[code], registered_of[code]
            stated = tree.stated[row]
            if stated is not None and stated != actual[row]:
                on_register[row] = _rescaled(int(on_register[row]), int(actual[row]), stated)
                actual[row] = stated
    if not 0 < actual.sum() <= MOST_RESIDENTS:
        rule = f"the tree must hold 1 to {MOST_RESIDENTS} residents"
        raise PlacesError(complain(tree.shown, rule, actual.sum(), "Check its populations and population.totals"))
    return Population(
        resident=sums_upward(tree, actual),
        registered=sums_upward(tree, on_register),
        raked=tuple(wide.code[row] for row in residents.raked),
        not_raked=tuple((wide.code[row], reason) for row, reason in residents.not_raked.items()),
    )


def _residents(scenario: Scenario, tree: Tree) -> Spread:
    known = known_residents(scenario, tree)
    bounds = Bounds(low=scenario.world.rural_unit_low, high=scenario.world.rural_unit_high)
    return spread(tree, unit_weights(scenario, tree), known.total, known.urban, bounds)


def known_totals(scenario: Scenario, tree: Tree) -> dict[int, int]:
    """Return the totals that must hold, by row of the scenario's own tree: what it states, else what is known.

    Facts about a place of a wider tree hold where all of the place is in the scenario's own.
    """
    wide = order_places(scenario.read_population_places(), scenario.level_ids)
    known = known_residents(scenario, wide).total
    totals: dict[int, int] = {}
    for row, code in enumerate(tree.code):
        there = wide.code.index(code) if code in wide.code else -1
        whole = there >= 0 and wide.end[there] - there == tree.end[row] - row
        if whole and there in known:
            totals[row] = known[there]
        stated = tree.stated[row]
        if stated is not None:
            totals[row] = stated
    return totals


def unit_weights(scenario: Scenario, tree: Tree) -> dict[int, float]:
    """Return the weight of each unit: class weight x log-normal of median 1, keyed by code and by no seed."""
    from sim.draws import hash_text, normal
    from sim.floats import exp_
    from sim.names import Purpose

    shape = scenario.world
    by_class = {
        111: shape.weight_111, 112: shape.weight_112, 121: shape.weight_121, 122: shape.weight_122,
        123: shape.weight_123, 210: shape.weight_210, 220: shape.weight_220, 0: shape.weight_220,
    }  # fmt: skip
    sigma = float(shape.weight_sigma)
    weights: dict[int, float] = {}
    for row in range(len(tree)):
        if tree.is_unit(row):
            z = float(normal(0, int(Purpose.WORLD_WEIGHT), hash_text(tree.code[row]), 0))
            size = by_class[tree.urban_class[row]] * float(exp_(sigma * z))
            weights[row] = 0.0 if tree.virtual[row] else size
    return weights


def _registered(scenario: Scenario, tree: Tree, residents: Spread) -> Spread:
    """Residents times a factor by class, then scaled to the known totals of the household register."""
    rural = [float(scenario.staff.rural_registered)] * len(tree)
    urban = [float(scenario.staff.urban_registered)] * len(tree)
    for factors in scenario.population.registered:
        if factors.code in tree.code:
            row = tree.code.index(factors.code)
            for unit in range(row, tree.end[row]):
                rural[unit], urban[unit] = float(factors.rural), float(factors.urban)
    weights = {
        unit: persons * (urban[unit] if tree.is_urban(unit) else rural[unit])
        for unit, persons in residents.persons.items()
    }
    known = known_registered(scenario, tree)
    return spread(tree, weights, known.total, known.urban, None)


def _by_code(tree: Tree, persons: dict[int, int]) -> dict[str, int]:
    units = np.zeros(len(tree), dtype=np.int64)
    units[list(persons)] = list(persons.values())
    return dict(zip(tree.code, sums_upward(tree, units).tolist(), strict=True))


def _rescaled(registered: int, before: int, now: int) -> int:
    """Registered residents of a unit whose own table states another population than the wider tree gives it."""
    return int(registered * now / before + 0.5) if before > 0 else now
