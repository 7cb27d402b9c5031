"""Windows: shares, limits and the lever on misdirection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.windows import HOTLINE, NO_WINDOW, ONE_STOP, misdirected_probability, which_window
from tests.rules.numbers import p_with

shares = st.floats(0.0, 0.5)


@given(shares, shares, st.floats(0.0, 1.0, exclude_max=True))
def test_windows_take_their_shares(hotline: float, one_stop: float, u: float) -> None:
    """The hotline first, then the centre, the rest comes to the forum itself; with both shares at 0 nobody stops."""
    p = p_with(windows_hotline=hotline, windows_one_stop=one_stop)
    found = which_window(p, u)
    assert found == (HOTLINE if u < hotline else ONE_STOP if u < hotline + one_stop else NO_WINDOW)
    assert which_window(p_with(windows_hotline=0.0, windows_one_stop=0.0), u) == NO_WINDOW


@given(shares, st.floats(0.0, 1.0, exclude_max=True))
def test_a_wider_hotline_only_adds_to_it(hotline: float, u: float) -> None:
    """One uniform: whoever rang before still rings when more do."""
    narrow, wide = (p_with(windows_hotline=share, windows_one_stop=0.2) for share in (hotline / 2.0, hotline))
    if which_window(narrow, u) == HOTLINE:
        assert which_window(wide, u) == HOTLINE


@given(st.floats(0.0, 10.0), st.floats(0.0, 10.0))
def test_the_lever_moves_misdirection_within_a_chance(lever: float, more: float) -> None:
    """0 where the lever is 0, never falling with it, never above 1; each window has a chance of its own."""
    p = p_with(windows_wrong_hotline=0.3, windows_wrong_one_stop=0.1)
    for window, base in ((HOTLINE, 0.3), (ONE_STOP, 0.1)):
        assert misdirected_probability(p, window, 0.0) == 0.0
        assert misdirected_probability(p, window, 1.0) == pytest.approx(base)
        low, high = misdirected_probability(p, window, lever), misdirected_probability(p, window, lever + more)
        assert 0.0 <= low <= high <= 1.0
