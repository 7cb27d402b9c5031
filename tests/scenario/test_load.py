"""From files and overrides to one scenario: what wins, where a number is from, and that the library keeps its shape."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.scenario import Scenario, describe, load_scenario, with_overrides

GOOD = (Path(__file__).parents[1] / "invalid" / "good.toml").read_text(encoding="utf-8")
TABLE = (Path(__file__).parents[1] / "invalid" / "good.csv").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a sound scenario of a user and its table."""
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "good.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "units", "towns", "levels", "total"),
    [
        ("classroom", 3, 1, ("village", "town", "city"), None),
        ("fengqiao_town", 31, 1, ("village", "town", "county"), 1_218_072),
        ("zhuji", 515, 23, ("village", "town", "county"), 1_218_072),
        ("shaoxing", 2_168, 103, ("village", "town", "county", "city"), 5_270_977),
        ("pinggu", 323, 18, ("village", "town", "county"), 457_313),
        ("pukou", 125, 15, ("village", "town", "county"), 1_171_603),
        ("xiangdong", 152, 11, ("village", "town", "county"), 304_400),
    ],
)
def test_the_library_has_the_shape_of_its_places(
    name: str, units: int, towns: int, levels: tuple[str, ...], total: int | None
) -> None:
    """Unit counts of 2023 and residents of 2020, entered anew from the sources."""
    scenario = load_scenario(name)
    tree = scenario.read_places()
    assert (tree.level.count("village"), tree.level.count("town")) == (units, towns)
    assert scenario.level_ids == levels
    assert scenario.id == name
    census = {f.code: f.value for f in scenario.population.totals if f.measure == "census_resident"}
    assert census.get(scenario.root) == total


def test_forums_follow_from_rank() -> None:
    """A committee at the bottom, an office above it, petition offices over both."""
    forums = [level.forum for level in load_scenario("shaoxing").levels]
    assert forums == ["committee", "office", "petition", "petition"]


def test_fengqiao_spreads_nothing_anew() -> None:
    """Its units keep the figures that they have in the whole of Zhuji."""
    fengqiao, zhuji = load_scenario("fengqiao_town"), load_scenario("zhuji")
    assert fengqiao.read_population_places() == zhuji.read_places()
    assert fengqiao.population.totals == zhuji.population.totals
    assert set(fengqiao.read_places().code) < set(zhuji.read_places().code)


def test_later_layers_win_key_by_key(folder: Path) -> None:
    """extends, then the file, then the overrides, each moving only what it names."""
    (folder / "child.toml").write_text(
        'extends = "mine.toml"\nid = "child"\n[settle]\ntie = 0.2\nskill = 0.1\n', encoding="utf-8"
    )
    scenario = load_scenario(folder / "child.toml", ["settle.skill=0.9"])
    assert (scenario.settle.tie, scenario.settle.skill, scenario.settle.knowledge) == (0.2, 0.9, 1.0)
    assert scenario.id == "child"


def test_a_scenario_is_named_by_its_own_file(folder: Path) -> None:
    """An id that was inherited would give two scenarios one name."""
    assert load_scenario(folder / "mine.toml").id == "mine"
    (folder / "child.toml").write_text('extends = "mine.toml"\n', encoding="utf-8")
    assert load_scenario(str(folder / "child.toml")).id == "child"


def test_paths_count_from_the_file_that_names_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scenario must load from any working folder, and extend one that lies elsewhere."""
    (folder / "below").mkdir()
    (folder / "below" / "child.toml").write_text('extends = "../mine.toml"\n', encoding="utf-8")
    monkeypatch.chdir("/")
    assert load_scenario(folder / "below" / "child.toml").places == str((folder / "good.csv").resolve())


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter(folder: Path) -> None:
    """Editors add both without asking."""
    plain = load_scenario(folder / "mine.toml").fingerprint
    (folder / "mine.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_scenario(folder / "mine.toml").fingerprint == plain


def source_of(scenario: Scenario, key: str) -> tuple[str, str]:
    """Return source and grade of a parameter as they are printed."""
    row = next(row for row in describe(scenario) if row.key == key)
    return row.source, row.grade


def test_a_number_says_who_set_it(folder: Path) -> None:
    """A user's guess must not be printed under the source of the default that it replaced."""
    text = GOOD + '\n[settle]\ntie = 0.2\nskill = { value = 0.3, source = "own survey 2024", grade = "B" }\n'
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    scenario = load_scenario(folder / "mine.toml", ["claim.lump=3.0"])
    assert source_of(scenario, "settle.tie") == ("set by mine.toml, no source given", "assumption")
    assert source_of(scenario, "settle.skill") == ("own survey 2024", "B")
    assert source_of(scenario, "claim.lump") == ("set by --set, no source given", "assumption")
    assert source_of(scenario, "settle.load")[0].startswith("model definitions 10")
    assert source_of(scenario, "types.family.share")[1] == "A"
    assert source_of(scenario, "types.family.hostility")[1] == "assumption"


def test_an_override_of_a_loaded_scenario_is_the_override_of_its_file() -> None:
    """Studies change scenarios in memory; they must not drift from what the command line gives."""
    loaded = load_scenario("classroom", ["settle.tie=0.3", "processes.spread=false"])
    changed = with_overrides(load_scenario("classroom"), {"settle.tie": 0.3, "processes.spread": False})
    assert changed == loaded
    assert changed.fingerprint == loaded.fingerprint


@pytest.mark.parametrize("key", ["places", "root", "levels", "population.year"])
def test_the_tree_of_a_loaded_scenario_stays(key: str) -> None:
    """Tables are read when a scenario is loaded; changing the tree later would leave the old one behind."""
    with pytest.raises(ScenarioError, match="Give this override to load_scenario"):
        with_overrides(load_scenario("classroom"), {key: "x"})


def test_loading_a_scenario_needs_no_heavy_library() -> None:
    """Help, listing and validation must answer at once."""
    code = (
        "import sys\nfrom sim.scenario import load_scenario\nload_scenario('zhuji').fingerprint\n"
        "print(sorted({'numba', 'numpy', 'pandas', 'mesa', 'networkx', 'matplotlib', 'scipy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
