"""Claims about what a folder of results holds: its runs in the order of the arms, and nothing that was altered."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sim.errors import BadInput, StoredFileError
from sim.studies import kept_careers, only_run, runs_of
from sim.studies.runs import read_sealed


@pytest.fixture
def copy(compared: Path, tmp_path: Path) -> Path:
    """A comparison that may be spoilt."""
    return Path(shutil.copytree(compared, tmp_path / "copy"))


def change(path: Path, **values: Any) -> None:
    said = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**said, **values}), "utf-8")


def test_a_run_is_its_own_only_run(compared: Path) -> None:
    """Commands take either kind of folder."""
    run = runs_of(compared)[0]
    assert runs_of(run) == (run,)
    assert only_run(run) == run


def test_a_comparison_is_not_taken_for_a_run(compared: Path) -> None:
    """It holds many; the line names one that could be meant."""
    with pytest.raises(BadInput, match="0-baseline"):
        only_run(compared)


@pytest.mark.parametrize(
    "values",
    [
        {"complete_seeds": 3},
        {"complete_seeds": []},
        {"runs": []},
        {"runs": [1]},
        {"runs": [{"seed": 1}]},
        {"seeds": [1, 2, 3, 4]},
        {"check": None},
    ],
    ids=str,
)
def test_an_altered_manifest_is_refused(copy: Path, values: dict[str, Any]) -> None:
    """Half understood, it would end as a fault of ours, or as the story of other runs."""
    change(copy / "manifest.json", **values)
    with pytest.raises(StoredFileError, match="altered content"):
        runs_of(copy)


def test_a_folder_of_another_form_is_told_apart(copy: Path) -> None:
    """It is whole, and not damaged: another version wrote it."""
    change(copy / "manifest.json", format=99)
    with pytest.raises(StoredFileError, match="form 2, got 99"):
        runs_of(copy)


def test_an_altered_career_is_not_told(copy: Path) -> None:
    """A story is what people remember; it must be the run's own."""
    said = read_sealed(copy / "quarrel.json")
    said["careers"][0]["birth"]["stake"] = 77777.0
    change(copy / "quarrel.json", careers=said["careers"])
    with pytest.raises(StoredFileError, match="altered content"):
        kept_careers(copy)


@pytest.mark.parametrize("place", ["nowhere", "runs", "results.json"])
def test_a_folder_without_a_manifest_is_one_line(compared: Path, place: str) -> None:
    """The line says what such a folder is, and who writes one."""
    with pytest.raises(StoredFileError, match=r"must hold manifest\.json"):
        runs_of(compared / place)
