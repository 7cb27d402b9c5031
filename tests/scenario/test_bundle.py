"""A stored scenario is the scenario: a run folder gives back the same fingerprint, or says that it cannot."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import OutputError, StoredFileError
from sim.scenario import Scenario, bundle_files, dump_resolved, load_bundle, load_scenario, scenario_names, write_bundle
from sim.scenario.bundle import SCENARIO_FILE


@pytest.fixture(scope="module")
def classroom() -> Scenario:
    """The smallest scenario of the library."""
    return load_scenario("classroom")


@pytest.mark.parametrize("name", scenario_names())
def test_a_bundle_gives_back_its_scenario(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """explain, diff and export run again from the folder, on another machine, perhaps years later."""
    scenario = load_scenario(name)
    write_bundle(scenario, tmp_path)
    moved = tmp_path.rename(tmp_path.parent / f"{tmp_path.name}-moved")
    monkeypatch.chdir("/")
    again = load_bundle(moved, scenario.fingerprint)
    assert again.world_fingerprint == scenario.world_fingerprint
    assert again.model_dump(exclude={"places", "population"}) == scenario.model_dump(exclude={"places", "population"})
    assert again.population.totals == scenario.population.totals


@given(
    tie=st.floats(0, 1),
    seed=st.integers(0, 2**63 - 1),
    spread=st.booleans(),
    title=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
)
def test_any_value_survives_being_written(tie: float, seed: int, spread: bool, title: str) -> None:
    """A float that loses its last bit, or a quote in a title, would make every later re-run an error."""
    overrides = {"settle.tie": tie, "world.seed": seed, "processes.spread": spread, "title.en": title}
    scenario = load_scenario("classroom", overrides)
    form = tomllib.loads(dump_resolved(scenario))
    assert form["settle"]["tie"] == tie
    assert form["world"]["seed"] == seed
    assert form["processes"]["spread"] is spread
    assert form["title"]["en"] == title
    again = Scenario.model_validate({key: form[key] for key in form if key != "resolved"})
    assert again.model_dump() == scenario.model_dump()


def test_provenance_survives_being_written(tmp_path: Path) -> None:
    """A stored run must still say which numbers its user set."""
    scenario = load_scenario("classroom", ["settle.tie=0.1"])
    write_bundle(scenario, tmp_path)
    assert load_bundle(tmp_path).provenance == scenario.provenance != ()


def test_no_path_of_a_machine_is_stored() -> None:
    """A run folder is shared; whose home it came from is nobody's business."""
    for text in bundle_files(load_scenario("fengqiao_town")).values():
        assert str(Path.cwd()) not in text
        assert "/" not in text.split("provenance", maxsplit=1)[0].split("[title]")[0].split("\n", 2)[2]


def test_a_table_that_changes_after_loading_is_stored_as_it_was_read(tmp_path: Path) -> None:
    """The bundle must hold the tree that the run used, whatever happens to the user's file meanwhile."""
    table = tmp_path / "p.csv"
    table.write_text("code,name,level,parent,population\nT,镇,town,,\nA,村,village,T,900\n", encoding="utf-8")
    head = 'extends = "base"\ntitle = { zh = "测", en = "t" }\n'
    (tmp_path / "s.toml").write_text(f'{head}places = "p.csv"\nroot = "T"\nlevels = ["village", "town"]', "utf-8")
    scenario = load_scenario(tmp_path / "s.toml")
    table.write_text("gone", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    write_bundle(scenario, out)
    assert load_bundle(out).read_places().population == (None, 900)


def test_a_changed_bundle_is_an_error(classroom: Scenario, tmp_path: Path) -> None:
    """A re-run of something else under the name of a stored run would be believed."""
    write_bundle(classroom, tmp_path)
    path = tmp_path / SCENARIO_FILE
    path.write_text(path.read_text("utf-8").replace("tie = 0.53", "tie = 0.54"), encoding="utf-8")
    with pytest.raises(StoredFileError, match="must have fingerprint"):
        load_bundle(tmp_path, classroom.fingerprint)


def test_a_damaged_or_missing_bundle_is_an_error(classroom: Scenario, tmp_path: Path) -> None:
    """One clear line, whatever is wrong inside."""
    with pytest.raises(StoredFileError, match="must hold"):
        load_bundle(tmp_path)
    write_bundle(classroom, tmp_path)
    next(tmp_path.glob("places-*.csv")).unlink()
    with pytest.raises(StoredFileError, match="as it was written"):
        load_bundle(tmp_path)


def test_a_folder_that_cannot_be_written_is_bad_input_and_left_clean(classroom: Scenario, tmp_path: Path) -> None:
    """Nothing half-written."""
    with pytest.raises(OutputError):
        write_bundle(classroom, tmp_path / "absent")
    (tmp_path / SCENARIO_FILE).mkdir()
    with pytest.raises(OutputError):
        write_bundle(classroom, tmp_path)
    assert not list(tmp_path.glob("*.part"))
