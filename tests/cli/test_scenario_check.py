"""Claims about `scenario check` and `show`: a sound scenario passes, an overloaded one is refused with its numbers."""

from __future__ import annotations

import json

import pytest

from sim.cli.app import main


def test_a_sound_scenario_passes_with_its_numbers(capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever writes his own county sees at once whether it holds together."""
    assert main(["scenario", "check", "classroom", "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    assert said["scenario"] == "classroom"
    assert all(one["passes"] is not False for one in said["checks"])
    assert {one["kind"] for one in said["loads"]} == {"slot0", "slot1", "slot2", "prefiling", "court"}
    assert main(["scenario", "check", "classroom"]) == 0
    assert "ρ" in capfd.readouterr().out


def test_more_work_than_hours_is_refused_unless_allowed(capfd: pytest.CaptureFixture[str]) -> None:
    """A line that only grows has no steady state to compare from."""
    words = ["scenario", "check", "classroom", "--set", "staff.committee=0.05"]
    assert main(words) == 2
    said = capfd.readouterr()
    assert "ρ =" in said.err
    assert said.err.count("\n") == 1
    assert "OVERLOADED" in said.out
    assert main([*words, "--set", "overloaded=allowed"]) == 0


def test_the_trial_run_can_be_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    """A prefecture of five millions takes its time."""
    assert main(["scenario", "check", "classroom", "--no-load", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["loads"] == []


def test_every_number_is_shown_with_its_grade(capfd: pytest.CaptureFixture[str]) -> None:
    """More than half are assumptions, and the reader must be able to see which."""
    assert main(["scenario", "show", "zhuji", "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    rows = said["parameters"]
    assert all(row["source"] and row["grade"] and row["unit"] for row in rows)
    assert sum(row["grade"] == "assumption" for row in rows) > len(rows) / 2


def test_the_full_form_is_a_scenario_again(capfd: pytest.CaptureFixture[str], tmp_path: pytest.TempPathFactory) -> None:
    """What is printed in full can be kept beside a paper, and loads to the same fingerprint."""
    from pathlib import Path

    from sim.scenario import load_scenario

    assert main(["scenario", "show", "classroom", "--toml"]) == 0
    path = Path(str(tmp_path)) / "full.toml"
    path.write_text(capfd.readouterr().out, encoding="utf-8")
    assert load_scenario(path).fingerprint == load_scenario("classroom").fingerprint
