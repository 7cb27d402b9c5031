"""Kept worlds: the same bytes come back, damage is one clear line, and a cache that cannot be written stops nobody."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from sim.errors import StoredFileError
from sim.scenario import load_scenario
from sim.world import build_world
from sim.world.columns import ARRAYS
from sim.world.store import world_folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache folder of this test alone."""
    monkeypatch.setenv("FENGQIAO_CACHE_DIR", str(tmp_path))
    return tmp_path


def test_a_kept_world_comes_back_the_same_and_is_not_made_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run of a study must stand on the first one's people, and not pay for them again."""
    scenario = load_scenario("classroom")
    made = build_world(scenario, cache=False)
    stored = build_world(scenario)
    monkeypatch.setattr("sim.world.build._make", None)
    again = build_world(scenario)
    assert made.digest == stored.digest == again.digest
    for name, column in made.arrays():
        mapped = getattr(again, name)
        assert np.array_equal(mapped, column)
        assert mapped.dtype == column.dtype
        assert mapped.flags.c_contiguous
        assert type(mapped) is np.ndarray
    assert again.code == made.code
    assert again.name_zh == made.name_zh
    assert len(list((cache / "worlds").iterdir())) == 1, "no half of a world is left behind"


def test_a_kernel_may_be_handed_a_mapped_column_without_harm_to_the_file(cache: Path) -> None:
    """Columns are mapped copy-on-write: a compiled write into a read-only page would kill the process."""
    scenario = load_scenario("classroom")
    build_world(scenario)
    mapped = build_world(scenario)
    mapped.res_adult[:] = 7
    assert build_world(scenario).res_adult.max() == 1


@pytest.mark.parametrize("name", ["tie_to.npy", "minutes.npy", "world.json"])
@pytest.mark.parametrize("damage", ["cut", "flipped", "gone", "emptied"])
def test_a_damaged_world_is_one_clear_line(cache: Path, name: str, damage: str) -> None:
    """Results on damaged people would be wrong without a sign; the line names the folder and how to repair it."""
    scenario = load_scenario("classroom")
    build_world(scenario)
    path = world_folder(scenario) / name
    content = bytearray(path.read_bytes())
    if damage == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "flipped":
        content[-3] ^= 1
        path.write_bytes(content)
    elif damage == "emptied":
        path.write_bytes(b"")
    else:
        path.unlink()
    with pytest.raises(StoredFileError, match=r"must be as it was stored, got .*Delete this folder") as caught:
        build_world(scenario)
    assert "\n" not in str(caught.value)
    assert str(world_folder(scenario)) in str(caught.value)


def test_every_column_is_under_the_digest(cache: Path) -> None:
    """A column that the digest skipped could be changed without anybody noticing."""
    from sim.world.columns import SCALARS, TEXTS, digest_of

    world = build_world(load_scenario("classroom"), cache=False)
    for name in ARRAYS:
        changed = getattr(world, name).copy()
        changed.flat[-1] += 1
        assert digest_of(vars(world) | {name: changed}) != world.digest, name
    for name in (*TEXTS, *SCALARS):
        assert digest_of(vars(world) | {name: "other"}) != world.digest, name
    assert {field.name for field in dataclasses.fields(world)} == {*ARRAYS, *TEXTS, *SCALARS, "digest"}


def test_a_cache_that_cannot_be_written_is_said_once_and_stops_nobody(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a read-only machine the model still runs; it only builds its people each time."""
    (cache / "file").write_text("")
    monkeypatch.setenv("FENGQIAO_CACHE_DIR", str(cache / "file"))
    world = build_world(load_scenario("classroom"))
    assert world.n_residents == 3000
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "cannot be written" in said.err


def test_a_full_disk_leaves_no_part_behind(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was half written is removed; the world itself is there."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "save", full)
    assert build_world(load_scenario("classroom")).n_residents == 3000
    assert list((cache / "worlds").iterdir()) == []


def test_what_a_world_depends_on_gives_it_another_place_in_the_cache() -> None:
    """A kept world must never be handed to a scenario that says something else about its people or staff."""
    base = world_folder(load_scenario("classroom"))
    for setting in (
        "world.seed=2",
        "world.far_ties=1.0",
        "incidence.adult_share=0.7",
        "staff.office=20.0",
        "staff.rural_registered=1.2",
        "processes.docket=false",
    ):
        assert world_folder(load_scenario("classroom", [setting])) != base, setting
    less, more = (["processes.docket=false", f"court.organisation_docket={share}"] for share in (0.6, 0.8))
    assert world_folder(load_scenario("classroom", less)) != world_folder(load_scenario("classroom", more))
    assert world_folder(load_scenario("classroom", ["settle.tie=0.3"])) == base
    assert world_folder(load_scenario("zhuji")) != base
