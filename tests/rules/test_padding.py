"""Padding: entries come by the Poisson law of mean `pad` a case, and more padding only adds to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.draws import uniform
from sim.rules.padding import padded_entries


@given(st.floats(1e-9, 1.0, exclude_max=True), st.floats(0.0, 0.6), st.floats(0.0, 0.6))
def test_more_padding_never_brings_fewer_entries(u: float, one: float, other: float) -> None:
    """The same luck under more padding: entries of the weaker habit are among those of the stronger."""
    assert padded_entries(u, min(one, other)) <= padded_entries(u, max(one, other))
    assert padded_entries(u, 0.0) == 0


@pytest.mark.parametrize("pad", [0.05, 0.2, 0.6])
def test_a_case_brings_pad_entries_on_average(pad: float) -> None:
    """20,000 cases under the engine's own draws, within four standard errors."""
    n = 20_000
    total = sum(padded_entries(uniform(3, 65, 99, case), pad) for case in range(n))
    assert abs(total / n - pad) < 4 * (pad / n) ** 0.5
