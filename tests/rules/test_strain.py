"""Load of who serves: a memory of work over hours, rest that takes it away, and a quality that never rises with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.strain import MOST_LOAD, rested, strain_factor, worked
from tests.rules.numbers import p_with

loads = st.floats(0.0, MOST_LOAD)


@given(loads, st.integers(0, 2_000), st.integers(0, 2_000))
def test_rest_takes_load_away_and_days_add_up(load: float, some: int, more: int) -> None:
    """Resting twice is resting for both: nothing has to be done for who waits."""
    assert rested(load, 0, 30.0) == load
    assert 0.0 <= rested(load, some + more, 30.0) <= rested(load, some, 30.0) <= load
    assert rested(rested(load, some, 30.0), more, 30.0) == pytest.approx(rested(load, some + more, 30.0))


@given(loads, st.integers(1, 2_000), st.floats(0.0, 600.0))
def test_work_adds_load_up_to_its_limit(load: float, work: int, hours: float) -> None:
    """More work, more load; more hours, less of it; a post without hours divides by nothing."""
    p = p_with()
    assert load <= worked(p, load, work, hours + 1.0) <= worked(p, load, work, hours) <= MOST_LOAD


def test_full_hours_every_day_are_load_1() -> None:
    """Load is the mean of work over hours, so that 1 is a full day, whatever the memory."""
    for memory in (7.0, 30.0, 180.0):
        p, load = p_with(fatigue_memory=memory), 0.0
        for _ in range(2_000):
            load = worked(p, rested(load, 1, memory), 360, 360.0)
        assert load == pytest.approx(1.0, abs=0.08)


@given(loads, loads, st.floats(0.0, 0.5), st.floats(0.0, 0.95))
def test_a_tired_mediator_is_no_better(one: float, other: float, drop: float, free: float) -> None:
    """Sign and limits: 1 up to the free load, 1 - drop from load 1 on; drop 0 is no effect."""
    p = p_with(fatigue_drop=drop, fatigue_free=free)
    assert strain_factor(p, max(one, other)) <= strain_factor(p, min(one, other)) <= 1.0
    assert strain_factor(p, free) == 1.0
    assert strain_factor(p, MOST_LOAD) == 1.0 - drop
    assert strain_factor(p_with(fatigue_drop=0.0), one) == 1.0
