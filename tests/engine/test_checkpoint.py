"""Checkpoints: stop, save, go on in a new process exactly; what is not this run's own file is refused in one line."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.engine import checkpoint
from sim.engine.run import Run
from sim.errors import OutputError, StoredFileError
from sim.policies import parse_arm
from tests.engine.societies import run_of, same_state, society

ROOT = Path(__file__).parents[2]
ARM = "keep_in_village(start=5)+petition_quota(start=12,end=60)"
REACTING = "experiments/own_policy/mine.py:RovingMediators(start=3)"
SAVED, END = 40, 90


@pytest.fixture(scope="module")
def small() -> Any:
    return society(5)


@pytest.fixture(scope="module")
def saved(small: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint of the arm at tick 40."""
    run = run_of(small, ARM, seed=8)
    run.advance(SAVED)
    path = tmp_path_factory.mktemp("saved") / "at40.ckpt"
    run.save(path)
    return path


def load(path: Path, pair: Any, arm: str = ARM) -> Run:
    return Run.load(path, *pair, parse_arm(arm).policies)


def in_a_new_process(path: Path, ticks: int, arm: str) -> dict[str, Any]:
    """What `tests.engine.resume` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.resume", str(path), str(ticks), arm],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


def one_line(error: pytest.ExceptionInfo[Any], *words: str) -> None:
    """One line that names the file and says what to do."""
    text = str(error.value)
    assert "\n" not in text
    assert all(word in text for word in words), text
    assert error.value.exit_code == 2


@pytest.mark.parametrize("arm", [ARM, REACTING, "baseline"])
def test_a_run_goes_on_in_a_new_process_exactly(small: Any, tmp_path: Path, arm: str, monkeypatch: Any) -> None:
    """Stop, save, resume elsewhere: the digest of the run that never stopped, also with a policy that remembers."""
    monkeypatch.chdir(ROOT)
    whole, stopped = run_of(small, arm, seed=8), run_of(small, arm, seed=8)
    stopped.advance(SAVED)
    stopped.save(tmp_path / "run.ckpt")
    whole.advance(END)
    assert in_a_new_process(tmp_path / "run.ckpt", END - SAVED, arm) == {"tick": END, "digest": whole.digest}


def test_saving_does_not_stop_a_run_and_loading_brings_back_every_column(small: Any, tmp_path: Path) -> None:
    """The run that saved goes on as if it had not; the loaded one is the same state at once and ever after."""
    run, plain = run_of(small, ARM, seed=8), run_of(small, ARM, seed=8)
    for at in (0, 11, SAVED):
        run.advance(at - run.tick)
        run.save(tmp_path / "same.ckpt")
        loaded = load(tmp_path / "same.ckpt", small)
        assert not same_state(loaded, run)
        assert (loaded.tick, loaded.digest, loaded.seed) == (run.tick, run.digest, run.seed)
    for any_run in (run, plain, loaded):
        any_run.advance(END - any_run.tick)
    assert run.digest == plain.digest == loaded.digest
    assert not same_state(loaded, plain)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["same.ckpt"]


def test_a_checkpoint_may_be_branched(small: Any, tmp_path: Path) -> None:
    """Burn-in once, kept on disk, and the arms from it: the way comparisons run."""
    trunk = run_of(small, seed=8)
    trunk.advance(trunk.burn_in)
    trunk.save(tmp_path / "burnt.ckpt")
    branch = load(tmp_path / "burnt.ckpt", small, "baseline").branch(parse_arm(ARM).policies)
    whole = run_of(small, ARM, seed=8)
    for run in (branch, whole):
        run.advance(END - run.tick)
    assert branch.digest == whole.digest


def test_another_model_version_is_refused(small: Any, saved: Path, monkeypatch: Any) -> None:
    """The same numbers mean another history under other rules."""
    monkeypatch.setattr(checkpoint, "MODEL_VERSION", "none-such")
    with pytest.raises(StoredFileError) as error:
        load(saved, small)
    one_line(error, str(saved), "model version", "none-such", "Run again")


def test_another_scenario_world_or_arm_is_refused(small: Any, saved: Path) -> None:
    """A checkpoint goes on as what it was, or not at all."""
    scenario, world = small
    other = scenario.model_copy(update={"heat": scenario.heat.model_copy(update={"failure": 0.2})})
    for pair, arm, word in (
        ((other, world), ARM, "scenario"),
        ((scenario, replace(world, digest="0" * 64)), ARM, "world"),
        (small, "baseline", "arm"),
        (small, ARM.replace("start=5", "start=6"), "arm"),
    ):
        with pytest.raises(StoredFileError) as error:
            load(saved, pair, arm)
        one_line(error, str(saved), f"same {word}", "Run again")


def test_a_missing_file_is_named(small: Any, tmp_path: Path) -> None:
    """A typing mistake is the most common fault of all."""
    with pytest.raises(StoredFileError) as error:
        load(tmp_path / "nowhere.ckpt", small)
    one_line(error, "nowhere.ckpt", "must exist")


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_refused_or_is_the_same(small: Any, saved: Path, tmp_path: Path, data: st.DataObject) -> None:
    """One changed byte anywhere, or an end cut off: one line, or (a byte that says nothing) the very same run."""
    whole = saved.read_bytes()
    cuts = st.integers(0, len(whole) - 1)
    position = data.draw(st.one_of(st.integers(0, 400), cuts, st.integers(len(whole) - 3000, len(whole) - 1)))
    if data.draw(st.booleans()):
        damaged = whole[:position]
    else:
        damaged = bytearray(whole)
        damaged[position] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "damaged.ckpt"
    path.write_bytes(damaged)
    with suppress(StoredFileError):
        assert not same_state(load(path, small), load(saved, small))


@pytest.mark.parametrize("content", [b"", b"PK", b"not a checkpoint", json.dumps({"tick": 3}).encode()])
def test_another_kind_of_file_is_refused(small: Any, tmp_path: Path, content: bytes) -> None:
    """An empty file, a text, a stump: none is unpickled, none ends in a traceback."""
    path = tmp_path / "other.ckpt"
    path.write_bytes(content)
    with pytest.raises(StoredFileError) as error:
        load(path, small)
    one_line(error, "other.ckpt")


@pytest.mark.parametrize("fault", ["column missing", "column of another type", "column of another shape"])
def test_a_file_of_another_layout_is_refused(small: Any, tmp_path: Path, monkeypatch: Any, fault: str) -> None:
    """A whole file that holds other columns than this version's would be read into the wrong memory."""
    run = run_of(small, ARM, seed=8)
    run.advance(20)
    if fault == "column missing":
        stored = tuple(name for name in checkpoint.STORED if name != "hostility")
        monkeypatch.setattr(checkpoint, "STORED", stored)
    elif fault == "column of another type":
        run.state.hostility = run.state.hostility.astype(np.float32)
    else:
        run.state.effort = run.state.effort[:-1].copy()
    run.save(tmp_path / "layout.ckpt")
    monkeypatch.undo()
    with pytest.raises(StoredFileError) as error:
        load(tmp_path / "layout.ckpt", small)
    one_line(error, "layout.ckpt")


def test_an_unwritable_place_is_named_and_nothing_is_left(small: Any, tmp_path: Path) -> None:
    """A folder that is not there, a full disk: one line, no stump, and the older checkpoint untouched."""
    run = run_of(small, ARM, seed=8)
    (tmp_path / "a file").write_text("in the way", encoding="utf-8")
    for place in (tmp_path / "nowhere" / "run.ckpt", tmp_path / "a file" / "run.ckpt", tmp_path):
        with pytest.raises(OutputError) as error:
            run.save(place)
        one_line(error, str(place), "writable")
    run.save(tmp_path / "run.ckpt")
    before = (tmp_path / "run.ckpt").read_bytes()
    run.advance(10)

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, limits[1]))  # as if the disk were full after five kilobytes
    try:
        with pytest.raises(OutputError) as error:
            run.save(tmp_path / "run.ckpt")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    one_line(error, "run.ckpt", "File too large")
    assert (tmp_path / "run.ckpt").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a file", "run.ckpt"]
