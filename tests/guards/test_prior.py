"""Parameter sets are keyed, stay within their ranges, and their signs are counted against luck."""

from __future__ import annotations

import math

import pytest

from benchmarks.evidence.guards import _town
from sim.guards import over_prior, parameter_set, scenarios_from
from sim.guards.prior import HELD_SECTIONS, drawn, signs, tail

ROWS = drawn(_town())


def test_a_set_repeats_and_another_differs() -> None:
    """A share of the prior must be the same on every machine."""
    assert parameter_set(ROWS, 3) == parameter_set(ROWS, 3)
    assert parameter_set(ROWS, 3) != parameter_set(ROWS, 4)


def test_a_new_parameter_leaves_the_values_of_the_others_alone() -> None:
    """Else each new process would draw another prior."""
    fewer = parameter_set(ROWS[5:], 7)
    assert fewer.items() <= parameter_set(ROWS, 7).items()


def test_values_lie_in_their_ranges_and_fill_them() -> None:
    """A range that is drawn in part is another prior."""
    row = next(row for row in ROWS if row.key == "settle.knowledge")
    values = [float(parameter_set([row], number)[row.key]) for number in range(200)]
    assert row.low is not None
    assert row.high is not None
    assert row.low <= min(values) < row.low + 0.1
    assert row.high - 0.1 < max(values) <= row.high
    for one in ROWS:
        value = parameter_set([one], 0)[one.key]
        assert one.low is not None
        assert one.high is not None
        assert one.low <= value <= one.high
        assert isinstance(value, int) == isinstance(one.value, int)


def test_the_gradients_that_must_be_able_to_vanish_are_drawn() -> None:
    """`definitions` 9: their ranges include 0, and the prior must reach there."""
    keys = {row.key: row for row in ROWS}
    for key in ("settle.knowledge", "settle.compulsion", "gate.referral_hostility", "settle.reach"):
        low, high = keys[key].low, keys[key].high
        assert low is not None
        assert high is not None
        assert low <= 0.0 <= high


def test_law_and_what_is_held_is_not_drawn() -> None:
    """Clocks in force are no uncertainty of the model, and a cell of a mix alone cannot be drawn."""
    keys = {row.key for row in ROWS}
    assert "clocks.committee" not in keys
    assert "spread.pushes" not in keys
    assert not any(key.split(".")[0] in HELD_SECTIONS for key in keys)


@pytest.mark.slow
def test_a_set_that_feeds_itself_without_end_is_counted_and_left_out() -> None:
    """There is nothing to compare in it; left out without a word it would be another prior."""
    scenarios, _ = scenarios_from(_town(), 9)
    found, runaway = over_prior(scenarios[7:], ["keep_in_village"], [1])
    assert runaway == 1
    assert {one.sets for one in found["keep_in_village"]} == {1}


def test_what_the_schema_refuses_is_counted() -> None:
    """A prior cut without a word is another prior."""
    found, refused = scenarios_from(_town(), 3)
    assert len(found) == 3
    assert refused >= 0
    assert len({one.fingerprint for one in found}) == 3


def test_a_set_is_told_only_where_all_seeds_agree() -> None:
    """One seed against the others is what luck looks like."""
    found = signs("hidden", [[0.1, 0.2], [0.1, -0.2], [-0.1, -0.2], [0.0, 0.0], [0.3]], 2)
    assert (found.up, found.down, found.untold, found.same) == (1, 1, 3, 1)
    assert found.chance == 5 / 4


def test_a_sign_is_open_only_where_both_are_told_beyond_luck() -> None:
    """A few sets on the other side are what luck gives; they do not make a system able to harm."""
    some, many = [[0.1] * 5] * 20, [[-0.1] * 5] * 20
    assert signs("spill", some + many, 5).sign == "open"
    assert signs("spill", [[0.1] * 5] * 39 + [[-0.1] * 5], 5).sign == "up"
    assert signs("spill", [[0.1, -0.1, 0.1, 0.1, 0.1]] * 40, 5).sign == "none"


def test_the_tail_is_that_of_the_binomial() -> None:
    """A wrong tail would call luck a finding."""
    assert math.isclose(tail(0, 10, 0.3), 1.0)
    assert math.isclose(tail(10, 10, 0.5), 0.5**10)
    assert math.isclose(tail(1, 4, 0.25), 1.0 - 0.75**4)
