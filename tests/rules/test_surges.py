"""Campaigns and emergency mode as rules: when, how hard, hysteresis, and ranges that hold no effect at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.campaign import OFF, ON, SAGS, campaign_pull, campaign_stage, hours_under, weight_under
from sim.rules.emergency import emergency_after, emergency_hours, incident_rate
from tests.rules.numbers import p_with

DAYS = st.integers(-800, 3000)


@given(DAYS, st.integers(0, 400), st.integers(1, 90), st.integers(0, 120))
def test_a_campaign_comes_once_and_then_sags(day: int, start: int, length: int, sag_days: int) -> None:
    """Off before, on for its length, sagging after it, and over."""
    stage = campaign_stage(day, start, length, 0, sag_days)
    since = day - start
    wanted = OFF if since < 0 else ON if since < length else SAGS if since < length + sag_days else OFF
    assert stage == wanted


@given(DAYS, st.integers(1, 60), st.integers(0, 60), st.integers(0, 120), st.integers(1, 9))
def test_it_comes_again_every_period(day: int, length: int, more: int, sag_days: int, turns: int) -> None:
    """A pulse is the same pulse every time, and none comes before the first."""
    period = length + more
    stage = campaign_stage(day, 0, length, period, sag_days)
    if day >= 0:
        assert campaign_stage(day + turns * period, 0, length, period, sag_days) == stage
    else:
        assert stage == OFF


@given(st.floats(0, 1), st.floats(0, 1))
def test_pressure_is_up_while_it_lasts_and_never_further_down_afterwards(intensity: float, sag: float) -> None:
    """Signs and bounds; no sag and no intensity are inside the ranges."""
    assert campaign_pull(ON, intensity, sag) == intensity
    assert -intensity <= campaign_pull(SAGS, intensity, sag) <= 0.0
    assert campaign_pull(OFF, intensity, sag) == 0.0 == campaign_pull(SAGS, intensity, 0.0)


@given(st.floats(0, 10), st.floats(-3, 3), st.floats(0, 3))
def test_weights_and_hours_follow_pressure_and_stop_at_nothing(weight: float, pressure: float, gain: float) -> None:
    """Without pressure, or without gain, to the bit what they were."""
    assert weight_under(weight, 0.0, gain) == weight == weight_under(weight, pressure, 0.0)
    assert hours_under(0.0, gain) == 1.0 == hours_under(pressure, 0.0)
    assert weight_under(weight, pressure + 0.1, gain) >= weight_under(weight, pressure, gain) >= 0.0
    assert hours_under(pressure + 0.1, gain) >= hours_under(pressure, gain) >= 0.0


@given(st.integers(0, 60), st.floats(0, 100), st.floats(0.1, 100), st.floats(0, 1))
def test_between_the_marks_a_place_stays_as_it_is(incidents: int, rate: float, enter: float, share: float) -> None:
    """Hysteresis: what brings it in also keeps it in, and what lets it out would not bring it in."""
    p = p_with(emergency_enter=enter, emergency_leave=share * enter, emergency_least=3)
    outside, inside = emergency_after(p, 0, incidents, rate), emergency_after(p, 1, incidents, rate)
    assert outside <= inside
    assert outside == (rate >= enter and incidents >= 3)
    assert inside == (rate >= share * enter)


def test_the_rate_is_per_head_and_month() -> None:
    """Ten incidents among 50,000 people in sixty days are one per 10,000 and 30 days; nobody has none."""
    assert incident_rate(10, 50_000, 60) == 1.0
    assert incident_rate(10, 0, 30) == 0.0


def test_the_mode_may_move_nothing() -> None:
    """Ranges of both factors hold 1; outside the mode hours are exactly what they were."""
    p = p_with(emergency_surge=1.0, emergency_routine=1.0)
    assert {emergency_hours(p, mode, petition) for mode in (0, 1) for petition in (0, 1)} == {1.0}
    moved = p_with(emergency_surge=1.5, emergency_routine=0.5)
    assert (emergency_hours(moved, 1, 1), emergency_hours(moved, 1, 0), emergency_hours(moved, 0, 1)) == (1.5, 0.5, 1.0)
