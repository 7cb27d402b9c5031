"""The data of the spill picture: families apart, changes that sum to zero, shares only where there is a change."""

from __future__ import annotations

import math

import pytest

from sim.analysis import CELLS
from sim.analysis.identity import HIDDEN_CELLS, MOVED_CELLS, RESOLVED_CELLS
from sim.figures.spill import FAMILIES, GROUPS, prepare
from tests.figures.made import comparison


def test_groups_are_the_identity_of_the_definitions() -> None:
    """A cell in two groups or in none, and the four no longer sum to zero (definitions 3)."""
    groups = {name: cells for name, (_, cells) in GROUPS.items()}
    assert sorted(cell for cells in groups.values() for cell in cells) == sorted(CELLS)
    assert (groups["resolved"], groups["hidden"], groups["moved"]) == (RESOLVED_CELLS, HIDDEN_CELLS, MOVED_CELLS)


def test_what_spill_became_sums_to_zero() -> None:
    """What no longer spills went somewhere."""
    for arm in prepare(comparison(4)).arms[1:]:
        assert arm.became is not None
        assert sum(arm.became.values()) == pytest.approx(0.0, abs=1e-9)


def test_changes_are_per_thousand_root_families() -> None:
    """Ten times the society must not give ten times the bars."""
    arm = prepare(comparison(2)).arms[1]
    assert arm.became == {"spilled": -9.0, "resolved": 6.0, "hidden": 0.0, "moved": 3.0}
    assert arm.shares == pytest.approx((2 / 3, 0.0, 1 / 3))


def test_the_baseline_is_compared_with_nothing() -> None:
    """A change of the baseline against itself would be drawn as an effect of zero."""
    base = prepare(comparison(2)).arms[0]
    assert base.became is None
    assert base.shares is None
    assert all(rate.change is None and not rate.told for rate in base.rates.values())


def test_one_seed_has_no_interval_and_tells_nothing() -> None:
    """One run is no evidence of a difference."""
    for arm in prepare(comparison(2, seeds=1)).arms:
        assert arm.shares is None
        for rate in arm.rates.values():
            assert not rate.level.known
            assert not rate.told


def test_seeds_stand_in_one_order_under_every_arm() -> None:
    """Lines join the same seed from arm to arm: that is what pairing means."""
    for name in FAMILIES:
        rows = [arm.rates[name].seeds for arm in prepare(comparison(3)).arms]
        assert all(len(row) == 3 and list(row) == sorted(row) for row in rows)


def test_a_comparison_without_values_by_seed_still_has_its_means() -> None:
    """Results of an older version may lack them; the picture then joins nothing."""
    result = comparison(2)
    for said in result["spill"].values():
        del said["by_seed"]
    for arm in prepare(result).arms:
        assert all(rate.seeds == () and math.isfinite(rate.level.mean) for rate in arm.rates.values())


def test_outside_is_named_by_the_place_that_is_left() -> None:
    """The word alone tells a reader nothing: outside of what?"""
    assert prepare(comparison(2)).outside == ("某县以外", "beyond Some County")
