"""Matters across a border are counted by what they are about, and by whether the right level had them."""

from __future__ import annotations

import math

from sim.analysis.bordering import bordering
from sim.analysis.fairness import fairness
from sim.names import BorderMatter
from sim.records import NEVER
from tests.analysis.invented import disputes, records


def test_figures_by_hand() -> None:
    """Of five voiced disputes three are of two places; one of these was heard above both."""
    water, forest = {"border": int(BorderMatter.WATER)}, {"border": int(BorderMatter.FOREST)}
    joined = water | {"home": 1, "at_level": 0}
    above = water | {"home": 1, "at_level": 2}
    rows = disputes({}, {}, joined, above, forest | {"home": 1, "at_level": 1}, forest | {"voiced": NEVER})
    found = bordering(records(rows))
    assert found.by_matter == {"water": 2, "forest": 1, "minerals": 0, "commuting": 0}
    assert (found.disputes, found.across, found.right) == (5, 3, 2)
    assert (found.share, found.right_share) == (3 / 5, 2 / 3)


def test_without_borders_there_is_no_share_of_them() -> None:
    """The process is off in most societies: none, and nothing to divide by."""
    found = bordering(records(disputes({}, {})))
    assert found.share == 0.0
    assert math.isnan(found.right_share)


def test_groups_tell_what_two_places_quarrel_about() -> None:
    """Fairness is told for them as for any group."""
    groups = fairness(records(disputes({}, {"border": int(BorderMatter.MINERALS)})))["border"]
    assert {name: one.disputes for name, one in groups.items()} == {
        "none": 1, "water": 0, "forest": 0, "minerals": 1, "commuting": 0,
    }  # fmt: skip
