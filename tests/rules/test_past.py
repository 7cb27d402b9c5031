"""Careers of the past: shares that are the parameters', a geometric law of tries, children only where it burns."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.names import State
from sim.rules.past import past_children, past_end, past_tries
from tests.rules.numbers import p_with

luck = st.floats(1e-9, 1 - 1e-9)
GRID = [(k + 0.5) / 10_000 for k in range(10_000)]


@pytest.mark.parametrize("authority", [0, 1])
def test_ends_have_the_shares_of_the_parameters(authority: int) -> None:
    """What `initial` says of careers is what is drawn."""
    p = p_with()
    name = "authority" if authority else "private"
    ends = Counter(past_end(p, authority, 0, u) for u in GRID)
    assert ends[State.LUMPED] / 10_000 == pytest.approx(getattr(p, f"initial_{name}_lumped"), abs=2e-4)
    assert ends[State.SUPPRESSED] / 10_000 == pytest.approx(getattr(p, f"initial_{name}_suppressed"), abs=2e-4)
    assert ends[State.ACCEPTED] / 10_000 == pytest.approx(authority * p.initial_authority_accepted, abs=2e-4)


@pytest.mark.parametrize("authority", [0, 1])
def test_who_gave_up_before_gives_up_more_often_and_else_ends_as_before(authority: int) -> None:
    """`again` replaces the share of lumping; the other ends keep their proportions."""
    p = p_with()
    first, later = (Counter(past_end(p, authority, again, u) for u in GRID) for again in (0, 1))
    more = p.initial_authority_again if authority else p.initial_private_again
    assert later[State.LUMPED] / 10_000 == pytest.approx(more, abs=2e-4)
    assert later[State.SUPPRESSED] / later[State.SETTLED] == pytest.approx(
        first[State.SUPPRESSED] / first[State.SETTLED], rel=0.03
    )


@given(luck, st.integers(0, 1), st.integers(0, 9))
def test_tries_in_vain_are_geometric_and_bounded(u: float, authority: int, most: int) -> None:
    """One more with the same chance each time: n tries or more have chance `tries` ** n; never more than are left."""
    p = p_with()
    chance = p.initial_authority_tries if authority else p.initial_private_tries
    tries = past_tries(p, authority, u, most)
    assert 0 <= tries <= most
    if tries < most:
        assert u >= chance ** (tries + 1) * (1 - 1e-12)
    if tries > 0:
        assert u < chance**tries * (1 + 1e-12)


@given(st.floats(0, 3), st.floats(0, 1), st.floats(0, 1))
def test_only_hot_matters_against_authorities_moved_others(contagion: float, hostility: float, share: float) -> None:
    """No children without contagion, R, an authority or heat; as many more as R is larger."""
    p = p_with(spread_R=0.15)
    children = past_children(p, contagion, hostility, share)
    assert children >= 0.0
    assert past_children(p_with(spread_R=0.0), contagion, hostility, share) == 0.0
    assert past_children(p, 0.0, hostility, share) == past_children(p, contagion, 0.0, share) == 0.0
    assert past_children(p, contagion, hostility, 0.0) == 0.0
    assert past_children(p_with(spread_R=0.3), contagion, hostility, share) == pytest.approx(2 * children)
