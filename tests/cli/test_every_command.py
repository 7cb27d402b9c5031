"""Claims that hold for every command: one JSON document and nothing else, one line for a mistake, its exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sim.cli.app import main
from sim.records.folder import check_of, read_json, write_json
from tests.cli.commands import AT_ONCE, COMMANDS, all_commands, good, mistaken

PRINTING = '''
from dataclasses import dataclass
from typing import ClassVar
from sim.policies import Facts, Price, Words
print("loaded")

class Loud:
    """Says what it does."""

    facts: ClassVar[Facts] = Facts(
        id="loud", title=Words("响", "loud"), standing="option", law=Words("无", "none"),
        price=Price(staff_days=0, yuan=0, source="own"), levers=("capacity",), direct=("minutes_of_line",),
        good=Words("好", "good"), harm=Words("坏", "harm"),
    )

    def patches(self, context):
        print("patched")
        yield context.patch("capacity", 1.5, slot=context.facts.base)
'''


@pytest.fixture(autouse=True)
def _no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures take seconds and have tests of their own."""
    monkeypatch.setattr("sim.figures.draw_comparison", lambda *_, **__: [])


def test_no_command_is_left_out() -> None:
    """A new command must keep the promises below from its first day."""
    assert sorted(all_commands()) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_one_document_and_nothing_else(
    command: str, compared: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A program that reads us must not have to cut out our remarks."""
    assert main([*good(command, compared, tmp_path), "--json"]) == 0
    said = capfd.readouterr().out
    assert said.startswith(("{", "["))
    json.loads(said)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_mistake_leaves_stdout_and_disk_empty(
    command: str, compared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line, code 2, no half of a document, and not even an empty folder: the next attempt starts clean."""
    monkeypatch.chdir(tmp_path)
    more = [] if command == "scenarios" else ["--json"]
    assert main([*mistaken(command, compared), *more]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["diff", "events", "explain"])
def test_another_history_than_the_stored_one_is_a_failed_run(
    command: str, compared: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Code 1, not 2: the user made no mistake, and what is told would be another run's story."""
    shutil.copytree(compared, tmp_path / "copy")
    path = tmp_path / "copy" / "runs" / "0-baseline" / "seed-1" / "manifest.json"
    said = read_json(path)
    said.pop("check")
    said["manifest"]["digest"] = "0" * len(said["manifest"]["digest"])
    write_json(path, said | {"check": check_of(said)})
    assert main(good(command, tmp_path / "copy", tmp_path)) == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert "must give the same history" in told.err
    assert not list(tmp_path.glob("events*"))


@pytest.mark.parametrize("command", ["run", "compare"])
def test_a_burn_in_that_does_not_settle_is_a_failed_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Code 1, the series by name, and no folder of a comparison that does not exist."""
    monkeypatch.chdir(tmp_path)
    seeds = ["--seeds", "2", "--workers", "1"] if command == "compare" else []
    days = ["--set", "time.burn_in=365", "--set", "time.burn_in_max=365"]
    empty = [
        "--set",
        "initial.private_lumped=0",
        "--set",
        "initial.authority_lumped=0",
    ]  # stocks of years, to be filled
    assert main([command, "fengqiao_town", *days, *empty, *seeds, "--json"]) == 1
    said = capfd.readouterr()
    assert said.out == ""
    assert "lumped_stock" in said.err
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_doctor_says_by_its_code_that_something_is_missing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A script that sets up a class-room of machines reads the code, not the table."""
    monkeypatch.setattr("sim.cli.doctor.NEEDED", ("no-such-library",))
    assert main(["doctor", "--json"]) == 1
    states = {one["what"]: one["state"] for one in json.loads(capfd.readouterr().out)}
    assert states["no-such-library"] == "fault"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_policy_that_prints_does_not_spoil_the_document(
    workers: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Everybody debugs with print; a reader of JSON must not meet it."""
    (tmp_path / "mine.py").write_text(PRINTING, encoding="utf-8")
    words = ["compare", "classroom", "--policies", f"{tmp_path / 'mine.py'}:Loud", "--seeds", "2", *AT_ONCE]
    assert main([*words, "--workers", workers, "--out", str(tmp_path / "out"), "--json"]) == 0
    said = capfd.readouterr()
    document: dict[str, Any] = json.loads(said.out)
    assert document["seeds"] == [1, 2]
    assert "patched" in said.err
