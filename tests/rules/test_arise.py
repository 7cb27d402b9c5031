"""Candidates: the exact Poisson law, and thinning by static traits only."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.draws import uniform
from sim.rules.arise import (
    CHUNK_MEAN,
    existence_probability,
    kind_share,
    poisson_count,
    raised_mean,
    zero_probability,
)

means = st.floats(1e-6, CHUNK_MEAN)


@given(means, st.floats(1e-12, 1.0, exclude_max=True))
def test_the_count_is_the_quantile_of_the_poisson_law(mean: float, u: float) -> None:
    """Inversion of one uniform is the exact law; a count one off anywhere is caught, without luck or sample size."""
    n = poisson_count(u, mean, zero_probability(mean))
    law = stats.poisson(mean)
    assert law.cdf(n) >= u - 1e-12
    assert n == 0 or law.cdf(n - 1) <= u + 1e-12


@given(means, st.floats(0.001, 0.99), st.floats(0.0, 0.009))
def test_a_larger_uniform_never_brings_fewer(mean: float, u: float, more: float) -> None:
    """Monotone coupling: what the uniform says holds under every mean, so a higher incidence only adds candidates."""
    zero = zero_probability(mean)
    assert poisson_count(u + more, mean, zero) >= poisson_count(u, mean, zero)
    lower = mean * 0.9
    assert poisson_count(u, lower, zero_probability(lower)) <= poisson_count(u, mean, zero)


@pytest.mark.parametrize("mean", [0.01, 0.3, 2.0, 16.0])
def test_keyed_draws_give_the_poisson_law(mean: float) -> None:
    """The count from the engine's own draws: 20,000 days. A mean off by 4 SE (2.8 % at mean 1) would show."""
    n = 20_000
    zero = zero_probability(mean)
    counts = np.array([poisson_count(uniform(7, 1, 12345, day), mean, zero) for day in range(n)])
    standard_error = (mean / n) ** 0.5
    assert abs(counts.mean() - mean) < 4 * standard_error
    edges = [k for k in range(40) if n * stats.poisson(mean).pmf(k) >= 20]
    seen = [int((counts == k).sum()) for k in edges]
    expected = [n * float(stats.poisson(mean).pmf(k)) for k in edges]
    seen.append(n - int(np.isin(counts, edges).sum()))
    expected.append(n - float(np.sum(expected)))
    assert stats.chisquare(seen, expected).pvalue > 1e-4


@given(st.floats(1e-9, 16.0))
def test_the_chance_of_none_is_the_exponential(mean: float) -> None:
    """It is computed once a cell; if it were not exp(-mean), every count of the cell would be shifted."""
    assert zero_probability(mean) == pytest.approx(np.exp(-mean), rel=1e-14)


def test_a_uniform_next_to_one_ends() -> None:
    """The running total may stop just below 1 by rounding; the search must end all the same."""
    assert poisson_count(1.0 - 2**-53, 16.0, zero_probability(16.0)) <= 200


@given(st.floats(0, 1), st.floats(-1, 1), st.floats(1, 5))
def test_existence_is_intensity_over_the_majorant(standing: float, tilt: float, majorant: float) -> None:
    """Thinning by exogenous, static intensity only, and a chance at any corner of the ranges."""
    chance = existence_probability(standing, tilt, majorant)
    assert chance == pytest.approx(min(1.0, max(0.0, (1 + tilt * (2 * standing - 1)) / majorant)))


def test_the_tilt_moves_nobody_at_middle_standing() -> None:
    """The tilt shifts grievances between people; the mean of a place with symmetric standing stays."""
    assert existence_probability(0.5, 0.7, 1.6) == existence_probability(0.5, -0.7, 1.6) == 1 / 1.6
    assert existence_probability(0.9, 0.2, 1.6) > existence_probability(0.1, 0.2, 1.6)


def test_a_shock_adds_what_its_factor_says_and_never_takes() -> None:
    """Factor 1 adds nothing, 3 adds twice what comes anyway; rarer is thinning, not a negative mean."""
    assert raised_mean(2.0, 1.0) == raised_mean(2.0, 0.3) == 0.0
    assert raised_mean(2.0, 3.0) == 4.0


def test_the_share_of_a_kind_rises_with_its_factor_and_is_one_at_the_mean() -> None:
    """So that the mean over adults is what the incidence says."""
    assert kind_share(1.7, 1.7) == 1.0
    assert kind_share(0.5, 1.0) < kind_share(1.0, 1.0) < kind_share(2.0, 1.0)
    assert kind_share(2.0, 0.0) == 1.0
