"""Turn-out of departments: a chance that the level and the lever move, and a committee that can call nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.departments import turnout_probability, without_departments
from tests.rules.numbers import p_with


@given(st.floats(0.3, 0.95), st.floats(0, 0.2), st.integers(0, 4), st.floats(-1, 1))
def test_turnout_is_a_chance_that_never_falls_with_level_or_lever(
    turnout: float, step: float, above: int, lever: float
) -> None:
    """Higher forums are obeyed more, joint duty adds; without either it is p_dep."""
    p = p_with(joint_turnout=turnout, joint_turnout_level=step)
    chance = turnout_probability(p, above, lever)
    assert 0.0 <= chance <= 1.0
    assert chance == pytest.approx(min(1.0, max(0.0, turnout + step * above + lever)))
    assert turnout_probability(p, above + 1, lever) >= chance
    assert turnout_probability(p, above, lever + 0.05) >= chance
    assert turnout_probability(p, 0, 0.0) == turnout


def test_the_level_may_have_no_effect() -> None:
    """A gradient of authority that could not be 0 would be an answer wired in."""
    flat = p_with(joint_turnout_level=0.0)
    assert turnout_probability(flat, 3, 0.0) == turnout_probability(flat, 0, 0.0)


@given(st.floats(0, 1), st.floats(0, 1))
def test_who_can_call_nobody_settles_less_and_at_one_the_same(chance: float, factor: float) -> None:
    """看得见管不了, by a factor of its own whose end is no effect at all."""
    assert without_departments(p_with(joint_uncalled=factor), chance) <= chance
    assert without_departments(p_with(joint_uncalled=1.0), chance) == chance
    assert without_departments(p_with(joint_uncalled=0.0), chance) == 0.0
