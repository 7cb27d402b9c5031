"""The three mottoes: what the books say of booked sizes and homes, beside what truly happened to true ones."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given

from sim.analysis.mottoes import BEYOND_TOWN, BIG, SMALL, highest_level, mottoes, sizes
from sim.names import DisputeType, EndState, Forum
from sim.records import Mark, Paired, Records
from tests.analysis.invented import cases, disputes, ledgers, records, series
from tests.analysis.small_runs import taken

PETITION = {"forum": int(Forum.PETITION), "slot": 2, "level": 2}


def found_in(rows: list[dict[str, Any]], files: list[dict[str, Any]], **more: Any) -> Any:
    """The mottoes of a small ledger."""
    return mottoes(records(disputes(*rows), cases(*files), **more))


@given(ledgers())
def test_every_motto_is_a_pair_of_shares(drawn: Records) -> None:
    """A reported motto alone would be the propaganda that this project is about."""
    words = mottoes(drawn)
    for pair in (words.small, words.big):
        assert isinstance(pair, Paired)
        assert all(math.isnan(half) or 0.0 <= half <= 1.0 for half in (pair.reported, pair.true))
    assert math.isnan(words.not_up.true) or 0.0 <= words.not_up.true <= 1.0
    assert math.isnan(words.small_kept) or words.small.true <= words.small_kept
    assert math.isnan(words.big_kept) or words.big.true <= words.big_kept


def test_sizes_are_those_of_the_definition() -> None:
    """Small: up to the median, home in the village. Big: not small, home up to the town. The rest is beyond."""
    ledger = disputes(
        {"stake": 10_000.0}, {"stake": 10_001.0}, {"stake": 1.0, "home": 1}, {"stake": 1.0, "home": 2},
        {"stake": 1.0, "departments": 1},
    )  # fmt: skip
    found = sizes(ledger.stake, ledger.home, ledger.departments, records(ledger))
    assert found.tolist() == [SMALL, BIG, BIG, BEYOND_TOWN, BIG]


def test_a_small_matter_stays_only_if_it_ends_well_and_never_left() -> None:
    """Given up in the village is not settled in the village; an attempt to leave counts, even one that was stopped."""
    rows = [
        {},
        {"end_state": int(EndState.LUMPED)},
        {"end_state": int(EndState.ACCEPTED)},
        {"reach": 1},
    ]
    words = found_in(rows, [])
    assert (words.small.true, words.small_kept) == (0.5, 0.75)


def test_being_moved_up_by_an_institution_leaves_the_village_too() -> None:
    """A case that a gate forwarded did not stay, although no party went anywhere."""
    ledger = records(disputes({"reach": 0}), cases({}, {"level": 1, "slot": 1, "forum": int(Forum.OFFICE)}))
    assert highest_level(ledger).tolist() == [1]
    assert mottoes(ledger).small.true == 0.0


def test_the_books_count_cases_of_the_network_and_the_year() -> None:
    """Court and petition cases, and those of other years, are not in the reported motto's denominator."""
    files = [
        {"booked": 1}, {"booked": 0}, {"booked": 1, "opened": -1}, {"booked": 1, "opened": 365},
        PETITION | {"booked": 1}, {"forum": int(Forum.COURT), "slot": 3, "level": 2},
    ]  # fmt: skip
    assert found_in([{}], files).small.reported == 0.5


def test_the_books_see_the_observed_stake_and_the_addresses() -> None:
    """A matter that is truly small but looks big is booked as big: institutions do not know the true stake or home."""
    words = found_in([{"observed_stake": 20_000.0}], [{}])
    assert math.isnan(words.small.reported)
    assert (words.big.reported, words.small.true) == (1.0, 1.0)


def test_what_a_matter_needs_is_not_seen_only_what_is_usual_for_its_type() -> None:
    """A family matter that needs a department is booked as small, a housing matter that needs none as big."""
    hidden = found_in([{"departments": 1}], [{}])
    assert (hidden.small.reported, hidden.big.true) == (1.0, 1.0)
    assert math.isnan(hidden.small.true)
    usual = found_in([{"type": int(DisputeType.HOUSING)}], [{}])
    assert (usual.big.reported, usual.small.true) == (1.0, 1.0)


def test_a_type_that_usually_belongs_to_the_town_is_booked_there() -> None:
    """A requisition or a cadre's conduct is not booked as a village matter, whatever its stake."""
    words = found_in([{"type": int(DisputeType.OFFICE), "home": 1}], [{}])
    assert math.isnan(words.small.reported)
    assert words.big.reported == 1.0


def test_settled_above_the_level_is_not_booked_as_kept_below() -> None:
    """小事不出村 is about the village: what the town settled is in the denominator only."""
    assert found_in([{}], [{}, {"level": 1, "slot": 1, "forum": int(Forum.OFFICE)}]).small.reported == 0.5


def test_not_passed_upward_counts_registered_petitions_against_every_attempt() -> None:
    """Reported: what was registered. True: every claim above home, stopped or not. The gap is interception."""
    rows = [{}, {"marks": int(Mark.ATTEMPTED)}, {}, {}]
    files = [{"dispute": i} for i in range(4)]
    assert found_in(rows, files).not_up == Paired(reported=1.0, true=0.75)
    daily = series(registered_above=[0] * 400 + [1] + [0] * 689)
    petitions = [PETITION | {"dispute": 1}, PETITION | {"dispute": 1, "opened": 366}]
    found = mottoes(records(disputes(*rows), cases(*files, *petitions), daily))
    assert found.not_up.reported == pytest.approx(1.0 - 2 / 4)


def test_every_claim_above_home_counts_in_the_true_motto() -> None:
    """`definitions` 1: any claim above H, registered or not; a suit above home is one."""
    rows = [{}, {"marks": int(Mark.COURT_ABOVE)}, {"marks": int(Mark.ATTEMPTED | Mark.ABOVE)}, {}]
    assert found_in(rows, [{}]).not_up.true == 0.5


def test_a_petition_outside_against_someone_from_outside_is_not_above_its_booked_home() -> None:
    """The address tells where the parties' common place is; only the others are passed upward."""
    daily = series(registered_outside=[0] * 400 + [3] + [0] * 689, registered_above=[0] * 400 + [1] + [0] * 689)
    found = mottoes(records(disputes({}, {}), cases({}, {"dispute": 1}), daily))
    assert found.not_up.reported == 0.5


def test_a_petition_at_the_booked_home_is_not_passed_upward() -> None:
    """A quarrel with a county department belongs to the county: petitioning there is no passing up."""
    rows = [{"type": int(DisputeType.REQUISITION), "home": 2, "power": 2}]
    assert found_in(rows, [{}, PETITION]).not_up.reported == 1.0


def test_in_a_real_run_the_books_look_better_than_the_truth() -> None:
    """The reporting parameters say so at their defaults; if not, the two ledgers were mixed up."""
    words = mottoes(taken())
    assert words.small.reported > words.small.true
    assert words.not_up.reported > words.not_up.true
