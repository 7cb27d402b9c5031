"""Misrouting: a chance times a lever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.misroute import misroute_probability
from tests.rules.numbers import p_with


@given(st.floats(0, 0.4), st.floats(0, 10))
def test_misrouting_is_a_chance_that_rises_with_its_lever(chance: float, lever: float) -> None:
    """One desk for all (lever 0) loses nobody; at neutral it is p_misroute."""
    p = p_with(misroute_p=chance)
    assert misroute_probability(p, lever) == pytest.approx(min(1.0, chance * lever))
    assert misroute_probability(p, lever + 1.0) >= misroute_probability(p, lever)
    assert misroute_probability(p, 0.0) == 0.0
    assert misroute_probability(p, 1.0) == chance
