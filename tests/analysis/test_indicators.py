"""Values of the indicators in invented and real runs: right denominators, no number where there is none."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given

from sim.analysis.indicators import indicators
from sim.analysis.right_level import CLASSES
from sim.names import EndState, Forum, Origin, Way
from sim.records import Paired, Records
from tests.analysis.invented import cases, disputes, ledgers, records, series
from tests.analysis.small_runs import taken

STATES = ("true_resolution", "accepted", "lumped", "suppressed", "active", "outside_open")


def numbers(run: Records) -> dict[str, float]:
    """The values that are no pairs."""
    return {name: value for name, value in indicators(run).items() if not isinstance(value, Paired)}


@given(ledgers())
def test_shares_of_states_and_levels_sum_to_one(drawn: Records) -> None:
    """Open disputes are in every denominator and in no success."""
    found = numbers(drawn)
    for names in (STATES, ("right_level", *CLASSES[1:])):
        total = sum(found[name] for name in names)
        assert math.isnan(total) or total == pytest.approx(1.0, abs=1e-12)


def test_an_empty_year_has_no_shares() -> None:
    """0 of 0 disputes resolved is no rate of resolution, neither 0 nor 1."""
    found = indicators(records())
    assert all(math.isnan(found[name]) for name in STATES)
    assert all(math.isnan(half) for half in (found["motto_small"].reported, found["motto_small"].true))
    assert found["voiced"] == 0.0


def test_rates_and_shares_by_hand() -> None:
    """Two disputes and a child among 1,000 adults: worked out on paper."""
    child = {"root": 100, "origin": int(Origin.TREATMENT), "end_state": int(EndState.LUMPED)}
    petition = {"forum": int(Forum.PETITION), "slot": 2, "level": 2}
    suit = {"forum": int(Forum.COURT), "slot": 3, "level": 2, "booked": 1}
    daily = series(registered_outside=[0] * 365 + [1] + [0] * 724)
    found = indicators(records(disputes({"marks": 1}, {}, child), cases({}, petition, suit), daily))
    assert (found["voiced"], found["spill"], found["spill_per_dispute"]) == (3.0, 1.0, 1 / 3)
    assert (found["true_resolution"], found["lumped"]) == (2 / 3, 1 / 3)
    assert (found["treatment_children"], found["sympathetic_children"]) == (0.5, 0.0)
    assert (found["petitions"], found["suits"], found["mediated"]) == (2.0, 1.0, 1.0)
    assert found["success_court"] == Paired(reported=1.0, true=1.0)
    assert math.isnan(found["success_office"].true)


def test_a_forum_of_two_levels_has_one_figure_over_its_cases() -> None:
    """County and city petition offices are one forum in the table: the mean is over cases, not over offices."""
    run = taken()
    found = indicators(run)["success_petition"]
    assert math.isnan(found.reported) or (0.0 <= found.true <= 1.0 and 0.0 <= found.reported <= 1.0)
    # of few cases a loss that was felt fair may hold in truth without having been booked


def test_a_real_run_has_every_figure_that_it_should() -> None:
    """A nan where there are disputes would be a lost denominator. One town has no border, and nobody need be called,
    nor an award be made.
    """
    run = taken()
    found = numbers(run)
    missing = {name for name, value in found.items() if math.isnan(value)}
    calls = {"police_refused", "police_unattended"} if found["police_calls"] == 0.0 else set()
    there = (run.cases.forum == Forum.ARBITRATION) & (run.cases.opened >= 0)
    there &= run.cases.opened < run.manifest.cohort
    awarded = bool((there & np.isin(run.cases.way, (Way.GRANTED, Way.REJECTED))).any())
    assert missing == {"across_right_level"} | calls | (set() if awarded else {"awards_contested"})
    assert found["across_borders"] == 0.0
