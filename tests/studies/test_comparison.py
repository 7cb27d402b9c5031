"""Claims about comparisons: the same result whoever computes it, one past for all arms, and whole results or none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sim.errors import BadInput, OutputError, PolicyError, RunFailed
from sim.studies import Watch, compare, make_plan, run
from sim.studies.folder import write_text
from sim.studies.stretches import Followed, follow
from tests.studies.small import ARMS, contents, small_comparison, small_scenario

TASK = "sim.studies.comparison.follow"
"""What each arm of each seed is done by."""


def manifest(folder: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return said


def digests(folder: Path) -> dict[tuple[str, int], str]:
    return {(one["arm"], one["seed"]): one["digest"] for one in manifest(folder)["runs"]}


def test_workers_change_no_byte(compared: Path, tmp_path: Path) -> None:
    """A result that depends on how many processes made it cannot be repeated by anybody."""
    small_comparison(tmp_path / "out", workers=2)
    assert contents(tmp_path / "out") == contents(compared)


def test_a_seed_gives_the_same_runs_whatever_stands_beside_it(compared: Path, tmp_path: Path) -> None:
    """Else adding a seed or an arm would silently change the others."""
    compare(small_scenario(), "keep_in_village", [3], workers=1, out=tmp_path / "out")
    fewer = digests(tmp_path / "out")
    assert fewer == {key: digest for key, digest in digests(compared).items() if key in fewer}
    assert ("baseline", 3) in fewer  # added, since a change needs something to change from


def test_an_arm_of_a_comparison_is_the_run_of_that_arm(compared: Path) -> None:
    """The branched checkpoint must be invisible: the same history as if it had been run from its start."""
    records = run(small_scenario(), "keep_in_village", seed=2)
    assert records.manifest.digest == digests(compared)["keep_in_village", 2]


def test_an_empty_dose_changes_no_byte(tmp_path: Path) -> None:
    """What a policy does must come from its dose alone."""
    small_comparison(tmp_path / "out", seeds=1, arms="baseline,keep_in_village(dose=0)")
    one, other = digests(tmp_path / "out").values()
    assert one == other


def test_every_run_folder_stands_by_itself(compared: Path) -> None:
    """`explain`, `diff` and the export need nothing else."""
    from sim.records import read_run

    runs = manifest(compared)["runs"]
    assert len(runs) == 9
    for one in runs:
        stored = read_run(compared / one["folder"])
        assert (stored.manifest.arm, stored.manifest.seed, stored.manifest.digest) == (
            one["arm"],
            one["seed"],
            one["digest"],
        )
        assert stored.scenario().fingerprint == manifest(compared)["fingerprint"]


def test_the_manifest_says_what_this_is(compared: Path) -> None:
    """Whoever finds the folder in a year must see that it is uncalibrated, and which arms are no options."""
    said = manifest(compared)
    assert said["uncalibrated"] is True
    assert said["complete"] is True
    assert [arm["standing"] for arm in said["arms"]] == ["option", "option", "diagnostic"]
    assert ["spill" in arm["direct"] for arm in said["arms"]] == [False, True, True]
    assert "未标定" in said["standing"]["zh"]


def test_nothing_is_left_behind_but_results(compared: Path) -> None:
    """Checkpoints are large."""
    assert not [name for name in contents(compared) if ".scratch" in name or ".part" in name]


def failing_at(seed: int, error: BaseException) -> Any:
    """Return the task of an arm that fails at one seed."""

    def work(*given: Any) -> Followed:
        if given[2] == seed and given[1].spec != "baseline":
            raise error
        return follow(*given)

    return work


def test_a_failed_run_loses_no_other_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One run out of thousands may fail; the others took days."""
    monkeypatch.setattr(TASK, failing_at(2, RunFailed("no room")))
    with pytest.raises(RunFailed, match="2 runs failed, 2 of 3 seeds are complete"):
        small_comparison(tmp_path / "out")
    said = manifest(tmp_path / "out")
    assert said["complete_seeds"] == [1, 3]
    assert said["complete"] is False
    assert json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))["seeds"] == [1, 3]


def test_a_users_mistake_stops_everything_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same mistake waits in every run; going on would only repeat it."""
    monkeypatch.setattr(TASK, failing_at(1, PolicyError("mine.py:3: no")))
    with pytest.raises(PolicyError, match=r"mine\.py:3"):
        small_comparison(tmp_path / "out")
    assert not (tmp_path / "out" / "results.json").exists()


def test_stopping_keeps_the_whole_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops after an hour must keep what an hour has brought."""
    monkeypatch.setattr(TASK, failing_at(3, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        small_comparison(tmp_path / "out")
    assert manifest(tmp_path / "out")["complete_seeds"] == [1, 2]
    assert not [name for name in contents(tmp_path / "out") if ".scratch" in name or ".part" in name]


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook wants numbers, not files."""
    monkeypatch.chdir(tmp_path)
    result = compare(small_scenario(), "keep_in_village", 1, workers=1)
    assert result.arms == ("baseline", "keep_in_village")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_use_is_refused_before_any_work(tmp_path: Path) -> None:
    """Results of another study must never be mixed with these, and nobody wants to wait to be told so."""
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="must be empty"):
        compare(small_scenario(), "keep_in_village", 1, out=tmp_path)
    with pytest.raises(OutputError):
        compare(small_scenario(), "keep_in_village", 1, out=tmp_path / "notes.txt" / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    """A bar that stops at 90 % or starts at 50 % teaches people to distrust it."""
    told: list[tuple[str, int, int]] = []
    watch = Watch(progress=lambda stage, done, total: told.append((stage, done, total)))
    compare(small_scenario(), "keep_in_village", 2, workers=1, watch=watch)
    arms = [(done, total) for stage, done, total in told if stage == "arms"]
    assert arms[0] == (0, 2 * 2 * 730)
    assert arms[-1] == (2 * 2 * 730, 2 * 2 * 730)


@pytest.mark.parametrize("seeds", [0, 10**30, [], [1, 1], [-1], [2**64]])
def test_seeds_must_be_some_and_differ(seeds: Any) -> None:
    """The same seed twice would look like two independent societies."""
    with pytest.raises(BadInput, match="--seed"):
        make_plan("classroom", ARMS, seeds)


def test_the_baseline_comes_first_and_once() -> None:
    """Every change is told against it."""
    plan = make_plan("classroom", "keep_in_village,baseline", 2)
    assert [arm.spec for arm in plan.arms] == ["baseline", "keep_in_village"]
    assert [plan.folder_of(arm, 2) for arm in plan.arms] == ["runs/0-baseline/seed-2", "runs/1-keep_in_village/seed-2"]


def test_folders_of_arms_differ_on_any_file_system() -> None:
    """Two doses of one policy must not share a folder, nor a user's path break out of it."""
    plan = make_plan("classroom", "keep_in_village(dose=0.5),keep_in_village(dose=0.25),resource_sinking", 1)
    names = [plan.slug(arm) for arm in plan.arms]
    assert len({name.lower() for name in names}) == len(names)
    assert not any(set(name) & set('\\/:*?"<>|()') for name in names)


def test_a_disk_that_fills_up_leaves_the_whole_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was computed before it was full is no less true; the manifest says that seeds are missing."""

    def full_at_seed_3(scenario: Any, arm: Any, seed: int, *more: Any) -> Any:
        if seed == 3:
            raise OutputError("out: results must be writable there, got No space left on device. Free some space.")
        return follow(scenario, arm, seed, *more)

    monkeypatch.setattr(TASK, full_at_seed_3)
    with pytest.raises(OutputError, match="No space"):
        small_comparison(tmp_path / "out", seeds=4)
    said = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert (said["complete"], said["complete_seeds"]) == (False, [1, 2])
    assert json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))["seeds"] == [1, 2]


def test_results_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures without the page that says what they are would be half a result."""

    def full(path: Path, *given: Any, **more: Any) -> None:
        if path.name == "books.csv":
            raise OutputError("full")
        write_text(path, *given, **more)

    monkeypatch.setattr("sim.studies.write.write_text", full)
    with pytest.raises(OutputError):
        small_comparison(tmp_path / "out", seeds=1, arms="baseline")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["runs"]
