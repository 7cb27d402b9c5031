"""A run folder holds what is needed to read the run and to run it again; whatever was altered in it is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.analysis import indicators
from sim.errors import OutputError, StoredFileError
from sim.policies import parse_arm
from sim.records import read_run, take_records, write_run
from sim.records.folder import check_of
from tests.analysis.small_runs import burnt_in, society, taken

OWN = Path(__file__).parents[2] / "experiments" / "own_policy" / "mine.py"


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A run folder of the smallest scenario under one system."""
    run = taken("keep_in_village")
    return write_run(
        tmp_path / "run", run, society()[0], parse_arm("keep_in_village"), indicators=indicators(run)
    )  # fmt: skip


def whole(folder: Path) -> object:
    """Everything that a run folder holds, read."""
    found = read_run(folder)
    return found.records(), found.indicators


def test_what_is_read_is_what_was_taken(stored: Path) -> None:
    """Every figure worked out from the folder is the figure of the run."""
    found, run = read_run(stored), taken("keep_in_village")
    assert found.manifest == run.manifest
    assert found.society == run.society
    held = found.records()
    for name, column in run.disputes.columns():
        assert (getattr(held.disputes, name) == column).all()
    assert repr(indicators(held)) == repr(indicators(run)) == repr(found.indicators)
    assert (found.series()["voiced"] == run.series["voiced"]).all()
    assert found.scenario().fingerprint == run.manifest.fingerprint
    assert found.arm().spec == "keep_in_village"
    assert found.has_tables


def test_tables_may_be_left_out(tmp_path: Path) -> None:
    """A study of a thousand runs keeps figures; the ledgers come back by running again, and the folder says so."""
    found = read_run(write_run(tmp_path / "run", taken(), society()[0], tables=False))
    assert not found.has_tables
    assert found.indicators is None
    with pytest.raises(StoredFileError, match="Re-run it"):
        found.records()
    assert len(found.series()) > 0


def test_a_users_own_policy_is_kept_with_its_source(tmp_path: Path) -> None:
    """The file may be gone or changed tomorrow: the folder must still be able to run."""
    arm = parse_arm(f"{OWN}:EveningHours")
    run = take_records(burnt_in().branch(arm.policies))
    found = read_run(write_run(tmp_path / "run", run, society()[0], arm))
    assert (tmp_path / "run" / "policies" / "mine.py").read_bytes() == OWN.read_bytes()
    assert found.arm().spec == arm.spec
    (tmp_path / "run" / "policies" / "mine.py").write_text("pass\n")
    with pytest.raises(StoredFileError):
        found.arm()


@pytest.mark.parametrize("name", ["disputes.npz", "cases.npz", "principals.npz", "series.npz", "indicators.json"])
@pytest.mark.parametrize("harm", ["flip", "cut", "remove"])
def test_whatever_is_damaged_is_refused_in_one_line(stored: Path, name: str, harm: str) -> None:
    """A damaged result that is read as a result is the worst of all outcomes."""
    path = stored / name
    held = bytearray(path.read_bytes())
    if harm == "remove":
        path.unlink()
    else:
        held[len(held) // 2] ^= 4
        path.write_bytes(held if harm == "flip" else held[: len(held) // 2])
    with pytest.raises(StoredFileError) as refused:
        whole(stored)
    assert "\n" not in str(refused.value)
    assert name in str(refused.value)


@pytest.mark.parametrize("key", ["seed", "digest", "arm", "fingerprint"])
def test_a_manifest_that_was_edited_is_refused(stored: Path, key: str) -> None:
    """Another seed in the manifest would make a re-run fail far from the cause."""
    path = stored / "manifest.json"
    said = json.loads(path.read_text("utf-8"))
    said["manifest"][key] = 7
    path.write_text(json.dumps(said), "utf-8")
    with pytest.raises(StoredFileError, match="altered"):
        read_run(stored)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"manifest": {"format": 1}, "check": "x"}', "\u0000"])
def test_what_is_no_manifest_is_refused(stored: Path, text: str) -> None:
    """Any file may have been saved over it: no traceback."""
    (stored / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(StoredFileError):
        read_run(stored)


def test_another_form_is_refused_by_its_number(stored: Path) -> None:
    """A folder of a later version is not damaged; the message must say which it is."""
    path = stored / "manifest.json"
    said = json.loads(path.read_text("utf-8"))
    said["manifest"]["format"] = 99
    said["check"] = check_of({key: value for key, value in said.items() if key != "check"})
    path.write_text(json.dumps(said), "utf-8")
    with pytest.raises(StoredFileError, match=r"form 2, got 99"):
        read_run(stored)


def test_a_scenario_that_was_edited_is_refused(stored: Path) -> None:
    """The folder's scenario is what a re-run would use: it must have the manifest's fingerprint."""
    path = stored / "scenario.toml"
    text = path.read_text("utf-8")
    assert "failure = 0.05" in text
    path.write_text(text.replace("failure = 0.05", "failure = 0.06"), "utf-8")
    with pytest.raises(StoredFileError, match="fingerprint"):
        read_run(stored).scenario()


def test_a_folder_that_is_no_run_is_told(tmp_path: Path) -> None:
    """The commonest mistake: the wrong folder."""
    with pytest.raises(StoredFileError, match=r"manifest\.json"):
        read_run(tmp_path)


def test_the_same_run_gives_the_same_files(stored: Path, tmp_path: Path) -> None:
    """Byte for byte, so that two folders can be compared without opening them."""
    run = taken("keep_in_village")
    again = write_run(tmp_path / "again", run, society()[0], parse_arm("keep_in_village"), indicators=indicators(run))
    for path in stored.rglob("*"):
        assert path.read_bytes() == (again / path.name).read_bytes()


def test_an_existing_result_is_kept_unless_replacing_was_asked_for(stored: Path) -> None:
    """A result of hours must not be lost to an arrow key and Enter."""
    before = (stored / "manifest.json").read_bytes()
    with pytest.raises(OutputError):
        write_run(stored, taken(), society()[0])
    assert (stored / "manifest.json").read_bytes() == before
    write_run(stored, taken(), society()[0], replace=True)
    assert read_run(stored).manifest.arm == "baseline"
