"""Kinds of place decide where disputes arise, not how many: every total is what the incidence says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine.cells import adults_of_places
from sim.engine.ground import ground_of
from sim.names import DisputeType, PlaceKind
from sim.scenario import load_scenario
from sim.scenario.sections.kinds import KindFactors
from sim.world import build_world
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY


def means(pair: tuple[Any, Any]) -> Any:
    """Candidates a day by (place, type)."""
    ground, world = ground_of(*pair), pair[1]
    cells = ground.columns
    table = np.zeros((world.n_places, len(DisputeType) + 1))  # the last is of what arises across borders
    table[cells["cell_place"], cells["cell_type"]] = cells["cell_mean"] * cells["cell_pieces"]
    return table


@pytest.fixture(scope="module")
def zhuji() -> tuple[Any, Any]:
    scenario = load_scenario("zhuji")
    return scenario, build_world(scenario)


def off(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    scenario, world = pair
    processes = scenario.processes.model_copy(update={"place_kinds": False})
    return scenario.model_copy(update={"processes": processes}), world


def test_totals_by_type_are_what_they_are_without_kinds(zhuji: tuple[Any, Any]) -> None:
    """λ_p and λ_g stay true of the society: factors are divided by their mean over adults."""
    for pair in (zhuji, society(4, BUSY)):
        on, flat = means(pair).sum(axis=0), means(off(pair)).sum(axis=0)
        assert np.allclose(on, flat, rtol=1e-12)


def test_a_kind_with_a_higher_factor_brings_more(zhuji: tuple[Any, Any]) -> None:
    """Sign and size: per adult, kinds stand to each other as their factors."""
    scenario, world = zhuji
    table, adults = means(zhuji), adults_of_places(world)
    for kind in DisputeType:
        for one in PlaceKind:
            for other in PlaceKind:
                here, there = world.place_kind == one, world.place_kind == other
                if PlaceKind.NONE in (one, other) or not here.any() or not there.any():
                    continue
                rates = [table[rows, kind].sum() / adults[rows].sum() for rows in (here, there)]
                factors = [getattr(scenario.place_kinds, k.name.lower()).by_type()[kind] for k in (one, other)]
                assert np.isclose(rates[0] / rates[1], factors[0] / factors[1], rtol=1e-9)


def test_equal_factors_are_no_factors() -> None:
    """Only proportions matter: all kinds alike, at any height, is the society without kinds."""
    alike = {f"place_kinds.{k.name.lower()}": KindFactors(land=3.0) for k in PlaceKind if k != PlaceKind.NONE}
    pair = society(4, BUSY | alike)
    assert np.allclose(means(pair), means(off(pair)), rtol=1e-12)


def test_ties_are_weaker_where_the_kind_says_so() -> None:
    """Only between neighbours and people of one unit; kin stay kin wherever they live."""
    weak = {f"place_kinds.{k.name.lower()}": KindFactors(tie=0.5) for k in PlaceKind if k != PlaceKind.NONE}
    ties = {}
    for name, changed in (("weak", weak), ("off", {"processes.place_kinds": False})):
        run = run_of(society(4, BUSY | changed), seed=1)
        state, n = run.state, int(run.state.count[2])
        ties[name] = {int(o): set(state.tie[:n][state.opponent[:n] == o].tolist()) for o in range(10)}
    for opponent, before in ties["off"].items():
        factor = 0.5 if opponent in (1, 2) else 1.0
        assert {tie * factor for tie in before} == ties["weak"][opponent]
