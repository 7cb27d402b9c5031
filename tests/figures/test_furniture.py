"""What pictures share on the sheet: round ticks, straight scales, rows of panels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.figures.frame import ACROSS, across, frames_of, rows_of, sheet_width
from sim.figures.furniture import Scale, round_ticks, tick_text


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 8))
def test_ticks_are_few_round_and_inside(low: float, span: float, most: int) -> None:
    """A tick outside its field is drawn over another one; one at 0.0337 cannot be read."""
    ticks = round_ticks(low, low + span, most)
    assert 1 <= len(ticks) <= max(most, 2)
    slack = 1e-6 * span + 1e-9 * abs(low)
    assert all(low - slack <= tick <= low + span + slack for tick in ticks)
    texts = [tick_text(tick, ticks) for tick in ticks]
    assert len(set(texts)) == len(texts)


def test_ticks_of_known_fields() -> None:
    """Steps of one, two or five."""
    assert round_ticks(0.0, 1080.0, 4) == (0.0, 500.0, 1000.0)
    assert round_ticks(2.49, 2.92, 4) == (2.6, 2.8)
    assert round_ticks(1.0, 1.0) == (1.0,)
    assert [tick_text(tick, (0.0, 0.05)) for tick in (0.0, 0.05)] == ["0.00", "0.05"]


def test_a_scale_is_straight_and_stands_an_empty_span() -> None:
    """A field in which nothing varies has no length to divide by."""
    scale = Scale(low=10.0, high=20.0, start=1.0, end=3.0)
    assert (scale.at(10.0), scale.at(15.0), scale.at(20.0)) == (1.0, 2.0, 3.0)
    assert Scale(low=5.0, high=5.0, start=1.0, end=3.0).at(5.0) == 1.0


@pytest.mark.parametrize("panels", range(1, 14))
def test_every_panel_stands_once_in_rows_of_one_width(panels: int) -> None:
    """One panel an arm, however many arms; rows as even as can be."""
    rows = rows_of(list(range(panels)))
    assert [panel for row in rows for panel in row] == list(range(panels))
    assert max(map(len, rows)) == across(panels) <= ACROSS
    assert frames_of(across(panels), 2.0)[-1].right < sheet_width(panels, 2.0)
