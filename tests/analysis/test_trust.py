"""Trust stands at its anchors in this version, and every figure says so."""

from __future__ import annotations

from sim.analysis.trust import trust
from tests.analysis.small_runs import society, taken


def test_trust_is_the_scenarios_and_says_so() -> None:
    """An input shown as a result would be a finding that nobody found."""
    scenario, _ = society()
    found = trust(taken("keep_in_village"))
    assert found.levels == scenario.trust_by_rank
    assert found.at_anchors
