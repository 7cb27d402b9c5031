"""The books: who may write success over an unsettled case, and how often."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.book import false_success_probability
from tests.rules.numbers import p_with

share = st.floats(0, 1)


@given(share, share, share, st.floats(0.1, 0.6))
def test_false_success_is_kappa_times_what_is_misreported(m: float, m0: float, kappa: float, delta: float) -> None:
    """`definitions` 2: kappa_1 delta^r clip(m0 + m, 0, 1), r = 0 for mediation, 1 for petition, 3 at court."""
    p = p_with(report_m0=m0, report_kappa1=kappa, report_delta=delta)
    assert false_success_probability(p, 0, 0, m) == pytest.approx(kappa * min(1.0, m0 + m))
    assert false_success_probability(p, 0, 1, m) == pytest.approx(kappa * delta * min(1.0, m0 + m))
    assert false_success_probability(p, 0, 3, m) == pytest.approx(kappa * delta * delta * delta * min(1.0, m0 + m))


@given(share)
def test_judgments_are_never_misreported(m: float) -> None:
    """kappa of a judgment is 0: a lost suit on the books as settled would be a lie nobody in the model could tell."""
    assert false_success_probability(p_with(), 1, 0, m) == 0.0


def test_honest_books() -> None:
    """kappa = 0, or m0 = 0 with a principal who does not misreport: the books say what happened."""
    assert false_success_probability(p_with(report_kappa1=0.0), 0, 0, 1.0) == 0.0
    assert false_success_probability(p_with(report_m0=0.0), 0, 0, 0.0) == 0.0
