"""A stored run is run again to the same history, or it is an error; another version's run does not start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sim.errors import DigestMismatch, StoredFileError
from sim.policies import parse_arm
from sim.records import read_run, rerun, take_records, write_run
from sim.records.folder import check_of
from tests.analysis.small_runs import burnt_in, finished, society, taken

ARM = "keep_in_village+petition_quota(dose=0.5,start=40)"
OWN = Path(__file__).parents[2] / "experiments" / "own_policy" / "mine.py"


def forge(folder: Path, **changes: Any) -> None:
    """Change the manifest and its check, as nobody does by accident."""
    path = folder / "manifest.json"
    said = json.loads(path.read_text("utf-8"))
    said["manifest"] |= changes
    said["check"] = check_of({key: value for key, value in said.items() if key != "check"})
    path.write_text(json.dumps(said), "utf-8")


def test_an_arm_that_branched_is_run_again_from_its_start(tmp_path: Path) -> None:
    """Burnt in once and branched, or run through under its policies: one history."""
    folder = write_run(tmp_path / "run", taken(ARM), society()[0], parse_arm(ARM))
    told: list[tuple[int, int]] = []
    run = rerun(folder, progress=lambda done, whole: told.append((done, whole)))
    assert run.digest == finished(ARM).digest == read_run(folder).manifest.digest
    assert told[-1] == (run.horizon, run.horizon)


def test_a_users_own_policy_runs_again_from_the_folder_alone(tmp_path: Path) -> None:
    """The folder is all that a reader has."""
    arm = parse_arm(f"{OWN}:RovingMediators(share=0.6)")
    first = burnt_in().branch(arm.policies)
    first.finish()
    folder = write_run(tmp_path / "run", take_records(first), society()[0], arm)
    assert rerun(folder).digest == first.digest


def test_following_a_dispute_changes_no_history(tmp_path: Path) -> None:
    """`explain` reruns with a trace: the career told must be the career that was lived."""
    run = taken()
    chosen = int(run.disputes.id[run.disputes.cohort > 0][0])
    folder = write_run(tmp_path / "run", run, society()[0], tables=False)
    again = rerun(folder, follow=chosen, keep_events=True)
    assert again.digest == run.manifest.digest
    words, numbers = again.events
    assert len(words) == len(numbers) > 1000


def test_a_run_that_was_stopped_early_is_run_to_the_same_day(tmp_path: Path) -> None:
    """A manifest of day 99 is a whole manifest: its digest is that of day 99."""
    half = burnt_in().branch(())
    half.advance(100)
    folder = write_run(tmp_path / "run", take_records(half), society()[0])
    assert rerun(folder).day == 100


def test_another_history_is_an_error_and_no_result(tmp_path: Path) -> None:
    """Whatever is shown from a re-run is about the stored run, or is not shown."""
    folder = write_run(tmp_path / "run", taken(), society()[0], tables=False)
    forge(folder, digest="0" * 64)
    with pytest.raises(DigestMismatch) as refused:
        rerun(folder)
    assert "same history" in str(refused.value)
    assert "numba" in str(refused.value)
    assert refused.value.exit_code == 1


def test_another_world_is_an_error_before_the_run(tmp_path: Path) -> None:
    """A society that is built otherwise cannot give the same history: no need to wait for it."""
    folder = write_run(tmp_path / "run", taken(), society()[0], tables=False)
    forge(folder, world_digest="0" * 64)
    with pytest.raises(DigestMismatch, match="same world"):
        rerun(folder)


def test_another_model_version_is_refused(tmp_path: Path) -> None:
    """Rules changed between versions: the difference would be blamed on the machine."""
    folder = write_run(tmp_path / "run", taken(), society()[0], tables=False)
    forge(folder, model_version="0")
    with pytest.raises(StoredFileError, match="model version"):
        rerun(folder)
