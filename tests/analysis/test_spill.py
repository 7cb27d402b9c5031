"""Spill is a party lodging above home, in three families that do not overlap; attempts and rights stand beside it."""

from __future__ import annotations

from hypothesis import given

from sim.analysis.spill import spill
from sim.names import Origin, TieKind
from sim.records import Mark, Records, Tried
from tests.analysis.invented import disputes, ledgers, records
from tests.analysis.small_runs import taken


def marked(*marks: Mark) -> Records:
    """One dispute for each set of marks."""
    return records(disputes(*({"marks": int(mark)} for mark in marks)))


@given(ledgers())
def test_the_families_do_not_overlap(drawn: Records) -> None:
    """Added up silently they would count a dispute twice; apart they never exceed the disputes there are."""
    found = spill(drawn)
    assert found.headline + found.judicial <= found.disputes
    assert found.headline == found.administrative + found.outside
    assert found.lawful_review <= found.administrative
    assert found.judicial <= found.judicial_any
    assert found.intercepted <= found.attempts_above


def test_a_dispute_counts_in_the_farthest_family_it_reached() -> None:
    """Otherwise the same dispute would be administrative, judicial and outside spill at once."""
    found = spill(marked(Mark.ABOVE | Mark.COURT_ABOVE, Mark.ABOVE | Mark.BEYOND, Mark.COURT_ABOVE))
    assert (found.administrative, found.outside, found.judicial, found.judicial_any) == (1, 1, 1, 2)


def test_suing_is_no_headline_spill() -> None:
    """Going to court is a right: it is printed apart and never added to spill."""
    assert spill(marked(Mark.COURT_ABOVE)).headline == 0


def test_an_intercepted_claim_is_an_attempt_and_no_spill() -> None:
    """Blocking must not look like less conflict: it stands beside spill."""
    found = spill(marked(Mark.ATTEMPTED, Mark.ATTEMPTED | Mark.ABOVE))
    assert (found.headline, found.attempts_above, found.intercepted) == (1, 2, 1)


def test_escalation_and_skipping_are_counted_by_dispute() -> None:
    """Both are about how a dispute moved, not about how often."""
    found = spill(records(disputes({"tried": int(Tried.ESCALATED)}, {"marks": int(Mark.SKIPPED)}, {})))
    assert (found.escalated, found.skipped, found.per_dispute(found.skipped)) == (1, 1, 1 / 3)


def test_horizontal_spill_is_a_child_in_another_place_of_the_lowest_level() -> None:
    """Place numbers count within a level: number 1 of a town is not number 1 of a village."""
    child = {"root": 100, "origin": int(Origin.CONTAGION)}
    rows = (
        {},
        child,
        child | {"place_number": 2},
        child | {"place_level": 1},
        child | {"place_number": 2, "voiced": -9999},
    )
    assert spill(records(disputes(*rows))).horizontal == 2


def test_horizontal_spill_is_told_by_the_tie_it_came_along() -> None:
    """Which ties carry a quarrel across villages: the parts add up, and what came by no tie stands first."""
    child = {"root": 100, "origin": int(Origin.CONTAGION), "place_number": 2}
    online, kin = (int(kind) + 1 for kind in (TieKind.ONLINE, TieKind.KIN))
    rows = ({}, child | {"came_by": online}, child | {"came_by": online}, child | {"came_by": kin}, child)
    found = spill(records(disputes(*rows)))
    assert found.horizontal == sum(found.horizontal_by) == 4
    assert found.horizontal_by == (1, 0, 1, 0, 0, 0, 2)


def test_rates_are_per_thousand_adult_years() -> None:
    """1,000 adults for a year: the rate is the count."""
    found = spill(marked(Mark.ABOVE, Mark.ABOVE, Mark.CARRIED))
    assert found.per_1000(found.headline) == 2.0


def test_a_real_run_spills_and_counts_only_those_who_could() -> None:
    """If nothing ever spilled in the smallest scenario, these tests would prove nothing about runs."""
    found = spill(taken())
    assert 0 < found.headline < found.disputes
    assert found.attempts_above >= found.headline
