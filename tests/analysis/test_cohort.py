"""Whom indicators are about: families of roots born on the cohort's days, home inside the tree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from sim.analysis.cohort import cohort_of, per_family
from sim.names import Origin
from sim.records import NEVER, Records
from tests.analysis.invented import BEYOND, disputes, ledgers, records


def test_children_belong_to_their_root_whenever_they_are_born() -> None:
    """A child of a cohort root is the policy's doing, even on day 500; a child of an older root is not."""
    ledger = disputes(
        {"id": 1}, {"id": 2, "root": 1, "origin": int(Origin.CONTAGION), "born": 500},
        {"id": 3, "born": -5}, {"id": 4, "root": 3, "origin": int(Origin.TREATMENT), "born": 100},
    )  # fmt: skip
    assert cohort_of(records(ledger)).members.tolist() == [True, True, False, False]


def test_a_dispute_is_a_voiced_grievance_with_home_inside() -> None:
    """Rates per dispute would fall by counting what nobody ever said, or what cannot spill."""
    child = {"root": 100, "origin": int(Origin.CONTAGION), "home": BEYOND}
    cohort = cohort_of(records(disputes({}, child, {"voiced": NEVER})))
    assert cohort.voiced.tolist() == [True, False, False]
    assert cohort.disputes == 1
    assert len(cohort.roots) == 2


def test_adult_years_follow_the_length_of_the_cohort() -> None:
    """A cohort of half a year has half the adult-years: rates are a year's."""
    assert cohort_of(records(disputes({}), cohort=73)).adult_years == pytest.approx(200.0)


def test_a_child_whose_root_is_not_kept_marks_nobody() -> None:
    """It belongs to no family of the table; as row -1 it would mark the last one."""
    orphan = {"root": 7, "family": -1, "cohort": 0, "origin": int(Origin.CONTAGION), "marks": 1}
    run = records(disputes({}, orphan, {}))
    assert per_family(run, cohort_of(run), run.disputes.marks, bits=True).tolist() == [0, 0]


@given(ledgers())
def test_folding_is_that_of_a_plain_loop(drawn: Records) -> None:
    """Children are folded in place by row; a wrong row would move a mark to another family."""
    cohort, ledger = cohort_of(drawn), drawn.disputes
    bits = per_family(drawn, cohort, ledger.marks, bits=True)
    most = per_family(drawn, cohort, ledger.end_state)
    for at, root in enumerate(cohort.roots):
        family = np.flatnonzero(ledger.family == root)
        assert bits[at] == np.bitwise_or.reduce(ledger.marks[family])
        assert most[at] == ledger.end_state[family].max()
