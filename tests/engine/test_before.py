"""With a later process switched off, history is to the bit what it was before there was the process."""

from __future__ import annotations

from typing import Any, Final

import pytest

from tests.engine.before import NUMBERS
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS, Trial

LATER: Final = (
    "migration", "closeness", "tie_kinds", "dual_structure", "borders",
    "departments", "misrouting", "detection", "padding", "shocks", "place_kinds", "coupling", "prefiling",
    "performance", "appeal", "half_fees", "trust", "gatherings", "spiral", "crowd", "profit", "confirmation",
    "petition_steps", "campaigns", "emergency", "tacitus", "staff", "turnover", "fatigue", "paperwork",
    "volunteers", "learning",
    "police", "windows", "contacts", "window_hours", "arbitration", "reconsideration",
)  # fmt: skip
"""Switches of processes that came after the digests below were taken."""
OFF: Final[dict[str, Any]] = {f"processes.{name}": False for name in LATER} | NUMBERS

BEFORE: Final = {
    # (scenario, seed, ticks): digest under the library's numbers and a burn-in of 30 days, before there was any of them
    ("classroom", 1, 240): "956001f855ad369541416f29dc4534a10e8e30c591db28b4bf634e5db873e3ee",
    ("classroom", 2, 240): "136cbe7dbba1d4d30ca53b33c40237ef2db8b3c5377cae3e152bdb16d1af375b",
    ("fengqiao_town", 1, 90): "9fe69814dd182aa0a780c4107b51da1edb046661115171c557ff44c5cfe8fade",
}
SMALL_BEFORE: Final = {
    "authority": "e23383884778c1c37bf8fa57b941cd9397b824e06ea26012e7048bb5f1f74e81",
    "blocked": "174c950fdf4fb7dea00f73ce26c5cf8e605635c3ce8d7b7e9acf63f87c55e337",
    "hot": "a0f9eec4b830338706633ff6ede565063f48d9302efbae193b5f0ae762e33e6a",
}
"""The same of small random societies under two systems."""


@pytest.mark.parametrize(("name", "seed", "ticks"), BEFORE)
def test_a_society_of_the_library_is_as_before(name: str, seed: int, ticks: int) -> None:
    """Off means neutral: not one draw, float or event may tell that the process exists."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario(name, {"time.burn_in": 30, **OFF})
    run = Run(scenario, build_world(scenario), seed=seed)
    run.advance(ticks)
    assert run.digest == BEFORE[name, seed, ticks]


@pytest.mark.parametrize("number", range(len(SMALL_BEFORE)))
def test_a_small_society_is_as_before(number: int) -> None:
    """The same where blocks, gates, spread and treatment are common."""
    from sim.engine.run import Run

    preset = list(SMALL_BEFORE)[number]
    trial = Trial(
        world_seed=31 + number, seed=number, levels=LEVEL_SETS[1 + number], households=25,
        overrides=BUSY | PRESETS[preset] | OFF, arm="keep_in_village(start=5)+petition_quota", ticks=120,
    )  # fmt: skip
    run = Run(*trial.society(), trial.policies(), seed=trial.seed)
    run.advance(trial.ticks)
    assert run.digest == SMALL_BEFORE[preset]
