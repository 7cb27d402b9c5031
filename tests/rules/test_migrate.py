"""What being registered elsewhere changes: signs, limits, and that the mean share voiced stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.migrate import mixed_tie, reach_cost, voiced_share

shares = st.floats(0, 1)


@given(shares, st.floats(0.2, 1.2))
def test_only_a_mixed_pair_has_another_tie(tie: float, factor: float) -> None:
    """Among locals, and among migrants, nothing changes; between them the tie follows the factor, at most 1."""
    assert mixed_tie(tie, factor, 0, 0) == mixed_tie(tie, factor, 1, 1) == tie
    assert mixed_tie(tie, factor, 0, 1) == mixed_tie(tie, factor, 1, 0) == min(1.0, tie * factor)
    assert mixed_tie(tie, 1.0, 0, 1) == tie


@given(st.floats(0, 2), st.floats(0, 2))
def test_a_local_pays_nothing_and_a_policy_can_serve_both_alike(cost: float, unequal: float) -> None:
    """The lever at 0 is equal service; at 1 the scenario's own cost stands."""
    assert reach_cost(cost, unequal, 0) == 0.0
    assert reach_cost(cost, 0.0, 1) == 0.0
    assert reach_cost(cost, 1.0, 1) == cost
    assert reach_cost(cost, unequal + 0.5, 1) >= reach_cost(cost, unequal, 1)


@given(st.floats(0.2, 0.6), st.floats(0.6, 1.4), shares)
def test_the_mean_share_voiced_is_as_stated(share: float, factor: float, migrants: float) -> None:
    """Migration decides who speaks, not how many: else a switch would move lambda."""
    local, migrant = (voiced_share(share, factor, migrants, side) for side in (0, 1))
    if max(local, migrant) < 0.95:
        assert (1.0 - migrants) * local + migrants * migrant == pytest.approx(share)
        assert migrant == pytest.approx(factor * local)
    assert voiced_share(share, 1.0, migrants, 1) == pytest.approx(share)
