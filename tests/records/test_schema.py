"""The schema stands on the engine's column table, in both languages, and the codebook on the schema."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim.engine.marks import SERIES
from sim.names import MAX_LEVELS, Event
from sim.records.codebook import FILES, codebook
from sim.records.marks import FLAG_WORDS, Mark, Tried
from sim.records.schema import CASE_FIELDS, DISPUTE_FIELDS, PRINCIPAL_FIELDS
from sim.records.series import KINDS_OF_LINE, NAMES, series_of

DOCS = Path(__file__).parents[2] / "docs"
EVERY = (*DISPUTE_FIELDS, *CASE_FIELDS, *PRINCIPAL_FIELDS)


def test_every_column_is_told_in_both_languages() -> None:
    """The codebook of an export is all that its reader has."""
    for field in EVERY:
        assert field.zh, field.name
        assert field.en, field.name
        np.dtype(field.dtype)


@pytest.mark.parametrize("fields", [DISPUTE_FIELDS, CASE_FIELDS, PRINCIPAL_FIELDS])
def test_names_are_unique_and_name_no_row_of_the_world(fields: tuple[object, ...]) -> None:
    """Rows of residents and places lead back to a place by name; numbers by level do not."""
    names = [field.name for field in fields]
    assert len(set(names)) == len(names)
    assert not {"claimant", "respondent", "place", "respondent_place", "line", "respondent_key", "cause"} & set(names)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_codebook_in_the_documentation_is_the_generated_one(lang: str) -> None:
    """To repair: run `from sim.records.codebook import write_codebooks` with the folder `docs`."""
    assert (DOCS / FILES[lang]).read_text(encoding="utf-8") == codebook(lang)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_codebook_names_every_column_series_and_bit(lang: str) -> None:
    """A column that is not in the codebook cannot be used by anybody but its author."""
    text = codebook(lang)
    for field in EVERY:
        assert f"`{field.name}`" in text
    for name in NAMES:
        stem = name.rpartition("_")[0] if name.rpartition("_")[2] in KINDS_OF_LINE else name
        assert f"`{stem}" in text
    for column, flag, zh, en in FLAG_WORDS:
        assert f"- `{column}` {int(flag)}: {zh if lang == 'zh' else en}\n" in text
    told = [(column, int(flag)) for column, flag, _, _ in FLAG_WORDS]
    assert told == [("marks", int(mark)) for mark in Mark] + [("tried", int(tried)) for tried in Tried]


def test_the_codebook_tells_every_event() -> None:
    """Numbers of an event that nobody explains are noise in an export; giving up is told as a claim nowhere."""
    rows = [line.split(" | ")[0].removeprefix("| ") for line in codebook("en").splitlines() if line.startswith("| ")]
    told = {name for row in rows for name in row.split(", ")}
    assert {event.name.lower() for event in Event} - {Event.LUMPED.name.lower()} <= told


def test_daily_series_leave_the_books_out() -> None:
    """A daily count of what was booked, alone, is what pairing is there to prevent."""
    assert not any("booked" in name for name in NAMES)
    assert list(KINDS_OF_LINE) == [
        *(f"slot{rank}" for rank in range(MAX_LEVELS)),
        "court",
        "prefiling",
        "arbitration",
        "reconsideration",
    ]


def test_series_are_cut_by_day_not_by_row() -> None:
    """Day 0 is not row 0: the burn-in comes before it."""
    rows = np.zeros((10, len(SERIES)), dtype=np.int32)
    rows[:, 0] = np.arange(10)  # voiced
    series = series_of(rows, -4)
    assert series.days.tolist() == list(range(-4, 6))
    assert series.between("voiced", 0, 2).tolist() == [4, 5]
    assert series.between("voiced", -9, -3).tolist() == [0]
    assert series.total("voiced", 4, 99) == 8 + 9
    assert series.between("voiced", -9, -5).tolist() == []
