"""The library: which scenarios a user can name, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.scenario import catalogue, library, scenario_names
from sim.scenario.library import library_folder


def test_the_library_holds_the_scenarios_of_the_project() -> None:
    """The places of the source documents, one prefecture and one classroom."""
    assert scenario_names() == ("classroom", "fengqiao_town", "pinggu", "pukou", "shaoxing", "xiangdong", "zhuji")


def test_every_entry_is_named_in_both_languages_as_a_synthetic_society() -> None:
    """No title may sound like a statement about the place itself."""
    for entry in catalogue():
        assert entry.zh, entry.id
        assert entry.en, entry.id
        assert entry.id == "classroom" or ("合成社会" in entry.zh and "synthetic society in the shape of" in entry.en)
        assert len(entry.levels) >= 2


def test_what_is_only_to_be_extended_is_not_listed() -> None:
    """It cannot be run."""
    assert "base" not in {entry.id for entry in catalogue()}


def test_an_installed_library_goes_before_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel holds its own library; a clone has it beside the package."""
    package = tmp_path / "site" / "sim"
    (package / "scenario").mkdir(parents=True)
    monkeypatch.setattr(library, "__file__", str(package / "scenario" / "library.py"))
    assert library_folder() == tmp_path / "site" / "scenarios"
    (package / "library").mkdir()
    assert library_folder() == package / "library"


def test_every_table_of_the_library_has_its_origin() -> None:
    """No data without where it is from."""
    origin = (library_folder() / "places" / "ORIGIN.md").read_text(encoding="utf-8")
    for table in (library_folder() / "places").glob("*.csv"):
        assert f"`{table.name}`" in origin
