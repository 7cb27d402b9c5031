"""A run whose grievances make others without end is broken off with one line, and no sound run is."""

from __future__ import annotations

import pytest

from sim.engine import runaway
from sim.engine.marks import DISPUTES
from sim.engine.run import Run
from sim.errors import Runaway
from sim.scenario import load_scenario
from sim.world import build_world

WILD = {"spread.R": 0.8, "spread.pushes": 0.01, "spread.hot": 0.1, "treatment.pi": 0.5}
"""R is spread over a hundredth of the pushes that there are, so each grievance makes many."""


def wild(monkeypatch: pytest.MonkeyPatch, allowed: int) -> Run:
    monkeypatch.setattr(runaway, "ALWAYS_ALLOWED", allowed)
    scenario = load_scenario("classroom", {**WILD, "time.most_grievances": 0.3, "overloaded": "allowed"})
    return Run(scenario, build_world(scenario), seed=3)


@pytest.mark.parametrize("chunk", [1000, 37])
def test_a_run_that_feeds_itself_is_broken_off(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it goes on until memory is used up; how it is cut into stretches does not matter."""
    run = wild(monkeypatch, 0)
    with pytest.raises(Runaway) as told:
        in_stretches(run, chunk)
    assert "time.most_grievances" in str(told.value)
    assert "\n" not in str(told.value)
    assert told.value.exit_code == 1
    assert run.tick == wild_until(monkeypatch)


def in_stretches(run: Run, chunk: int) -> None:
    while run.tick < run.horizon:
        run.advance(chunk)


def wild_until(monkeypatch: pytest.MonkeyPatch) -> int:
    run = wild(monkeypatch, 0)
    with pytest.raises(Runaway):
        run.finish()
    return run.tick


def test_a_small_society_may_have_a_bad_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """What costs nothing need not be forbidden: such a run ends, and is marked as one that feeds itself."""
    run = wild(monkeypatch, 10**9)
    run.advance(300)
    assert run.tick == 300


def test_the_library_stays_far_below_the_ceiling() -> None:
    """Three years of a sound town hold less than a third of what is allowed."""
    scenario = load_scenario("fengqiao_town")
    world = build_world(scenario)
    run = Run(scenario, world, seed=1, burn_in=0)
    run.finish()
    held = int(run.state.count[DISPUTES])
    assert 1000 < held < runaway.ceiling(scenario, world.n_residents, run.horizon) / 3


def test_what_arises_by_itself_is_never_too_much() -> None:
    """Whoever asks for a hundred times the grievances gets them; only those that others cause can run away."""
    scenario = load_scenario("fengqiao_town")
    world = build_world(scenario)
    most = runaway.ceiling(scenario, world.n_residents, 730)
    runaway.check_runaway(scenario, world, 3 * most, most, 730)
    with pytest.raises(Runaway):
        runaway.check_runaway(scenario, world, 3 * most, 2 * most, 730)
