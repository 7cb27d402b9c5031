"""What a shock in a file means: days, types, and places in the words in which policies say where they act."""

from __future__ import annotations

import numpy as np
import pytest

from sim.levers.public import public_facts
from sim.names import DisputeType
from sim.policies.targets import parse_targets, target_places
from sim.scenario import Shock, dump_resolved, load_scenario, with_overrides
from sim.scenario.shocks import units_of
from sim.world import build_world


def shock(**said: object) -> Shock:
    return Shock.model_validate(
        {"id": "a", "zh": "征", "en": "x", "kind": "grey_rhino", "start": 0, "end": 9, "factor": 2.0, **said}
    )


@pytest.mark.parametrize(
    "places", ["", "rural", "urban", "village", "330681102", "rural|330681102|330681120", "place:330681102|kind:urban"]
)
def test_places_are_named_as_policies_name_them(places: str) -> None:
    """One grammar: whoever has learnt to aim a policy has learnt to aim a shock."""
    scenario = load_scenario("zhuji")
    world = build_world(scenario)
    facts = public_facts(scenario, world)
    mask = np.ones(facts.n_places, dtype=bool)
    if places:
        mask = target_places(parse_targets(places, "test"), facts, "test")
    units = units_of(shock(places=places), scenario.read_places(), scenario.level_ids)
    assert units == {code for code, here in zip(world.code, mask & facts.leaf, strict=True) if here}


def test_types_are_types_or_dispute_families() -> None:
    """`land` is a type; the family of that name is asked for as such."""
    assert shock().disputes == tuple(DisputeType)
    assert shock(types=("land",)).disputes == (DisputeType.LAND,)
    family = (DisputeType.LAND, DisputeType.REQUISITION, DisputeType.ENVIRONMENT)
    assert shock(types=("family:land",)).disputes == family
    assert shock(types=["labour", "family:land"]).disputes == (DisputeType.LABOUR, *family)


def test_a_shock_survives_being_written_and_read(tmp_path: object) -> None:
    """A run folder holds the scenario in full; the shock is part of it and of its fingerprint."""
    from pathlib import Path

    scenario = load_scenario("fengqiao_town")
    struck = with_overrides(scenario, {"shocks": [shock(places="rural", types=["land"]).model_dump()]})
    assert struck.fingerprint != scenario.fingerprint
    assert struck.world_fingerprint == scenario.world_fingerprint
    file = Path(str(tmp_path), "again.toml")
    file.write_text(dump_resolved(struck), encoding="utf-8")
    again = load_scenario(file)
    assert again.shocks == struck.shocks
    assert again.fingerprint == struck.fingerprint
