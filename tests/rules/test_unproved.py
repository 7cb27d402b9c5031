"""Mechanisms that are off by default: neutral at strength 0, signs and bounds above it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.crowd import STAYS_OUT, joins, own_threshold
from sim.rules.profit import MOST_ROUNDS, profit_return, profit_worth
from sim.rules.spiral import TEMPER_UNIT, answered, temper_of, temper_units
from sim.rules.tacitus import GOOD_WORD, good_word
from sim.rules.trust import step
from tests.rules.numbers import p_with

SHARES = st.floats(0.0, 1.0)


@given(SHARES, SHARES, st.floats(0.0, 0.5))
def test_an_answer_heats_by_the_others_hostility_and_never_beyond_one(
    own: float, other: float, strength: float
) -> None:
    """Sign and bounds; who meets a calm other side, or answers nothing, stays as he is to the bit."""
    after = answered(own, other, strength)
    assert own <= after <= 1.0
    assert answered(own, 0.0, strength) == own
    assert answered(own, other, 0.0) == own
    assert answered(own, min(1.0, other + 0.1), strength) >= after


@given(SHARES)
def test_a_temper_loses_at_most_a_unit(hostility: float) -> None:
    """Whole units must hold what they are given, the ends exactly."""
    assert 0.0 <= hostility - temper_of(temper_units(hostility)) <= 1.0 / TEMPER_UNIT
    assert (temper_units(0.0), temper_of(temper_units(1.0))) == (0, 1.0)


@given(SHARES, st.floats(-6, 6), st.floats(1, 50), st.floats(0, 25))
def test_a_threshold_is_at_least_one_and_nobody_has_one_at_share_0(
    u: float, z: float, mean: float, sigma: float
) -> None:
    """A crowd of none calls nobody; a larger share only adds people, each with the threshold he has anyway."""
    assert own_threshold(p_with(crowd_share=0.0, crowd_mean=mean, crowd_sigma=sigma), u, z) == STAYS_OUT
    some = own_threshold(p_with(crowd_share=0.5, crowd_mean=mean, crowd_sigma=sigma), u, z)
    more = own_threshold(p_with(crowd_share=0.9, crowd_mean=mean, crowd_sigma=sigma), u, z)
    assert some in (STAYS_OUT, more)
    assert more == STAYS_OUT or more >= 1


@given(st.integers(0, 60), st.integers(0, 60))
def test_more_allies_never_call_fewer(threshold: int, active: int) -> None:
    """Granovetter's rule: at the threshold and above."""
    assert joins(threshold, active) <= joins(threshold, active + 1)
    assert joins(STAYS_OUT, active) == 0
    assert joins(max(1, active), active) == (1 if active > 0 else 0)


@pytest.mark.parametrize("pays", [0.0, 0.5, 2.0])
def test_rounds_add_up_to_a_bound_and_a_return_is_never_slower(pays: float) -> None:
    """No round, or nothing paid, is worth nothing; the range of `again` begins at no effect."""
    p = p_with(profit_pays=pays, profit_again=1.0)
    assert profit_worth(p, 0, 1.0) == 0.0
    assert profit_worth(p, 3, 0.0) == 3 * pays
    assert profit_worth(p, 40, 0.0) == MOST_ROUNDS * pays
    assert profit_worth(p, 3, 0.5) == 4.5 * pays
    assert profit_return(p, 0.7) == 0.7
    assert profit_return(p_with(profit_again=3.0), 0.7) > 0.7


@given(SHARES, SHARES, st.floats(0.0, 0.7))
def test_good_news_turns_below_the_mark_only_and_never_beyond_bad_news(
    value: float, strength: float, mark: float
) -> None:
    """Signs and ends: at strength 0, or from the mark on, a gain to the bit; at strength 1 what bad news takes."""
    p = p_with(on_tacitus=1, tacitus_strength=strength, tacitus_mark=mark)
    gain, loss = step(p, value, 1), step(p, value, -1)
    felt = step(p, value, GOOD_WORD)
    assert felt == good_word(p, value, gain, loss)
    if value >= mark or strength == 0.0:
        assert felt == gain
    assert min(loss, gain) - 1e-12 <= felt <= gain + 1e-12
    full = p_with(on_tacitus=1, tacitus_strength=1.0, tacitus_mark=0.7)
    assert step(full, 0.5, GOOD_WORD) == step(full, 0.5, -1) < 0.0
    assert step(p_with(on_tacitus=0, tacitus_strength=1.0, tacitus_mark=0.7), value, GOOD_WORD) == gain
