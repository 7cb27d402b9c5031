"""Reports take the declared time, and never so much that a forum does nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.paper import report_minutes
from tests.rules.numbers import p_with


@given(st.integers(0, 480), st.integers(1, 50_000), st.integers(1, 60))
def test_a_report_takes_what_is_declared_or_a_quarter(report: int, minutes: int, days: int) -> None:
    """The smaller of the two; 0 is no effect."""
    taken = report_minutes(p_with(paperwork_report_minutes=report), minutes, days)
    assert taken == min(report, minutes * days // 4)
