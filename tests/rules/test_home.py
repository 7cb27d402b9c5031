"""The home level is the highest of three."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.home import home_level

rank = st.integers(0, 6)


@given(rank, rank, rank)
def test_home_is_the_highest_of_ancestor_power_and_impartial(ancestor: int, power: int, impartial: int) -> None:
    """H = max(lowest common ancestor, power, impartial): every number about spill is measured against it."""
    assert home_level(ancestor, power, impartial) == max(ancestor, power, impartial)
