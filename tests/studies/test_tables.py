"""Claims about tables: spreadsheets read them, the books never stand alone, nor spill without its shares."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from sim.analysis import CELLS, INDICATORS, Comparison
from sim.studies.tables import tables

TABLES = ("indicators", "identity", "books", "targets", "groups", "governance", "daily")


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / "tables" / f"{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_that_it_is_uncalibrated(compared: Path, name: str) -> None:
    """A row is copied into a report without the page that came with it."""
    found = rows(compared, name)
    assert found
    assert {row["status"] for row in found} == {"未标定 uncalibrated"}
    assert all(None not in row and None not in row.values() for row in found)


def test_the_books_never_stand_alone(compared: Path) -> None:
    """A reported figure without what happened is the very thing this model is about."""
    for row in rows(compared, "indicators"):
        if row["on_the_books_mean"]:
            assert row["mean"]
    assert any(row["on_the_books_mean"] for row in rows(compared, "indicators"))
    for row in rows(compared, "books"):
        assert bool(row["on_the_books"]) == bool(row["in_the_model"])


def test_an_official_figure_of_the_books_stands_beside_what_happened(compared: Path) -> None:
    """And where a process is not built there is a sentence, and no number at all."""
    found = rows(compared, "targets")
    for row in found:
        assert not row["on_the_books_mean"] or row["mean"]
        assert bool(row["waits_en"]) == (not row["mean"])
        assert bool(row["on_the_books_mean"]) <= (
            row["kind"] == "R" or row["number"] in {"8", "25"}
        )  # padding; the hotline
    assert {row["number"] for row in found} == {str(number) for number in range(1, 26)}


def test_the_index_never_stands_without_its_components(compared: Path) -> None:
    """Sorting a spreadsheet by the index must leave the reader with what it is made of; harm has no place in a rank."""
    found = rows(compared, "governance")
    for arm in {row["arm"] for row in found}:
        mine = [row for row in found if row["arm"] == arm]
        ranked = mine[0]["standing"] == "option"
        assert len(mine) == (8 if ranked else 7)
        assert (mine[-1]["component"] == "index") == ranked
        assert bool(mine[-1]["first_under_random_weights"]) == ranked


def test_every_indicator_stands_there_for_every_arm(compared: Path) -> None:
    """A figure that is left out is the one that somebody did not like."""
    found = rows(compared, "indicators")
    arms = {row["arm"] for row in found}
    assert len(arms) == 3
    assert {(row["indicator"], row["arm"]) for row in found} == {(i.name, arm) for i in INDICATORS for arm in arms}
    assert {row["standing"] for row in found if row["arm"].startswith("petition_quota")} == {"diagnostic"}


def test_the_changes_of_an_arm_add_up_to_nothing(compared: Path) -> None:
    """The identity holds to the unit: whatever leaves one cell is in another."""
    found = [row for row in rows(compared, "identity") if row["arm"] == "keep_in_village"]
    assert [row["cell"] for row in found] == list(CELLS)
    assert sum(float(row["change_mean"]) for row in found) == pytest.approx(0.0, abs=1e-4)


def test_spill_stands_beside_what_it_was_turned_into(compared: Path) -> None:
    """A fall in spill alone is no success."""
    said: dict[str, Any] = json.loads((compared / "results.json").read_text("utf-8"))
    shares = {"resolve": 0.25, "hide": 0.5, "moved": 0.25}
    said["identity"]["keep_in_village"]["shares"] = shares
    text = tables(Comparison.from_json(said))["indicators"]
    spill = [row for row in csv.DictReader(io.StringIO(text)) if row["indicator"] == "spill"]
    told = {row["arm"]: (row["resolve_share"], row["hide_share"], row["moved_share"]) for row in spill}
    assert told["keep_in_village"] == ("0.25", "0.5", "0.25")
    assert told["baseline"] == ("", "", "")


def test_every_day_is_there(compared: Path) -> None:
    """The series are what a reader plots himself."""
    found = [row for row in rows(compared, "daily") if row["arm"] == "baseline"]
    assert [int(row["day"]) for row in found] == list(range(730))


def test_results_can_be_read_back(compared: Path) -> None:
    """The one document holds everything that the tables and pictures are made of."""
    said = json.loads((compared / "results.json").read_text("utf-8"))
    made = tables(Comparison.from_json(said))
    for name in TABLES:
        assert made[name].encode() == (compared / "tables" / f"{name}.csv").read_bytes().removeprefix(b"\xef\xbb\xbf")
