"""Claims about written numbers: no more digits than are known, and never a number where there is none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.cli.numbers import NOTHING, percent, plain, rounded, signed, with_range


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (13264.0, "13,000"),
        (0.01234, "0.012"),
        (9.96, "10"),
        (0.0, "0"),
        (-4.44, "-4.4"),
        (math.nan, NOTHING),
        (99.6, "100"),
    ],
)
def test_two_significant_digits(value: float, text: str) -> None:
    """Two digits at most in prose: more would claim a precision that six seeds of an uncalibrated model do not have."""
    assert rounded(value) == text


@given(st.floats(min_value=1e-6, max_value=1e9))
def test_rounding_stays_near(value: float) -> None:
    """A figure may lose digits, never its size."""
    assert float(rounded(value).replace(",", "")) == pytest.approx(value, rel=0.051)


def test_what_is_not_known_is_not_a_number() -> None:
    """An interval over one seed is none; a 0 there would be read as certainty."""
    assert with_range("3.1", rounded(math.nan), "4") == "3.1"
    assert signed(math.nan) == NOTHING
    assert percent(math.nan) == NOTHING
    assert plain(True) == "true"
    assert plain(0.30000000000000004) == "0.3"
