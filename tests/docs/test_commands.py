"""Every command that a page shows is one that the program has, and the README has exactly two to set it up."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from sim.cli.app import build
from sim.errors import FengqiaoError
from sim.policies import parse_arms
from sim.scenario import load_scenario, scenario_names
from tests.docs.pages import READMES, ROOT, commands, markdown

PAGES = {name: page for name, page in markdown().items() if commands(page)}


def found(words: list[str]) -> tuple[Any, list[str]]:
    """Return the command that `words` call and what is left for it; LookupError where there is none."""
    command: Any = build()
    rest = list(words)
    while hasattr(command, "commands"):
        if not rest or rest[0].startswith("-"):
            return command, rest
        command = command.commands[rest.pop(0)]
    return command, rest


def options(command: Any) -> dict[str, Any]:
    """Return name to option of a command, `--lang` and `--help` included: they may stand anywhere."""
    own = {name: one for one in command.params for name in one.opts if name.startswith("-")}
    return {"--help": None, "--lang": None} | own


def check(line: str) -> None:
    """Raise AssertionError where a command line could not be run as it is shown."""
    words = shlex.split(re.split(r"\s>\s", line)[0])
    command, rest = found(words)
    known = options(command)
    given = [word.partition("=")[0] for word in rest if word.startswith("--")]
    assert set(given) <= set(known), f"{line}: no option {set(given) - set(known)}"
    for at, word in enumerate(rest):
        if word == "--policies":
            assert parse_arms(rest[at + 1])
        if word == "--set":
            load_scenario("classroom", (rest[at + 1],))
    name = rest[0] if rest and not rest[0].startswith("-") else ""
    if command.name in ("show", "check", "compare", "run") and re.fullmatch(r"[a-z_]+", name):
        assert name in scenario_names(), f"{line}: no scenario {name}"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_command_shown_is_there(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command line in the docs that fails is the worst first impression."""
    monkeypatch.chdir(ROOT)
    for line in commands(PAGES[name]):
        if not re.search(r"\b[A-Z][A-Z_]{2,}\b", line):  # SCENARIO and RUN_DIR stand for something
            check(line)


@pytest.mark.parametrize(
    "line", ["compair zhuji", "compare zhuji --polices baseline", "compare zuji", "run x --set a.b=1"]
)
def test_a_wrong_command_is_noticed(line: str) -> None:
    """The check must be able to fail."""
    with pytest.raises((AssertionError, LookupError, FengqiaoError)):
        check(line)


def set_ups(name: str) -> list[str]:
    """Return the command lines of a README that set something up."""
    fences = re.findall(r"```\w*\n(.*?)```", (ROOT / name).read_text("utf-8"), flags=re.DOTALL)
    return [line for fence in fences for line in fence.splitlines() if line.strip()]


@pytest.mark.parametrize("name", READMES)
def test_there_are_exactly_two_set_up_commands(name: str) -> None:
    """One line runs the main job, one passes the tests; a third would be a thing to forget."""
    one, other = set_ups(name)
    assert all(line.startswith("python3 -m venv .venv && .venv/bin/pip install -q -e ") for line in (one, other))
    assert ".venv/bin/fengqiao compare zhuji " in one
    assert other.endswith("&& .venv/bin/pytest")


def test_both_readmes_show_the_same_commands() -> None:
    """Two languages, one program."""
    one, other = map(set_ups, READMES)
    assert one == other


def test_continuous_integration_runs_the_second() -> None:
    """A test command that CI does not run is a promise nobody keeps."""
    script = Path(ROOT, ".ci", "run").read_text("utf-8")
    assert '"$bin/pip" install -q -e ".[dev]"' in script
    assert script.rstrip().endswith('"$bin/pytest"')


def test_the_scenario_shown_can_be_written(tmp_path: Path) -> None:
    """A first file that is refused is often the last."""
    page = (ROOT / "scenarios" / "README.md").read_text("utf-8")
    changed, shocked, own_tree = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)
    (tmp_path / "mine.toml").write_text(changed, "utf-8")
    assert load_scenario(str(tmp_path / "mine.toml")).settle.tie == 0.3
    (tmp_path / "shocked.toml").write_text(shocked, "utf-8")
    (shock,) = load_scenario(str(tmp_path / "shocked.toml")).shocks
    assert (shock.id, len(shock.disputes), shock.factor) == ("railway", 2, 4.0)
    (tmp_path / "county.toml").write_text(own_tree, "utf-8")
    rows = "code,name,level,parent,population\nC1,县,county,,\nT1,镇,town,C1,\nV1,村,village,T1,700\n"
    (tmp_path / "my_places.csv").write_text(rows, "utf-8")
    assert load_scenario(str(tmp_path / "county.toml")).level_ids == ("village", "town", "county")
