"""Finding: sign, limits and monotony of rate, exposure, share found and false alarms; sources by weight."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.names import Source
from sim.rules.finding import (
    LONGEST,
    MOST_LOOKING,
    NOT_FOUND,
    UNIT,
    alarm_chance,
    detection_rate,
    exposure_needed,
    found_share,
    looking,
    source_of,
)
from sim.rules.voice import whole_days
from tests.rules.numbers import p_with

shares = st.floats(0.0, 1.0)
luck = st.floats(1e-9, 36.0)
rates = st.floats(1e-6, 0.01)


@given(shares, shares, shares)
def test_a_hotter_grievance_shows_more(rate: float, low: float, more: float) -> None:
    """Hostility shows (charter 3.2): the rate rises with it and with delta, and is 0 where nobody looks."""
    p = p_with(finding_rate=rate)
    hot = min(1.0, low + more)
    assert 0.0 <= detection_rate(p, low) <= detection_rate(p, hot)
    assert detection_rate(p_with(finding_rate=0.0), hot) == 0.0
    assert detection_rate(p, low) <= detection_rate(p_with(finding_rate=1.0), low)


def test_the_rate_is_the_one_written_down() -> None:
    """Definitions 10 and the dry run: delta (0.3 + hostility) a year."""
    assert detection_rate(p_with(finding_rate=0.73, finding_calm=0.3), 0.4) == pytest.approx(0.73 * 0.7 / 365)


@given(luck, rates, st.floats(1.0, 100.0))
def test_a_larger_hazard_never_finds_later(draw: float, rate: float, times: float) -> None:
    """Definitions 5: one Exp(1) a grievance, so that more looking under another policy finds the same ones sooner."""
    slow, fast = exposure_needed(draw, rate), exposure_needed(draw, rate * times)
    assert fast >= 1 or fast == slow == NOT_FOUND
    assert slow == NOT_FOUND or fast <= slow


@given(luck, rates)
def test_at_lever_1_exposure_is_the_days_of_any_hazard(draw: float, rate: float) -> None:
    """The integrated hazard of a lever that never moves is that of `voice.whole_days`, but for what a unit rounds."""
    need = exposure_needed(draw, rate)
    days = whole_days(draw, rate, LONGEST)
    if need == NOT_FOUND:
        assert days == LONGEST
    else:
        assert abs(math.ceil(need / looking(1.0)) - days) <= 1
        assert need <= LONGEST * UNIT + 1


@given(st.floats(0.0, MOST_LOOKING), st.floats(0.0, MOST_LOOKING))
def test_a_day_of_more_looking_is_worth_no_less(one: float, other: float) -> None:
    """Whole units are rounded down, which keeps the order of levers; nobody looks at lever 0."""
    assert looking(min(one, other)) <= looking(max(one, other))
    assert (looking(0.0), looking(1.0), looking(2.0)) == (0, UNIT, 2 * UNIT)


@given(shares, shares)
def test_the_share_found_is_that_of_competing_hazards(rate: float, hostility: float) -> None:
    """Never all, since others speak out or forget; none without looking; a quarter more delta finds no fewer."""
    p = p_with(finding_rate=rate)
    assert 0.0 <= found_share(p, hostility) < 1.0
    assert found_share(p_with(finding_rate=0.0), hostility) == 0.0
    assert found_share(p, hostility) <= found_share(p_with(finding_rate=min(1.0, 1.25 * rate)), hostility)


@given(st.integers(0, 30 * UNIT * 5), st.integers(0, 1000))
def test_false_alarms_grow_with_looking_and_stay_a_chance(units: int, more: int) -> None:
    """The majorant of thinning: what looking more adds is added, nothing is redrawn."""
    assert 0.0 <= alarm_chance(units, 30) <= 1.0
    assert alarm_chance(units, 30) <= alarm_chance(units + more, 30)
    assert alarm_chance(0, 30) == 0.0
    assert alarm_chance(30 * UNIT, 30) == pytest.approx(1 / MOST_LOOKING)


def test_sources_come_by_their_weights() -> None:
    """Weights need not sum to 1, and a source without one finds nothing."""
    p = p_with(finding_walkers=0.5, finding_informants=0.25, finding_sensors=0.25)
    found = [Source(source_of(p, (i + 0.5) / 100)) for i in range(100)]
    assert [found.count(source) for source in Source] == [50, 25, 25]
    alone = p_with(finding_walkers=0.0, finding_informants=0.2, finding_sensors=0.0)
    assert {source_of(alone, (i + 0.5) / 100) for i in range(100)} == {Source.INFORMANT}
