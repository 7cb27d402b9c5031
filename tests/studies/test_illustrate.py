"""Claims about the story that illustrates a comparison: a fixed rule picks it, and running it again tells the same."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from sim.errors import BadInput, DigestMismatch, StoredFileError
from sim.names import EndState, Opponent, Origin
from sim.records import NEVER, read_run
from sim.studies import careers, kept_careers, pick_quarrel, runs_of
from sim.studies.quarrel import choose_quarrel
from tests.studies.small import small_comparison


def test_the_kept_story_is_the_one_that_a_re_run_tells(compared: Path) -> None:
    """It was traced from a checkpoint; from the very start it must be the same to the bit."""
    kept = kept_careers(compared)
    assert [career.arm for career in kept] == [read_run(run).manifest.arm for run in runs_of(compared)]
    assert careers(runs_of(compared)) == kept
    assert {career.key for career in kept} == {pick_quarrel(compared)}


def test_the_quarrel_is_what_the_rule_says(compared: Path) -> None:
    """The picture and `explain` must tell the same wall quarrel, and nobody may choose it by hand."""
    ledgers = [read_run(run).records().disputes for run in runs_of(compared)]
    key = choose_quarrel(ledgers, read_run(runs_of(compared)[0]).society)
    for ledger in ledgers:
        row = int(np.flatnonzero(ledger.id == key)[0])
        assert ledger.opponent[row] == Opponent.NEIGHBOUR
        assert ledger.origin[row] == Origin.ROOT
        assert ledger.cohort[row] == 1
        assert ledger.voiced[row] != NEVER
        assert ledger.end_state[row] not in (EndState.ACTIVE, EndState.OUTSIDE_OPEN)


def test_a_career_agrees_with_the_ledger(compared: Path) -> None:
    """A story that ends otherwise than the table counts would be a lie in either."""
    for career, run in zip(kept_careers(compared), runs_of(compared), strict=True):
        ledger = read_run(run).records().disputes
        row = int(np.flatnonzero(ledger.id == career.key)[0])
        assert career.end == ledger.end_state[row]
        assert career.birth.home == ledger.home[row]
        assert career.birth.stake == ledger.stake[row]
        assert career.steps[0].day == ledger.born[row]
        claims = [step for step in career.steps if step.options]
        assert claims
        assert all(abs(sum(option.odds for option in step.options) - 1) < 1e-9 for step in claims)
        assert all(sum(option.taken for option in step.options) == 1 for step in claims)


def test_any_dispute_can_be_asked_for_and_workers_change_nothing(compared: Path) -> None:
    """Two arms side by side are two re-runs; how many processes do them is nobody's business."""
    runs = runs_of(compared)[:2]
    ledger = read_run(runs[0]).records().disputes
    key = int(ledger.id[np.flatnonzero(ledger.voiced >= 0)[3]])
    assert careers(runs, key, workers=2) == careers(runs, key)


def test_a_run_without_ledgers_is_run_again(compared: Path) -> None:
    """Ledgers are kept of the first seed only, to spare the disk."""
    assert not read_run(runs_of(compared, 2)[0]).has_tables
    assert read_run(runs_of(compared, 1)[0]).has_tables
    assert pick_quarrel(compared, 2) != pick_quarrel(compared, 1)


def test_a_dispute_that_is_not_there_is_refused(compared: Path) -> None:
    """An empty story would look like a model without events."""
    with pytest.raises(BadInput, match="one of the run"):
        careers(runs_of(compared)[:1], 12345)


def test_two_societies_are_not_told_side_by_side(compared: Path) -> None:
    """The same id under another seed is another quarrel."""
    with pytest.raises(BadInput, match="one scenario and seed"):
        careers([runs_of(compared, 1)[0], runs_of(compared, 2)[1]])


def test_a_seed_that_was_not_run_is_refused(compared: Path) -> None:
    """With the list of those that were."""
    with pytest.raises(StoredFileError, match="1, 2, 3"):
        runs_of(compared, 9)


def test_another_history_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story from another version of the model, told as that of this run, is worse than none."""
    small_comparison(tmp_path / "out", seeds=1, arms="baseline")
    run = runs_of(tmp_path / "out")[0]
    monkeypatch.setattr("sim.engine.digest.Chain.hex", lambda _: bytes(32).hex())
    with pytest.raises(DigestMismatch):
        careers([run])


def test_a_damaged_story_is_said_so(tmp_path: Path) -> None:
    """A cut file must not end in a traceback."""
    (tmp_path / "quarrel.json").write_text(json.dumps({"careers": [{"key": "no"}]}))
    with pytest.raises(StoredFileError, match=r"quarrel\.json"):
        kept_careers(tmp_path)
