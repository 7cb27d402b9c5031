"""Trust stands at its anchors where the process is off, and every figure says so; else it is what the run told."""

from __future__ import annotations

from sim.analysis.trust import trust
from tests.analysis.invented import records, society
from tests.analysis.small_runs import society as small_society
from tests.analysis.small_runs import taken


def test_trust_that_stands_still_is_the_scenarios_and_says_so() -> None:
    """An input shown as a result would be a finding that nobody found."""
    found = trust(records())
    assert found.levels == found.start == found.anchors == society().trust
    assert found.at_anchors


def test_trust_that_moves_is_told_by_level_at_the_start_and_at_the_end() -> None:
    """Levels inside and outside alike; the anchors stay beside them."""
    found = trust(taken("keep_in_village"))
    assert not found.at_anchors
    assert found.anchors == small_society()[0].trust_by_rank
    assert len(found.levels) == len(found.start) == len(found.anchors)
    assert all(0.0 <= value <= 1.0 for value in (*found.levels, *found.start))
    assert found.levels != found.start != found.anchors
