"""Trust: losses weigh more than gains, recovery is slow and never past the anchor, hearsay is less than experience."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.names import Way
from sim.rules.trust import (
    UNIT,
    alarm_units,
    assertive_worth,
    believed,
    efficacy_felt,
    heard_units,
    intent_felt,
    own_units,
    shift_after,
    step,
    trusted,
)
from tests.rules.numbers import p_with

shares = st.floats(0.0, 1.0)
shifts = st.integers(-60_000, 60_000)


@given(shares, st.floats(0.001, 0.05), st.floats(1.0, 4.0))
def test_a_gain_raises_and_a_loss_lowers_inside_the_bounds(value: float, eta: float, loss: float) -> None:
    """Tyler's form can leave neither end of the scale: what is full cannot grow, what is empty cannot shrink."""
    p = p_with(experience_eta=eta, experience_loss=loss)
    gain, harm = step(p, value, 1), step(p, value, -1)
    assert gain >= 0.0 >= harm
    assert value + gain <= 1.0
    assert value + harm >= 0.0
    assert step(p, value, 0) == 0.0


def test_at_the_same_distance_a_loss_weighs_loss_times_a_gain() -> None:
    """Asymmetry is one number, and 1 is inside its range: no asymmetry at all."""
    for loss in (1.0, 2.5, 4.0):
        p = p_with(experience_loss=loss)
        assert step(p, 0.5, -1) == pytest.approx(-loss * step(p, 0.5, 1))


@given(shifts, st.integers(0, 4000), st.integers(1, 4000), st.floats(0.01, 0.3))
def test_what_was_moved_goes_back_and_never_past_the_anchor(units: int, days: int, more: int, pull: float) -> None:
    """Recovery takes off a share of what is left: the sign of the shift stays, its size shrinks."""
    now, later = shift_after(units, days, pull), shift_after(units, days + more, pull)
    assert abs(later) <= abs(now) <= abs(units) / UNIT
    assert later * units >= 0
    assert shift_after(units, days, 0.0) == units / UNIT


def test_a_tenth_comes_back_in_a_year() -> None:
    """Slow: at the default pull nine tenths of a loss are still there a year later."""
    left = shift_after(-10_000, 365, p_with().experience_pull) / (-10_000 / UNIT)
    assert left == pytest.approx(0.905, abs=0.001)


@given(shares, st.sampled_from((-1, 1)), st.integers(1, 5000), st.integers(1, 5000))
def test_hearsay_moves_a_place_less_than_the_one_it_happened_to(value: float, felt: int, few: int, more: int) -> None:
    """The larger the place, the fewer of its people hear of one case."""
    p = p_with()
    own, there = own_units(p, value, felt), heard_units(p, value, felt, few)
    assert abs(heard_units(p, value, felt, few + more)) <= abs(there) <= abs(own)
    assert heard_units(p_with(experience_heard=0.0), value, felt, few) == 0


def test_an_own_failure_costs_about_what_the_penalty_of_belief_does() -> None:
    """With trust off each own failure costs `claim.belief_penalty`; the default of `own` keeps its size."""
    p = p_with()
    lost = -own_units(p, p.belief_forum[3], -1) / UNIT
    assert lost == pytest.approx(p.claim_belief_penalty, rel=0.15)


@given(shares, st.integers(0, 40), st.integers(1, 3000))
def test_alarms_cost_trust_and_never_more_than_there_is(value: float, alarms: int, residents: int) -> None:
    """Knocking in vain never helps; at `alarm` 0 it does nothing."""
    p = p_with()
    lost = alarm_units(p, value, alarms, residents)
    assert alarm_units(p, value, alarms + 1, residents) <= lost <= 0
    assert trusted(value, lost / UNIT) >= 0.0
    assert alarm_units(p_with(experience_alarm=0.0), value, alarms, residents) == 0


@given(shares, st.floats(-2.0, 2.0))
def test_stances_stay_inside_their_bounds(anchor: float, shift: float) -> None:
    """A belief never falls below the floor that `claim.belief` has, nor does trust leave 0..1."""
    assert 0.05 <= believed(anchor, shift) <= 1.0
    assert 0.0 <= trusted(anchor, shift) <= 1.0


def test_a_loser_who_was_treated_fairly_trusts_more_and_hopes_less() -> None:
    """The two forms of trust part here (Tyler): fair process and success are not the same."""
    assert intent_felt(int(Way.REJECTED), 1, 1) == 1
    assert efficacy_felt(int(Way.REJECTED), 1) == -1
    assert intent_felt(int(Way.REJECTED), 0, 1) == -1
    assert intent_felt(int(Way.REJECTED), 0, 0) == 0


def test_pressure_delay_and_empty_referral_cost_intent_and_a_promise_nothing_yet() -> None:
    """Charter 3.11, and 3.6: a promise is cheap today."""
    for way in (Way.PRESSED, Way.BLOCKED, Way.TIMED_OUT, Way.RETURNED, Way.NOT_FILED, Way.SENT_BACK):
        assert intent_felt(int(way), 0, 0) == -1
    for way in (Way.PROMISE, Way.WITHDRAWN):
        assert intent_felt(int(way), 0, 1) == efficacy_felt(int(way), 0) == 0
    for way in (Way.CONSENT, Way.GRANTED):
        assert intent_felt(int(way), 0, 1) == efficacy_felt(int(way), 0) == 1


@given(shares, shares)
def test_lost_trust_makes_bolder_and_gained_trust_does_not_tame(lost: float, more: float) -> None:
    """Fact 9; 0 is inside the range of the weight."""
    p = p_with()
    assert assertive_worth(p, lost + more) >= assertive_worth(p, lost) >= 0.0
    assert assertive_worth(p, -lost) == 0.0
    assert assertive_worth(p_with(experience_assertive=0.0), lost) == 0.0
