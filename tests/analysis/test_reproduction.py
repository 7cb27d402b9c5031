"""The status of a run that feeds itself: R by counts that can be checked by hand, and never lost among other runs."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sim.analysis.compare import compare_runs
from sim.analysis.reproduction import is_supercritical, reproduction
from sim.analysis.summary import summarise
from tests.analysis.invented import records, series


def level(r: float, roots: int = 1000) -> object:
    """A run in which each grievance leads to `r` others, whatever the year."""
    born = np.full(1090, roots)
    children = np.full(1090, round(roots * r / (1.0 - r)))
    return records(daily=series(born=born, children=children))


@pytest.mark.parametrize("r", [0.0, 0.15, 0.5, 0.8])
def test_a_level_run_tells_the_children_of_a_grievance(r: float) -> None:
    """Branching process: N roots bring N / (1 - R) grievances, of which R times as many are children."""
    assert reproduction(level(r)) == pytest.approx(r, abs=0.001)
    assert not is_supercritical(reproduction(level(r)))


def test_a_run_that_grows_by_its_own_children_is_supercritical() -> None:
    """Children of a year that outnumber all grievances of the year before have no level to settle at."""
    days = np.arange(1090)
    run = records(daily=series(born=np.full(1090, 10), children=(10 * 1.01**days).astype(int)))
    assert is_supercritical(reproduction(run))
    steady = records(daily=series(born=np.full(1090, 10), children=10 * days // 200))  # R = 1: grows by a line
    assert is_supercritical(reproduction(steady))


def test_a_burst_that_ends_is_not_supercritical() -> None:
    """A shock may bring many children for a while; it does not feed itself."""
    children = np.zeros(1090, int)
    children[500:600] = 400
    assert not is_supercritical(reproduction(records(daily=series(born=np.full(1090, 30), children=children))))


def test_a_short_run_says_nothing() -> None:
    """Less than two years is no answer, and no answer is not `subcritical`."""
    short = records(daily=series(burn_in=100, days=400, born=5, children=50))
    assert math.isnan(reproduction(short))
    assert not is_supercritical(reproduction(short))


def test_a_comparison_names_the_seeds_that_fed_themselves() -> None:
    """Never silently averaged: by arm and seed, beside the means."""
    days = np.arange(1090)
    calm = summarise(records(daily=series(born=10, children=1), seed=1))
    wild = summarise(records(daily=series(born=10, children=(10 * 1.01**days).astype(int)), seed=2))
    said = compare_runs([calm, wild], baseline="baseline")
    assert said["supercritical"] == {"baseline": [2]}
    assert compare_runs([calm], baseline="baseline")["supercritical"] == {}
