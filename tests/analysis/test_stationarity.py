"""The burn-in has settled if no series drifts; what an allowed overload feeds is exempt and named."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from sim.analysis.load import load
from sim.analysis.stationarity import stationary
from sim.errors import NotStationary
from sim.records import Series, take_series
from tests.analysis.invented import cases, disputes, records, series
from tests.analysis.small_runs import burnt_in

DAYS = np.arange(1090) - 360


def noisy(seed: int, mean: float, slope: float = 0.0, spread: float = 1.0) -> np.ndarray:
    """Integer counts around a line; `slope` a year."""
    noise = np.random.default_rng(seed).normal(0.0, spread, len(DAYS))
    return np.rint(mean + slope * DAYS / 365.0 + noise).astype(np.int64)


def test_steady_series_settle() -> None:
    """Noise is no drift: a society must not be burnt in for ever because of it."""
    verdict = stationary([series(voiced=noisy(1, 100.0), lumped_stock=noisy(2, 5000.0))])
    assert verdict.settled
    assert {test.name for test in verdict.tests} == {"voiced", "lumped_stock"}


def test_a_drift_fails_and_is_named() -> None:
    """A stock that grows by a tenth a year would be read as an effect of whatever policy comes next."""
    verdict = stationary([series(voiced=noisy(1, 100.0), suppressed_stock=noisy(2, 5000.0, 500.0))])
    assert verdict.failing == ("suppressed_stock",)
    with pytest.raises(NotStationary) as failed:
        verdict.raise_if_drifting("invented", 1825)
    assert "suppressed_stock +10" in str(failed.value)
    assert "1825 days" in str(failed.value)


def test_a_drift_within_two_percent_a_year_passes() -> None:
    """Definitions 4: ±2 % a year, however exactly it is known."""
    assert stationary([series(lumped_stock=noisy(1, 100_000.0, 1900.0))]).settled
    assert not stationary([series(lumped_stock=noisy(1, 100_000.0, 2300.0))]).settled


def test_only_the_last_360_days_before_day_0_are_tested() -> None:
    """What comes after day 0 is the experiment, and what came long before has been forgotten."""
    held = np.where(DAYS < 0, 1000, 5000)
    assert stationary([series(lumped_stock=held)]).settled
    early = Series(first_day=-730, columns={"lumped_stock": np.where(np.arange(730) < 370, 1, 1000)})
    assert stationary([early]).settled


def test_with_five_seeds_the_error_is_taken_over_seeds() -> None:
    """One common wave in every seed is drift, however noisy the blocks; blocks of one seed could not tell."""
    wave = 60.0 * np.sin(np.arange(1090) / 40.0)
    seeds = [series(line_court=np.rint(noisy(s, 500.0, 60.0) + wave).astype(np.int64)) for s in range(6)]
    verdict = stationary(seeds)
    assert verdict.seeds == 6
    slopes = [stats.linregress(np.arange(360), s["line_court"][:360]).slope * 365 for s in seeds]
    (test,) = verdict.tests
    assert test.slope == pytest.approx(np.mean(slopes))
    assert test.error == pytest.approx(np.std(slopes, ddof=1) / np.sqrt(6))


def test_with_few_seeds_the_error_is_taken_over_twelve_blocks() -> None:
    """Days are not independent: the error is that of twelve monthly means, averaged over the seeds there are."""
    one, two = noisy(1, 200.0), noisy(2, 220.0)
    (test,) = stationary([series(voiced=one), series(voiced=two)]).tests
    months = ((one + two) / 2)[:360].reshape(12, 30).mean(axis=1)
    line = stats.linregress(np.arange(12) * 30.0, months)
    rest = months - line.intercept - line.slope * np.arange(12) * 30.0
    near = max(0.0, float((rest[1:] * rest[:-1]).sum() / (rest * rest).sum()))
    assert test.slope == pytest.approx(line.slope * 365)
    assert test.error == pytest.approx(line.stderr * 365 * np.sqrt((1 + near) / (1 - near)))


@pytest.mark.parametrize("seeds", [1, 6])
def test_steady_worlds_are_seldom_called_drifting(seeds: int) -> None:
    """Eleven series at two standard errors each would send every other steady world into another year of burn-in."""
    names = ("voiced", "line_slot0", "line_slot1", "line_slot2", "line_court", "lumped_stock", "suppressed_stock")
    refused = 0
    for world in range(60):
        held = [
            series(**{name: noisy(1000 * world + 50 * one + at, 30.0, spread=6.0) for at, name in enumerate(names)})
            for one in range(seeds)
        ]
        refused += not stationary(held).settled
    assert refused <= 9  # 3 expected at 5 %; ten or more has a chance below 0.1 %


def test_a_stock_may_walk_as_its_own_comings_and_goings_make_it() -> None:
    """In one seed a stock of 9,000 wanders by a percent a year; that is no reason for another year of burn-in."""
    refused = 0
    for world in range(100):
        random = np.random.default_rng(world)
        stock = 9000 + np.cumsum(random.poisson(16, len(DAYS)) - random.poisson(16, len(DAYS)))
        refused += not stationary([series(lumped_stock=stock)]).settled
    assert refused <= 12  # at most 5 expected; thirteen or more has a chance below 0.1 %
    falling = 9000 + np.cumsum(random.poisson(16, len(DAYS)) - random.poisson(18, len(DAYS)))
    assert not stationary([series(lumped_stock=falling)]).settled  # 8 % a year


def test_an_allowed_overload_exempts_what_it_feeds_and_says_so() -> None:
    """A line that grows by design must not stop a study of overload, and must not pass for settled either."""
    drawn = series(available_slot1=1, line_slot1=noisy(1, 100.0, 90.0), lumped_stock=noisy(1, 100.0, 90.0))
    heavy = cases({"slot": 1, "level": 1, "forum": 3, "work": 9000})
    verdict = stationary([drawn], loads=load(records(disputes({}), heavy, drawn)))
    assert verdict.settled
    assert {"line_slot1", "sessions_slot1", "lumped_stock", "suppressed_stock"} == set(verdict.exempt)
    assert "line_slot1" in stationary([drawn]).failing


def test_an_empty_list_of_seeds_is_a_mistake() -> None:
    """A society that nobody looked at has not settled."""
    with pytest.raises(ValueError, match="at least one seed"):
        stationary([])


def test_series_of_a_real_burn_in_can_be_tested() -> None:
    """The names of the test must be those of the engine's series, or nothing would ever fail."""
    verdict = stationary([take_series(burnt_in(seed)) for seed in (1, 2)])
    assert {"voiced", "sessions_slot0", "line_slot0", "lumped_stock", "suppressed_stock"} <= {
        t.name for t in verdict.tests
    }
