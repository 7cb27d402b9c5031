"""Voice against fading: the share that speaks, the survival curve of whole days, and the coupling of hazards."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.draws import exponential
from sim.rules.voice import voice_rate, whole_days

CAP = 30_000
rates = st.floats(1e-6, 2.0)
exposures = st.floats(1e-15, 36.0)


@given(st.floats(0.2, 0.7), st.floats(10, 365))
def test_the_voiced_share_is_exact_in_the_limit_of_competing_hazards(share: float, fade_days: float) -> None:
    """Of two exponential times the first wins with its share of the sum of rates: that sum is what nu is."""
    rate = voice_rate(share, fade_days)
    assert rate / (rate + 1 / fade_days) == pytest.approx(share, rel=1e-12)


@given(st.floats(0.2, 0.7), st.floats(30, 365))
def test_whole_days_hardly_move_the_voiced_share(share: float, fade_days: float) -> None:
    """Times are rounded up to days and a tie is voiced: at most 1/fade_days of the grievances are won that way."""
    voiced, faded = np.exp(-voice_rate(share, fade_days)), np.exp(-1 / fade_days)
    in_days = (1 - voiced) / (1 - voiced * faded)
    assert share <= in_days <= share + 1 / fade_days


@given(exposures, rates, st.integers(0, 400))
def test_the_survival_curve_is_exponential(exposure: float, rate: float, day: int) -> None:
    """More than `day` days pass exactly if the hazard over `day` days has not used the draw up."""
    days = whole_days(exposure, rate, CAP)
    assert 1 <= days <= CAP
    if abs(exposure - rate * day) > 1e-9 * exposure:
        assert (days > day) == (exposure > rate * day)


@given(exposures, rates, st.floats(1.0, 100.0))
def test_a_larger_hazard_never_fires_later(exposure: float, rate: float, factor: float) -> None:
    """Monotone coupling: one Exp(1) for all arms, so a policy that raises a hazard can only hasten."""
    assert whole_days(exposure, rate * factor, CAP) <= whole_days(exposure, rate, CAP)


@given(exposures)
def test_without_hazard_it_never_comes(exposure: float) -> None:
    """A rate of 0 gives the cap instead of a division by zero."""
    assert whole_days(exposure, 0.0, CAP) == CAP


@pytest.mark.parametrize("rate", [1 / 60, 1 / 10, 1 / 365])
def test_keyed_draws_survive_as_they_should(rate: float) -> None:
    """5,000 keyed draws against 1 + floor(Exp/rate); a hazard 7 % off would fail nine times in ten."""
    days = np.array([whole_days(exponential(3, 14, id_, 0), rate, CAP) for id_ in range(1, 5001)])
    law = stats.geom(1 - np.exp(-rate))
    assert abs(days.mean() - law.mean()) < 4 * law.std() / 5000**0.5
    edges = np.unique(law.ppf(np.linspace(0.1, 0.9, 9)))
    seen = np.searchsorted(np.sort(days), edges, side="right") / 5000
    assert np.abs(seen - law.cdf(edges)).max() < 1.95 / 5000**0.5  # Kolmogorov, 0.1 %
