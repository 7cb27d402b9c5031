"""A society without the legal chain lives as before it was written: digests recorded then, with later switches off."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from sim.engine.run import Run
from sim.scenario import load_scenario
from sim.scenario.sections.running import Processes
from sim.world import build_world
from tests.engine.before import NUMBERS
from tests.engine.societies import run_of, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS

OLDER: Final = (
    "gate", "interception", "misreporting", "appraisal", "treatment", "spread", "return_", "wait_heat", "outside",
    "pressing", "promise", "respondent_answer", "load",
)  # fmt: skip
"""Processes there were when the digests were recorded; whatever came later is off here."""
OFF: Final = {f"processes.{name}": False for name in Processes.model_fields if name not in OLDER} | NUMBERS
RECORDED: Final = json.loads(Path(__file__).with_name("switched_off.json").read_text("utf-8"))
LIBRARY: Final = {"classroom": 150, "fengqiao_town": 60}
SMALL: Final = ("authority", "blocked", "calm", "gated", "hot", "outside", "quick")
"""Presets by which the small societies were made, in this order."""

CHAIN: Final = (
    "processes.prefiling", "processes.performance", "processes.appeal", "processes.half_fees", "processes.arbitration",
    "processes.confirmation", "processes.petition_steps", "processes.reconsideration",
)  # fmt: skip
"""Switches of the chain itself; others are told by the tests of their own process."""


@cache
def run_without(name: str, off: tuple[tuple[str, Any], ...] = tuple(OFF.items())) -> Run:
    """The run of a recorded name with these switches laid over it."""
    if name in LIBRARY:
        scenario = load_scenario(name, {"time.burn_in": 30} | dict(off))
        run = run_of((scenario, build_world(scenario)), "keep_in_village+petition_quota", seed=1)
        run.advance(LIBRARY[name])
        return run
    number = SMALL.index(name.removeprefix("small "))
    preset = BUSY | PRESETS[SMALL[number]] | dict(off)
    run = run_of(society(number, preset, levels=LEVEL_SETS[number % 4]), seed=number)
    run.advance(120)
    return run


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_off_is_as_it_was(name: str) -> None:
    """Neutral means bit-identical: a switch that leaves a trace is no switch."""
    assert run_without(name).digest == RECORDED[name]


@pytest.mark.parametrize("switch", CHAIN)
def test_on_is_not(switch: str) -> None:
    """A process that changes no history when it runs would make the claim above empty."""
    others = tuple((key, value) for key, value in OFF.items() if key != switch)
    names = [f"small {preset}" for preset in SMALL]
    assert any(run_without(name, others).digest != RECORDED[name] for name in names)
