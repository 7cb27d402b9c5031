"""Claims about what is installed: all of `sim`, the scenario library inside it, and nothing else, in both ways."""

from __future__ import annotations

import fnmatch
import json
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
LEFT_BEHIND = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist", "runs", "out")

SHOW = """
import importlib.util, json, pathlib, sim, sys
from sim.scenario.library import library_folder, scenario_names
from sim.verification import checks
rooms = sorted({check.room for check in checks()})
sys.path.remove(sys.argv[1])  # a borrowed library may bring a folder of tests of its own
stray = [name for name in ("tests", "scenarios", "experiments", "benchmarks", "docs") if importlib.util.find_spec(name)]
places = sorted(path.name for path in (library_folder() / "places").iterdir())
print(json.dumps({"sim": str(pathlib.Path(sim.__file__).parent), "scenarios": scenario_names(), "places": places,
                  "stray": stray, "rooms": rooms}))
"""


def test_every_folder_of_the_package_is_listed() -> None:
    """A folder left out of the list is missing from the wheel, and only there: a clone would never show it."""
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "sim").rglob("*.py")}
    assert sorted(found | {"sim.library"}) == sorted(SETTINGS["packages"])


def test_every_data_file_of_the_package_is_listed() -> None:
    """A template or a label file that is not listed is found in a clone and nowhere else."""
    patterns: dict[str, list[str]] = SETTINGS["package-data"]
    for path in (ROOT / "sim").rglob("*"):
        if path.is_file() and path.suffix not in {".py", ".pyc"}:
            package = ".".join(path.parent.relative_to(ROOT).parts)
            assert any(fnmatch.fnmatch(path.name, p) for p in patterns.get(package, [])), path
    for path in (ROOT / "scenarios").rglob("*"):
        if path.is_file():
            assert any(fnmatch.fnmatch(path.name, p.removeprefix("**/")) for p in patterns["sim.library"]), path


def test_importing_sim_loads_nothing_heavy(tmp_path: Path) -> None:
    """`fengqiao --help` answers in half a second only while no heavy library stands in the way."""
    heavy = ["numba", "mesa", "matplotlib", "pandas", "duckdb", "scipy", "networkx", "pydantic", "numpy"]
    code = f"import sys, sim; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the tree without what no clone has; building must not leave anything in the original."""
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("source") / "fengqiao", ignore=LEFT_BEHIND))


@pytest.fixture
def environment(tmp_path: Path) -> Callable[[str], Path]:
    """Return a maker of environments: new ones that borrow this one's libraries, but not its editable install."""

    def install(*what: str) -> Path:
        venv = tmp_path / "venv"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
        python = venv / "bin" / "python"
        place = subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        (Path(place) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
        pip(["--python", str(python), "install", "--no-deps", "--no-index", "--no-build-isolation", *what])
        return python

    return install


def pip(arguments: list[str]) -> None:
    """Run this environment's pip, and show what it said if it fails."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def shown(python: Path, folder: Path) -> dict[str, object]:
    """Return what an environment sees from another folder."""
    borrowed = sysconfig.get_path("purelib")
    done = subprocess.run([python, "-c", SHOW, borrowed], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result: dict[str, object] = json.loads(done.stdout)
    return result


def here() -> dict[str, list[str]]:
    """Return the scenarios, tables and rooms of checks of this clone."""
    from sim.scenario.library import library_folder, scenario_names
    from sim.verification import checks

    rooms = sorted({check.room for check in checks()})
    places = sorted(path.name for path in (library_folder() / "places").iterdir())
    return {"scenarios": list(scenario_names()), "places": places, "stray": [], "rooms": rooms}


def test_a_wheel_made_from_the_source_archive_works_from_another_folder(
    source: Path, environment: Callable[..., Path], tmp_path: Path
) -> None:
    """What is published is the archive and the wheel made from it; a file missing from either shows only here."""
    build = "import setuptools.build_meta as b; b.build_sdist({!r})"
    subprocess.run([sys.executable, "-c", build.format(str(tmp_path))], cwd=source, check=True, capture_output=True)
    (archive,) = tmp_path.glob("fengqiao-*.tar.gz")
    shutil.unpack_archive(archive, tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    pip(["wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", str(tmp_path / "wheel"), str(unpacked)])
    (wheel,) = (tmp_path / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as content:
        tops = {name.partition("/")[0] for name in content.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"sim"}

    result = shown(environment(str(wheel)), tmp_path)
    assert {key: result[key] for key in here()} == here()
    assert "site-packages" in str(result["sim"])


def test_an_editable_install_works_from_another_folder_and_leaks_no_name(
    source: Path, environment: Callable[..., Path], tmp_path: Path
) -> None:
    """Many top-level folders lie beside `sim`; none of them may become a module of the user's environment."""
    result = shown(environment("-e", str(source)), tmp_path)
    assert {key: result[key] for key in here()} == here()
    assert result["sim"] == str(source / "sim")
