"""Every process that is on is a mechanism to knock out, one at a time; signs are read from intervals."""

from __future__ import annotations

from benchmarks.evidence.guards import _town
from sim.analysis import interval
from sim.guards.knock_out import GRADIENTS, WHOLE, Without, knock_outs, mechanisms, sign, word
from sim.scenario import load_scenario, with_overrides


def test_the_whole_comes_first_and_every_process_that_is_on_is_there() -> None:
    """A process that is switched on later joins by itself."""
    town = _town()
    names = [name for name, _ in mechanisms(town)]
    assert names[0] == WHOLE
    on = {name for name, value in town.processes.model_dump().items() if value}
    assert set(names[1:]) == on | set(GRADIENTS)


def test_a_gradient_laid_flat_lies_in_its_range() -> None:
    """A knock-out that no scenario may state would be another model."""
    for given in GRADIENTS.values():
        assert set(given.values()) == {0.0}
        with_overrides(_town(), given)


def test_a_sign_is_told_only_where_the_interval_leaves_out_zero() -> None:
    """A cell that shows a sign is read as a finding."""
    assert sign(interval([0.0, 0.0, 0.0])) == "0"
    assert sign(interval([0.1, -0.1, 0.2])) == "?"
    assert sign(interval([0.1, 0.11, 0.12])) == "+"
    assert sign(interval([-0.1, -0.11, -0.12])) == "-"


def test_words_are_earned_over_structures() -> None:
    """One structure earns none."""
    rows = [Without(mechanism=str(n), effects={"spill": interval([-0.1, -0.2])}) for n in range(3)]
    assert word(rows, "spill") == "robust"
    assert word(rows[:1], "spill") == "seed only"


def test_a_knocked_out_gate_leaves_the_gate_policy_nothing_to_move() -> None:
    """The one cell whose answer is known beforehand."""
    scenario = load_scenario("classroom", {"time.burn_in": 60, "time.cohort": 90, "time.follow_up": 30})
    only = with_overrides(scenario, {f"processes.{n}": False for n, v in scenario.processes if v and n != "gate"})
    rows = knock_outs(only, ("keep_in_village",), (1, 2))["keep_in_village"]
    without = next(row for row in rows if row.mechanism == "gate")
    assert all(effect.mean == 0.0 for effect in without.effects.values())
