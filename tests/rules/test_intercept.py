"""Interception: weaker on the way outside, weaker against those blocked before, and nothing where s = 0."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.intercept import block_probability

share = st.floats(0, 1)


@given(share, st.integers(0, 1), st.integers(0, 12), share, share)
def test_the_chance_of_being_stopped(s: float, outside: int, blocks: int, leak: float, repeat: float) -> None:
    """s, times the leak on the way outside, times the repeat factor for every earlier block: always a chance."""
    chance = block_probability(s, outside, blocks, leak, repeat)
    assert chance == pytest.approx(s * (leak if outside else 1.0) * repeat**blocks)
    assert 0.0 <= chance <= s


@given(share, st.integers(0, 5), share, share)
def test_persistence_wears_interception_out(s: float, blocks: int, leak: float, repeat: float) -> None:
    """Each block makes the next less likely: without that, blocking would lower the flow at the top for good."""
    once = block_probability(s, 0, blocks, leak, repeat)
    assert block_probability(s, 0, blocks + 1, leak, repeat) <= once
    assert block_probability(s, 1, blocks, leak, repeat) <= once


def test_nobody_is_stopped_where_nobody_suppresses() -> None:
    """s = 0 is exactly 0, so that a world without suppression draws no block."""
    assert block_probability(0.0, 0, 0, 0.5, 0.6) == 0.0
