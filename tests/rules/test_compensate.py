"""What paying does: sign, ends, and nothing at all where nobody pays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.names import DisputeType
from sim.rules.compensate import counted_on, is_insured, shelved_share, stake_left
from tests.rules.numbers import p_with

SHARES = st.floats(0.0, 1.0)
KINDS = st.sampled_from(tuple(DisputeType))


@given(st.floats(1.0, 1e9), KINDS, SHARES)
def test_nothing_paid_changes_no_bit(stake: float, kind: DisputeType, share: float) -> None:
    """Without a policy the society is what it was."""
    p = p_with()
    assert stake_left(stake, int(kind), 0.0) == stake
    assert counted_on(p, share, 0.0) == share
    assert shelved_share(share, 0.0) == share


@given(st.floats(1.0, 1e9), KINDS, st.floats(0.0, 0.9), st.floats(0.0, 0.9))
def test_cover_leaves_less_of_a_loss_and_touches_nothing_else(
    stake: float, kind: DisputeType, one: float, other: float
) -> None:
    """An insurer pays losses; a quarrel in a family or over land has none to pay."""
    low, high = sorted((one, other))
    assert 0.0 < stake_left(stake, int(kind), high) <= stake_left(stake, int(kind), low) <= stake
    if kind in (DisputeType.FAMILY, DisputeType.LAND, DisputeType.OFFICE):
        assert is_insured(int(kind)) == 0
        assert stake_left(stake, int(kind), high) == stake


@given(SHARES, SHARES, SHARES, SHARES)
def test_more_paid_is_counted_on_more_and_shelves_more(share: float, one: float, other: float, known: float) -> None:
    """Both stay chances; where nobody counts on it (the range holds 0) belief stays as it was."""
    low, high = sorted((one, other))
    p = p_with(claim_paid_off=known)
    assert share <= counted_on(p, share, low) <= counted_on(p, share, high) <= 1.0 + 1e-12
    assert share <= shelved_share(share, low) <= shelved_share(share, high) <= 1.0 + 1e-12
    assert counted_on(p_with(claim_paid_off=0.0), share, high) == share
    assert shelved_share(share, 1.0) >= 1.0 - 1e-12
