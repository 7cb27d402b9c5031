"""Ledgers hold declared columns only, cannot be written to, and do not give away what the books say."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from sim.errors import ObjectiveError
from sim.records import ReportedLedger, TrueLedger
from sim.records.schema import CASE_FIELDS, DISPUTE_FIELDS


def test_columns_are_complete_typed_and_read_only() -> None:
    """Analysis must not be able to change what a run left, by mistake or otherwise."""
    ledger = TrueLedger({"id": np.array([1, 2]), "home": np.array([0, 1])})
    assert [name for name, _ in ledger.columns()] == [field.name for field in DISPUTE_FIELDS]
    assert ledger.home.dtype == np.uint8
    assert len(ledger) == 2
    with pytest.raises(ValueError, match="read-only"):
        ledger.home[0] = 2


def test_an_undeclared_or_short_column_is_refused() -> None:
    """A misspelt column would silently read as zeros."""
    with pytest.raises(ValueError, match="homme"):
        TrueLedger({"homme": np.zeros(1)})
    with pytest.raises(ValueError, match="has 2 rows, others 1"):
        TrueLedger({"id": np.zeros(1), "home": np.zeros(2)})
    with pytest.raises(AttributeError, match="no column 'homme'"):
        TrueLedger({"id": np.zeros(1)}).homme  # noqa: B018 - asking is the test


def test_the_books_cannot_be_read_by_column() -> None:
    """The column that says "booked as settled" comes out as half of a pair, or not at all."""
    ledger = ReportedLedger({"dispute": np.array([0, 0, 0]), "booked": np.array([1, 1, 0])})
    with pytest.raises(ObjectiveError, match="through a pair"):
        ledger.booked  # noqa: B018
    everyone = np.ones(3, dtype=bool)
    assert ledger.booked_share(everyone).beside(0.1).reported == pytest.approx(2 / 3)
    assert ledger.booked_share(everyone, np.array([True, False, True])).beside(0.0).reported == pytest.approx(1 / 3)
    counts = ledger.booked_counts(np.array([1, -1, 1]), 2)
    assert [one.beside(0.0).reported for one in counts] == [0.0, 1.0]
    assert np.isnan(ledger.booked_share(~everyone).beside(0.0).reported)


def test_exactly_one_column_is_the_books() -> None:
    """If the schema lost its mark, every reported figure would be open."""
    assert [field.name for field in (*CASE_FIELDS, *DISPUTE_FIELDS) if field.reported] == ["booked"]


def test_ledgers_travel_between_processes() -> None:
    """A worker keeps the baseline's records for the arms of its seed."""
    ledger = pickle.loads(pickle.dumps(ReportedLedger({"dispute": np.array([3]), "booked": np.array([1])})))  # noqa: S301 - written on the line before or here
    assert ledger.dispute.tolist() == [3]
    with pytest.raises(ObjectiveError):
        ledger.booked  # noqa: B018
