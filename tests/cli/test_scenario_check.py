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
    behind = {"prefiling", "arbitration", "reconsideration"}
    assert {one["kind"] for one in said["loads"]} == {"slot0", "slot1", "slot2", "court"} | behind
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


SHOCK = (
    'shocks=[{id="a", zh="高铁征地", en="railway requisition", kind="grey_rhino", start=60, end=240, '
    'places="rural", types=["land", "family:near"], factor=4}]'
)


@pytest.mark.parametrize("command", [["check", "classroom", "--no-load"], ["show", "classroom"]])
def test_shocks_are_listed(capfd: pytest.CaptureFixture[str], command: list[str]) -> None:
    """What is going to happen to a society belongs to its description, for people and for programs."""
    assert main(["scenario", *command, "--set", SHOCK]) == 0
    said = " ".join(capfd.readouterr().out.split())
    assert "railway requisition" in said
    assert "grey rhino" in said
    assert "60–239" in said
    assert main(["scenario", *command, "--set", SHOCK, "--json"]) == 0
    (shock,) = json.loads(capfd.readouterr().out)["shocks"]
    assert (shock["id"], shock["units"], shock["factor"]) == ("a", 2, 4.0)
    assert main(["scenario", *command, "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["shocks"] == []


def test_units_are_counted_by_kind_of_place(capfd: pytest.CaptureFixture[str]) -> None:
    """Below the county a place appears as its kind, in both languages."""
    assert main(["scenario", "check", "pukou", "--no-load", "--json"]) == 0
    kinds = {row["kind"] for row in json.loads(capfd.readouterr().out)["places"]}
    assert {"community", "urban_village", "resettlement", "old_estate"} < kinds
    for lang, word in (("zh", "安置小区"), ("en", "resettlement estate")):
        assert main(["--lang", lang, "scenario", "check", "pukou", "--no-load"]) == 0
        assert word in capfd.readouterr().out
