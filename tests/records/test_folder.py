"""Folders and files of results come into being whole or not at all, and tell one clear line if they cannot."""

from __future__ import annotations

import errno
from pathlib import Path

import numpy as np
import pytest

from sim.errors import OutputError, StoredFileError
from sim.records import folder as room
from sim.records.folder import new_file, new_folder, read_json, read_table, sha256_of, write_json, write_table

NOISE = np.random.default_rng(1).normal(size=9000)


def test_a_folder_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    """Whoever looks in meets nothing or everything."""
    target = tmp_path / "deep" / "run"
    with new_folder(target) as part:
        (part / "a.txt").write_text("a")
        assert not target.exists()
    assert [path.name for path in target.parent.iterdir()] == ["run"]
    assert (target / "a.txt").read_text() == "a"


@pytest.mark.parametrize("fault", [RuntimeError("no"), KeyboardInterrupt()])
def test_an_interrupted_folder_leaves_nothing(tmp_path: Path, fault: BaseException) -> None:
    """Half a result is worse than none: it looks like one."""
    with pytest.raises(type(fault)), new_folder(tmp_path / "run") as part:  # noqa: PT012 - the block is what breaks off
        (part / "a.txt").write_text("a")
        raise fault
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_one_clear_line(tmp_path: Path) -> None:
    """Exit code 2, the place, what happened, what to do; and nothing is left behind."""
    with pytest.raises(OutputError) as failed, new_folder(tmp_path / "run"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert "No space left on device" in str(failed.value)
    assert str(tmp_path / "run") in str(failed.value)
    assert "\n" not in str(failed.value)
    assert failed.value.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_kept_unless_replacing_was_asked_for(tmp_path: Path) -> None:
    """A mistyped folder must not eat somebody's work."""
    target = tmp_path / "run"
    target.mkdir()
    (target / "thesis.txt").write_text("years")
    with pytest.raises(OutputError, match="must be new or empty"), new_folder(target):
        pass
    assert (target / "thesis.txt").read_text() == "years"
    with new_folder(target, replace=True) as part:
        (part / "b.txt").write_text("b")
    assert [path.name for path in target.iterdir()] == ["b.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    """A folder cannot go where a file is, nor below one."""
    (tmp_path / "file").write_text("x")
    for target in (tmp_path / "file", tmp_path / "file" / "run"):
        with pytest.raises(OutputError), new_folder(target):
            pass
    with pytest.raises(OutputError), new_file(tmp_path / "file" / "x.csv"):
        pass


def test_a_file_is_written_whole_or_not(tmp_path: Path) -> None:
    """An export that was broken off must not be read as a short one."""
    target = tmp_path / "events.csv"
    with pytest.raises(RuntimeError), new_file(target) as part:  # noqa: PT012 - the block is what breaks off
        part.write_text("half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    with new_file(target) as part:
        part.write_text("all")
    assert target.read_text() == "all"


def test_tables_come_back_to_the_bit_and_are_the_same_bytes_again(tmp_path: Path) -> None:
    """The same run gives the same file, so that files can be compared; noise and counts alike."""
    columns = {"noise": NOISE, "zeros": np.zeros((9000, 3), np.uint8), "none": np.zeros(0, np.int32)}
    for name in ("a.npz", "b.npz"):
        write_table(tmp_path / name, columns.items())
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    found = read_table(tmp_path / "a.npz", sha256_of(tmp_path / "a.npz"))
    assert all((found[name] == column).all() and found[name].dtype == column.dtype for name, column in columns.items())
    assert (tmp_path / "a.npz").stat().st_size < 75_000 + NOISE.nbytes // 4


def test_a_table_that_was_altered_is_refused(tmp_path: Path) -> None:
    """One flipped byte in a hundred thousand is another result."""
    path = tmp_path / "a.npz"
    write_table(path, {"noise": NOISE}.items())
    digest, held = sha256_of(path), bytearray(path.read_bytes())
    held[len(held) // 2] ^= 1
    path.write_bytes(held)
    with pytest.raises(StoredFileError, match="other bytes"):
        read_table(path, digest)
    path.write_bytes(b"no archive")
    with pytest.raises(StoredFileError, match="unreadable"):
        read_table(path, sha256_of(path))
    path.unlink()
    with pytest.raises(StoredFileError):
        read_table(path, digest)


def test_json_is_utf8_and_refuses_what_is_no_number(tmp_path: Path) -> None:
    """Chinese stays Chinese; `NaN` is no JSON and would stop every other reader."""
    write_json(tmp_path / "a.json", {"名": "村"})
    assert read_json(tmp_path / "a.json") == {"名": "村"}
    assert "村" in (tmp_path / "a.json").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="JSON"):
        write_json(tmp_path / "b.json", float("nan"))
    (tmp_path / "c.json").write_text("{")
    with pytest.raises(StoredFileError):
        read_json(tmp_path / "c.json")


def test_a_move_that_fails_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last step can fail as well (a quota, another disk): still one line, still nothing half-written."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(room.os, "replace", refuse)
    with pytest.raises(OutputError, match="quota"), new_folder(tmp_path / "run"):
        pass
    assert list(tmp_path.iterdir()) == []
