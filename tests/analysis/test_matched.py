"""Two arms of one seed hold the same roots; how many of them had the same career is told, to the bit."""

from __future__ import annotations

import numpy as np
import pytest

from sim.analysis.matched import CAREER, match
from sim.names import EndState
from sim.records import TrueLedger
from tests.analysis.invented import disputes, records
from tests.analysis.small_runs import ARMS, taken


def test_a_run_matches_itself_in_every_career() -> None:
    """The measure must read 1 where nothing differs."""
    found = match(taken(), taken())
    assert (found.matched, found.identical) == (1.0, 1.0)
    assert sum(found.moved[i][i] for i in range(len(found.moved))) == found.roots


@pytest.mark.parametrize("arm", ARMS)
def test_every_arm_has_the_roots_of_the_baseline(arm: str) -> None:
    """A root that a policy could make or unmake would break every paired figure."""
    found = match(taken(), taken(arm))
    assert found.matched == 1.0
    assert sum(sum(row) for row in found.moved) == found.roots > 50


def test_a_policy_that_acts_changes_some_careers_and_not_all() -> None:
    """If all careers changed, pairing would be worth nothing; if none did, the policy did nothing."""
    assert 0.0 < match(taken(), taken("keep_in_village")).identical < 1.0


@pytest.mark.parametrize("column", CAREER)
def test_a_difference_in_any_column_is_another_career(column: str) -> None:
    """A column left out of the comparison would call different histories identical."""
    base = records(disputes({}, {}))
    columns = dict(base.disputes.columns())
    changed = columns[column].copy()
    changed[0] = changed[0] + 1
    other = records(TrueLedger(columns | {column: changed}), arm="other")
    assert match(base, other).identical == 0.5


def test_one_visit_more_in_one_channel_is_another_career() -> None:
    """Visits are a column for each channel: all of them must be equal, not some."""
    columns = dict(disputes({}, {}).columns())
    one, two = np.zeros((2, 5), dtype=np.uint8), np.zeros((2, 5), dtype=np.uint8)
    two[1, 3] = 1
    base = records(TrueLedger(columns | {"visits": one}))
    assert match(base, records(TrueLedger(columns | {"visits": two}), arm="other")).identical == 0.5


def test_roots_that_only_one_arm_has_are_unmatched() -> None:
    """Shares are of all roots found in either arm."""
    base, other = records(disputes({"id": 1}, {"id": 2})), records(disputes({"id": 2}, {"id": 3}), arm="other")
    assert match(base, other).matched == pytest.approx(1 / 3)


def test_moves_are_from_the_baselines_cell_to_the_arms() -> None:
    """The table must be read row to column, not the other way round."""
    base = records(disputes({}))
    other = records(disputes({"end_state": int(EndState.LUMPED)}), arm="other")
    assert match(base, other).moved[7][5] == 1


def test_two_seeds_cannot_be_matched() -> None:
    """Their roots are different people's grievances; ids that met would be chance."""
    with pytest.raises(ValueError, match="one scenario and seed"):
        match(records(), records(seed=2))
