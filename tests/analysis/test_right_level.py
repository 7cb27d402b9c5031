"""Right level, held below competence, lifted needlessly or after a fair try, never heard: they sum to 1."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from sim.analysis.right_level import CLASSES, level_classes, right_level
from sim.names import Forum, Opponent, Way
from sim.records import Records, Tried
from tests.analysis.invented import cases, disputes, ledgers, records
from tests.analysis.small_runs import taken

HEARD, REMEDY = int(Tried.HEARD), int(Tried.HEARD | Tried.REACHED_REMEDY)
FAILED = {"way": int(Way.REJECTED), "sessions": 2}
COURT = {"forum": int(Forum.COURT), "slot": 3, "level": 2}


def class_of(dispute: dict[str, Any], *files: dict[str, Any]) -> str:
    """The class of the one dispute of a ledger with these cases."""
    return CLASSES[int(level_classes(records(disputes(dispute), cases(*files)))[0])]


@given(ledgers())
def test_the_classes_sum_to_one(drawn: Records) -> None:
    """A dispute in two classes, or in none, would let a system look right by definition."""
    found = right_level(drawn)
    assert sum(found.counts.values()) == found.disputes
    if found.disputes:
        assert sum(found.share(name) for name in CLASSES) == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize(
    ("dispute", "files", "wanted"),
    [
        ({"tried": 0}, (), "never_heard"),
        ({"tried": HEARD, "home": 1, "power": 1, "at_level": 1}, ({},), "right"),
        ({"tried": HEARD, "home": 2, "power": 1, "at_level": 0}, ({},), "held_below_competence"),
        ({"tried": HEARD, "home": 0, "at_level": 1}, ({"level": 1, "slot": 1},), "lifted_needlessly"),
        ({"tried": HEARD, "home": 0, "at_level": 1}, (FAILED, {"level": 1, "slot": 1}), "lifted_after_fair_try"),
        ({"tried": HEARD, "exclusive": 1}, ({},), "held_below_competence"),
        ({"tried": REMEDY, "exclusive": 1, "at_level": 2}, (COURT,), "right"),
        ({"tried": REMEDY, "exclusive": 1, "at_level": 2, "power": 3, "home": 3}, (COURT,), "right"),
        ({"tried": REMEDY, "exclusive": 1, "at_level": 2}, (COURT, {"level": 2, "slot": 2}), "lifted_needlessly"),
        ({"tried": HEARD, "at_level": -1}, ({},), "right"),
        ({"tried": HEARD, "at_level": 3, "home": 2}, ({},), "lifted_needlessly"),
    ],
)
def test_each_clause_of_the_definition(dispute: dict[str, Any], files: tuple[dict[str, Any], ...], wanted: str) -> None:
    """One case for each clause; a slip in one of them changes what a gate seems to do."""
    assert class_of(dispute, *files) == wanted


def test_lawful_review_is_never_needless() -> None:
    """One level above a government respondent is what the law provides."""
    against = {"tried": HEARD, "opponent": int(Opponent.GOVERNMENT), "power": 1, "home": 1, "at_level": 2}
    petition = {"level": 2, "slot": 2, "forum": int(Forum.PETITION)}
    assert class_of(against, petition) == "lifted_after_fair_try"
    assert class_of(against | {"at_level": 3}, petition) == "lifted_needlessly"
    assert class_of(against | {"at_level": 3, "review_level": 3}, petition) == "lifted_after_fair_try"
    assert class_of(against | {"at_level": 3, "review_level": 3}, COURT) == "lifted_after_fair_try"
    assert class_of(against, COURT) == "lifted_needlessly"


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        (FAILED, "lifted_after_fair_try"),
        ({"way": int(Way.PROMISE)}, "lifted_after_fair_try"),
        ({"way": int(Way.TIMED_OUT), "sessions": 0}, "lifted_needlessly"),
        ({"way": int(Way.PRESSED)}, "lifted_after_fair_try"),
        ({"way": int(Way.CONSENT)}, "lifted_needlessly"),
    ],
)
def test_a_fair_try_needs_a_session_that_failed(file: dict[str, Any], wanted: str) -> None:
    """Waiting in a line is no try, what was settled did not fail, and what was pressed out on paper did."""
    assert class_of({"tried": HEARD, "at_level": 1}, file, {"level": 1, "slot": 1}) == wanted


def test_a_try_below_the_power_to_grant_is_no_fair_one() -> None:
    """An empty referral to those who cannot handle it must not excuse anything."""
    dispute = {"tried": HEARD, "power": 1, "home": 1, "at_level": 2}
    assert class_of(dispute, FAILED, {"level": 2, "slot": 2}) == "lifted_needlessly"


def test_what_is_printed_beside_the_classes() -> None:
    """Needless ones in court are a right; never heard ones that talked it out are no failure."""
    rows = ({"tried": HEARD, "at_level": 2}, {"tried": 0}, {"tried": 0, "last_way": int(Way.LUMPED)})
    found = right_level(records(disputes(*rows), cases(COURT)))
    assert (found.needless_at_court, found.talked_out) == (1, 1)


def test_a_real_run_uses_several_classes() -> None:
    """The classes must be able to differ in a run, or the measure is empty."""
    assert sum(count > 0 for count in right_level(taken()).counts.values()) >= 4
