"""With shocks, kinds of place and coupling switched off, histories are what they were before the model knew of them."""

from __future__ import annotations

import pytest

from sim.engine.run import Run
from sim.scenario import load_scenario
from sim.world import build_world
from tests.engine.before import NUMBERS, SECTIONS
from tests.engine.societies import CROWDED, changed, run_of, society
from tests.engine.test_before import LATER
from tests.golden.runs import society_of

OFF = dict.fromkeys(LATER, False)
BEFORE = {
    3: "fc311c55dfb92cc3d2383655e70fcf9e6e76e77f71c35e8bf85e71dd6c697cde",
    8: "aa31fa0b0b444a86c9ae20a36e52edbc186b52cdd75a4832a366617773980447",
}
"""Digests after 80 ticks of societies made by hand, written down before these processes came; by seed."""
CLASSROOM_BEFORE = "46b8c8251feb56b02e08889e0055598d6e85b67f3c8a8dc239ba0be492c36ebd"
FENGQIAO_BEFORE = "8679238bf01b8e1a1e066c9dd04e47256289c5f8b9cf7e48959dcba9c225c900"


@pytest.mark.parametrize("seed", BEFORE)
def test_a_busy_society_is_as_it_was(seed: int) -> None:
    """Whoever switches a process off asks for the model without it, to the bit."""
    run = run_of(society(seed, CROWDED | {f"processes.{name}": False for name in OFF} | NUMBERS), seed=seed)
    run.advance(80)
    assert run.digest == BEFORE[seed]


def test_the_classroom_is_as_it_was() -> None:
    """The same over a drawn world, its starting stocks included."""
    kept, _ = society_of("classroom")
    scenario, _ = changed((kept, None), processes=OFF, **SECTIONS)
    run = run_of((scenario, build_world(scenario, cache=False)), seed=1)
    run.advance(150)
    assert run.digest == CLASSROOM_BEFORE


def test_fengqiao_town_is_as_it_was() -> None:
    """And over a society of the library in which both urban and rural units are."""
    scenario = load_scenario(
        "fengqiao_town", {"time.burn_in": 30} | {f"processes.{name}": False for name in OFF} | NUMBERS
    )
    run = Run(scenario, build_world(scenario), seed=3)
    run.advance(60)
    assert run.digest == FENGQIAO_BEFORE
