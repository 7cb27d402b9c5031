"""Sharing whole minutes: sums are exact, shares are proportional within one minute, bounds are kept."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.policies.apportion import apportion, blend

counts = st.lists(st.integers(0, 10**7), min_size=1, max_size=30).filter(any)


@given(counts, st.integers(0, 10**7))
def test_shares_add_up_and_are_proportional(people: list[int], total: int) -> None:
    """The largest remainder: nobody is off by a minute or more."""
    weights = np.array(people, dtype=np.int64)
    share = apportion(total, weights, np.zeros_like(weights), np.full_like(weights, total))
    assert share.sum() == total
    for got, weight in zip(share.tolist(), people, strict=True):
        assert abs(got * sum(people) - total * weight) < sum(people)


@given(counts, st.data())
def test_bounds_are_kept(people: list[int], data: st.DataObject) -> None:
    """A floor keeps doors open, a ceiling keeps factors within the lever."""
    weights = np.array(people, dtype=np.int64) + 1
    low = np.array([data.draw(st.integers(0, 5)) for _ in people])
    high = low + np.array([data.draw(st.integers(0, 20)) for _ in people])
    total = data.draw(st.integers(int(low.sum()), int(high.sum())))
    share = apportion(total, weights, low, high)
    assert share.sum() == total
    assert (share >= low).all()
    assert (share <= high).all()


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=30), st.floats(0, 1), st.randoms(use_true_random=False))
def test_part_of_a_move_keeps_the_sum_and_stays_between(before: list[int], dose: float, random: object) -> None:
    """Half a reallocation makes no minute either."""
    after = list(before)
    random.shuffle(after)
    one, other = np.array(before, dtype=np.int64), np.array(after, dtype=np.int64)
    mixed = blend(one, other, dose)
    assert mixed.sum() == one.sum()
    assert (mixed >= np.minimum(one, other)).all()
    assert (mixed <= np.maximum(one, other)).all()
    assert (blend(one, other, 1.0) == other).all()
    assert (blend(one, other, 0.0) == one).all()
