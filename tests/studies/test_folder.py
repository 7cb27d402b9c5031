"""Claims about places for results: nothing of the user's is touched, and scratch is gone whatever happens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sim.errors import OutputError
from sim.studies.folder import claim_folder, claimed, free_name, remove_parts, scratch_in, write_text


def test_the_first_free_number_is_taken(tmp_path: Path) -> None:
    """Two comparisons in a row must not write into one folder."""
    assert free_name("zhuji", tmp_path).name == "zhuji-1"
    (tmp_path / "zhuji-1").mkdir()
    (tmp_path / "zhuji-2").touch()
    assert free_name("zhuji", tmp_path).name == "zhuji-3"


def test_an_empty_folder_may_be_named(tmp_path: Path) -> None:
    """Many people make the folder first."""
    assert claim_folder(tmp_path) == tmp_path
    assert claim_folder(tmp_path / "new" / "deeper").is_dir()
    assert list((tmp_path / "new" / "deeper").iterdir()) == []


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_file_in_the_way_is_left_alone(tmp_path: Path, place: str) -> None:
    """Replacing a user's file by a folder would destroy it."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError, match="writable"):
        claim_folder(tmp_path / place)
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="/proc is a Linux notion")
def test_a_place_that_cannot_be_written_is_said_so() -> None:
    """Before the work, not after it."""
    with pytest.raises(OutputError, match="writable"):
        claim_folder(Path("/proc/fengqiao"))


@pytest.mark.parametrize("inside", [True, False])
def test_scratch_is_gone_whatever_happens(tmp_path: Path, inside: bool) -> None:
    """Checkpoints of a county are 90 MB each."""
    kept: list[Path] = []
    with pytest.raises(KeyboardInterrupt):
        stopped_in_the_middle(tmp_path if inside else None, kept)
    assert kept
    assert not kept[0].exists()


def stopped_in_the_middle(folder: Path | None, kept: list[Path]) -> None:
    with scratch_in(folder) as scratch:
        (scratch / "large").write_bytes(b"x")
        kept.append(scratch)
        raise KeyboardInterrupt


def test_what_a_killed_writer_left_is_removed(tmp_path: Path) -> None:
    """Half a run folder must not lie beside whole ones."""
    (tmp_path / "runs" / ".seed-1.part-abc").mkdir(parents=True)
    (tmp_path / "runs" / ".seed-1.part-abc" / "x").touch()
    (tmp_path / "runs" / ".results.json.part-12").touch()
    (tmp_path / "runs" / "seed-2").mkdir()
    remove_parts(tmp_path)
    assert [path.name for path in (tmp_path / "runs").iterdir()] == ["seed-2"]


def test_a_text_is_written_whole_with_its_mark(tmp_path: Path) -> None:
    """Spreadsheets take a CSV for UTF-8 only with a mark; line ends are the same on every system."""
    write_text(tmp_path / "a" / "table.csv", "甲,b\n", encoding="utf-8-sig")
    assert (tmp_path / "a" / "table.csv").read_bytes() == b"\xef\xbb\xbf" + "甲,b\n".encode()
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["table.csv"]
    if sys.platform == "linux":
        with pytest.raises(OutputError):
            write_text(Path("/proc/fengqiao/x"), "")


def test_a_folder_in_which_nothing_came_to_be_is_gone(tmp_path: Path) -> None:
    """Every mistake would leave an empty numbered folder behind, and the next result a higher number."""
    (tmp_path / "mine").mkdir()
    for folder in (tmp_path / "new" / "deeper", tmp_path / "mine"):
        with pytest.raises(KeyboardInterrupt):
            stopped_with_empty_folders(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert list((tmp_path / "mine").iterdir()) == []


def stopped_with_empty_folders(folder: Path) -> None:
    with claimed(folder):
        (folder / "runs" / "0-baseline").mkdir(parents=True)
        raise KeyboardInterrupt


@pytest.mark.parametrize("well", [True, False])
def test_whole_files_stay_and_halves_go(tmp_path: Path, well: bool) -> None:
    """A worker that is killed leaves its half even when the study ends well: another one did the run again."""
    try:
        with claimed(tmp_path / "out"):
            (tmp_path / "out" / "runs" / "seed-1").mkdir(parents=True)
            (tmp_path / "out" / "runs" / "seed-1" / "manifest.json").touch()
            (tmp_path / "out" / "runs" / ".seed-1.part-abc").mkdir()
            if not well:
                raise OutputError("full")
    except OutputError:
        assert not well
    assert [path.name for path in (tmp_path / "out" / "runs").rglob("*")] == ["seed-1", "manifest.json"]
