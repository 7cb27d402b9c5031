"""Matters across a border: kinds by their rates, types, and the chance that two places meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.names import BorderMatter, DisputeType
from sim.rules.borders import border_rate, collective_share, join_probability, matter_of, type_of_matter
from tests.rules.numbers import p_with

KINDS = tuple(kind for kind in BorderMatter if kind != BorderMatter.NONE)


def test_matters_come_in_the_proportion_of_their_rates() -> None:
    """Else a rate of the scenario would not be one."""
    p = p_with(border_water=1.0, border_forest=2.0, border_minerals=0.0, border_commuting=1.0)
    found = [matter_of(p, (k + 0.5) / 1000) for k in range(1000)]
    shares = [found.count(int(kind)) / 1000 for kind in KINDS]
    assert shares == pytest.approx([0.25, 0.5, 0.0, 0.25], abs=0.002)
    assert border_rate(1.0, 2.0, 0.0, 1.0) == 4.0


def test_each_matter_has_a_type_and_commuters_sue_no_village() -> None:
    """A type gives it its numbers."""
    types = {DisputeType(type_of_matter(int(kind))) for kind in KINDS}
    assert types == {DisputeType.LAND, DisputeType.ENVIRONMENT, DisputeType.TRAFFIC}
    assert collective_share(p_with(border_collective=0.7), int(BorderMatter.COMMUTING)) == 0.0
    assert collective_share(p_with(border_collective=0.7), int(BorderMatter.WATER)) == 0.7


@given(st.floats(0, 1), st.floats(0, 10))
def test_joining_is_a_chance_that_rises_with_its_lever(chance: float, lever: float) -> None:
    """An empty compact (lever 0) joins nobody; at neutral it is the scenario's."""
    p = p_with(border_join=chance)
    assert join_probability(p, lever) == pytest.approx(min(1.0, chance * lever))
    assert join_probability(p, 0.0) == 0.0
    assert join_probability(p, 1.0) == chance
