"""Claims about a single run: the same as in a comparison, told as it goes, written whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.errors import BadInput, OutputError
from sim.records import read_run
from sim.studies import Watch, run
from tests.studies.small import small_scenario


def test_a_run_leaves_a_folder_that_stands_by_itself(tmp_path: Path) -> None:
    """Whoever gets the folder needs nothing else."""
    records = run(small_scenario(), "keep_in_village(dose=0.5)", seed=4, out=tmp_path / "run")
    stored = read_run(tmp_path / "run")
    assert stored.manifest == records.manifest
    assert stored.manifest.arm == "keep_in_village(dose=0.5)"
    assert stored.arm().spec == stored.manifest.arm
    assert stored.indicators is not None
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_a_burn_in_is_run_before_day_0() -> None:
    """What is measured from day 0 on must not be the society's first days."""
    scenario = small_scenario(time__burn_in=30, time__burn_in_max=30)
    told: list[tuple[str, int, int]] = []
    records = run(scenario, seed=2, watch=Watch(progress=lambda *said: told.append(said)))
    assert records.manifest.burn_in == 30
    assert records.series.first_day == -30
    assert {stage for stage, _, _ in told} == {"burn-in", "arms"}
    assert told[-1][1] == told[-1][2]


def test_mistakes_are_told_before_anything_runs(tmp_path: Path) -> None:
    """And nothing is left behind."""
    with pytest.raises(BadInput, match="nobody"):
        run(small_scenario(), "nobody", out=tmp_path / "run")
    with pytest.raises(BadInput, match="--seed:"):
        run(small_scenario(), seed=-1, out=tmp_path / "run")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        run(small_scenario(), out=tmp_path / "file")
