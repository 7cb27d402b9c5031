"""Claims about the program as a whole: quick to start, one line for a mistake, exit codes, consoles of all kinds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.cli.app import build, main
from sim.cli.language import speak

ROOT = Path(__file__).parents[2]
COMMANDS = ("scenarios", "run", "compare", "explain", "diff", "events", "doctor")
INVALID = ROOT / "tests" / "invalid"


def fengqiao(*words: str, stdin: int | None = None, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, as a user does."""
    code = "import sys; from sim.cli.app import main; sys.exit(main())"
    env = {**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", **environ}
    return subprocess.run([sys.executable, "-c", code, *words], cwd=ROOT, env=env, capture_output=True, check=False)


@pytest.fixture(autouse=True)
def _english() -> None:
    speak("en")


def test_starting_loads_nothing_heavy() -> None:
    """`--help` answers within half a second only because kernels, Mesa and drawing come in where they are used."""
    heavy = ("numba", "mesa", "matplotlib", "pandas", "numpy", "networkx", "pydantic", "scipy")
    show = f"import sys, sim.cli.app; sim.cli.app.build(); print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", show], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS, "scenario show", "scenario check", "scenario schema"])
def test_every_command_explains_itself_in_both_languages(
    command: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command without help in the reader's language is a command he cannot use."""
    assert main([*command.split(), "--help", "--lang", lang]) == 0
    said = capsys.readouterr().out
    assert ("选项" if lang == "zh" else "Options") in said
    assert ("Show this" if lang == "zh" else "选项") not in said


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The first thing a newcomer types is the bare name."""
    assert main([]) == 0
    assert all(command in capsys.readouterr().out for command in ("compare",))


def test_every_command_of_the_issue_is_there() -> None:
    """What is documented must exist."""
    assert {*COMMANDS, "scenario"} <= set(build().commands)


def test_the_version_names_program_and_model(capsys: pytest.CaptureFixture[str]) -> None:
    """A result can be repeated only by who knows both."""
    assert main(["--version"]) == 0
    assert "model version" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["compare", "zhuji", "--polices", "baseline"], "--policies"),
        (["comare"], "comare"),
        (["compare"], "SCENARIO"),
        (["compare", "zhuji", "--seeds", "many"], "--seeds"),
        (["compare", "classroom", "--seeds", "0"], "1 to"),
        (["compare", "classroom", "--workers", "0"], "at least 1"),
        (["compare", "zhuij"], "Did you mean 'zhuji'"),
        (["compare", "classroom", "--policies", "keep_in_vilage"], "Did you mean 'keep_in_village'"),
        (["compare", "classroom", "--policies", "keep_in_village(dose=2)"], "dose"),
        (["compare", "classroom", "--policies", "keep_in_village(targets=999)"], "999"),
        (["compare", "classroom", "--set", "settle.tei=1"], "Did you mean 'tie'"),
        (["run", "classroom", "--policy", "nobody"], "nobody"),
        (["run", "classroom", "--set", "time.burn_in=1.5"], "whole number"),
        (["scenario", "show", str(INVALID / "duplicate_code.csv")], "TOML"),
        (["scenario", "show", "classroom", "--section", "clam"], "claim"),
        (["scenario", "check", str(INVALID / "unknown_key.toml")], "unknown_key.toml"),
        (["scenarios", "--lang", "fr"], "zh, en"),
        (["explain", "no/such/folder"], "no/such/folder"),
        (["explain"], "RUN_DIR"),
        (["diff", "a", "b"], "no such folder"),
        (["events", "no/such/folder"], "no such folder"),
    ],
)
def test_a_mistake_costs_one_line_and_code_2(
    words: list[str], part: str, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who mistypes must learn at once what was wrong and how to repair it, and nothing half-written may stay."""
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert part in said.err
    assert "Traceback" not in said.err
    assert list(tmp_path.rglob("*.json")) == []


def test_a_fault_of_ours_is_one_line_too(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Even then a traceback helps nobody but us: it is there for who asks."""
    monkeypatch.setattr("sim.scenario.library.catalogue", lambda: 1 // 0)
    monkeypatch.delenv("FENGQIAO_DEBUG", raising=False)
    assert main(["scenarios"]) == 1
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "FENGQIAO_DEBUG" in said
    monkeypatch.setenv("FENGQIAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["scenarios"])


@pytest.mark.parametrize(
    "command", [["scenarios"], ["scenario", "show", "classroom"], ["scenario", "schema"], ["doctor"]]
)
def test_json_is_one_document_and_nothing_else(command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """A program that reads us must not have to cut out our remarks."""
    words = command if command[-1] == "schema" else [*command, "--json"]
    assert main(words) == 0
    json.loads(capfd.readouterr().out)


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_console_is_too_poor(encoding: str, lang: str) -> None:
    """Windows consoles in China speak GBK; a log file may speak ASCII. Neither may end the program."""
    done = fengqiao("scenario", "show", "classroom", "--lang", lang, PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    text = done.stdout.decode(encoding)
    assert ("课堂" in text) == (lang == "zh" and encoding != "ascii")
    assert done.stderr == b""


def test_json_survives_a_poor_console() -> None:
    """A question mark for a Chinese sign would be a silent change of data."""
    done = fengqiao("scenarios", "--json", PYTHONIOENCODING="ascii")
    titles = [one["zh"] for one in json.loads(done.stdout)]
    assert any("诸暨" in title for title in titles)


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """`fengqiao scenario schema | head -1` must not end in a traceback."""
    code = "import sys; from sim.cli.app import main; sys.exit(main())"
    words = [sys.executable, "-c", code, "scenario", "schema"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read()
    assert process.returncode == 0
    assert said == b""
