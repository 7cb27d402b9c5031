"""The flow's data: every dispute leaves one home and ends at one place."""

from __future__ import annotations

import math

import pytest

from sim.figures.flow import prepare
from sim.figures.flow_drawing import _ribbon
from sim.figures.palette import PAPER, VERMILLION, lightness
from sim.figures.paper import Paper
from tests.figures.made import comparison
from tests.figures.sheets import grey, inches


def test_a_thousand_disputes_leave_and_a_thousand_end() -> None:
    """A ribbon that is lost, or counted twice, bends the whole picture."""
    for levels in (2, 3, 4):
        data = prepare(comparison(levels=levels))
        for panel in data.panels:
            assert sum(panel.of_home(home) for home in range(levels)) == pytest.approx(1000.0)
            assert sum(panel.at_end(end) for end in range(-1, levels + 1)) == pytest.approx(1000.0)
            assert all(0.0 <= one.held <= one.amount for one in panel.ribbons)


def test_ends_are_named_from_between_the_parties_to_outside() -> None:
    """A shift by one would show every dispute one level too high."""
    data = prepare(comparison())
    assert [end.en for end in data.ends] == ["between the parties", "village", "town", "county", "beyond Some County"]
    at_home = next(one for one in data.panels[0].ribbons if one.home == one.end == 1)
    assert at_home.relation == "home"
    made = 1.0 + 1 + 2  # by_end[1][2], resolved
    whole = sum(2.0 + home + place for home in range(3) for place in range(5))
    assert at_home.held == pytest.approx(1000 * made / whole)


def test_above_home_and_below_are_told_apart() -> None:
    """The colour of a ribbon is the finding."""
    panel = prepare(comparison()).panels[0]
    assert {one.relation for one in panel.ribbons if one.end > one.home} == {"above"}
    assert {one.relation for one in panel.ribbons if one.end < one.home} == {"below"}
    assert sum(panel.share(name) for name in ("above", "home", "below")) == pytest.approx(1.0)


def test_no_disputes_no_ribbons() -> None:
    """A share of nothing is no number, not zero."""
    panel = prepare(comparison(empty=True)).panels[0]
    assert panel.ribbons == ()
    assert math.isnan(panel.share("above"))


def test_the_thinnest_ribbon_is_still_a_line() -> None:
    """One dispute in ten thousand that went up was a white scratch across the others: drawn, and not to be seen."""
    paper = Paper(2.0, "en")
    _ribbon(paper, (0.2, -0.5), (1.8, -0.9), 0.0003, VERMILLION)
    paper.trim(-1.2)
    middle = inches(grey(paper), 0.95, -0.76, 0.1, 0.12)
    paper_white, ink = 2.55 * lightness(PAPER), 2.55 * lightness(VERMILLION)
    assert middle.min() < 0.5 * (paper_white + ink)
