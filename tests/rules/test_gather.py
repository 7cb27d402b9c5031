"""Crowds: thresholds are uniform around the size of an incident, and more company never keeps anybody away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.draws import uniform
from sim.rules.gather import is_incident, others_needed, stands_up

luck = st.floats(0.0, 1.0, exclude_max=True)


@given(luck, st.integers(2, 50), st.integers(0, 200), st.integers(0, 50))
def test_more_company_never_keeps_anybody_away(u: float, size: int, others: int, more: int) -> None:
    """Granovetter: whoever joins a crowd joins a larger one."""
    needed = others_needed(u, size)
    assert 0 <= needed < 2 * (size - 1)
    assert stands_up(needed, others) <= stands_up(needed, others + more)
    assert stands_up(needed, 2 * (size - 1)) == 1


@given(luck, st.integers(2, 49))
def test_a_higher_threshold_asks_for_no_less(u: float, size: int) -> None:
    """The same person wants to see no fewer where an incident takes more."""
    assert others_needed(u, size) <= others_needed(u, size + 1)
    assert is_incident(size, size) == 1
    assert is_incident(size, size + 1) == 0


def test_half_of_them_join_where_one_less_than_an_incident_stands() -> None:
    """20,000 draws of the engine: the mean threshold is the size less one, within four standard errors."""
    size, n = 9, 20_000
    share = sum(stands_up(others_needed(uniform(3, 100, 7, k), size), size - 2) for k in range(n)) / n
    assert abs(share - 0.5) < 4 * (0.25 / n) ** 0.5
