"""Claims about the commands that run a run again: they say so, tell one story for all arms, and name nobody."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from sim.cli.app import main
from sim.cli.career_table import common
from sim.cli.console import broken
from sim.names import OF_NO_DISPUTE, label
from sim.studies import kept_careers, runs_of
from sim.world import build_world
from tests.studies.small import small_scenario


def out_of(words: list[str], capfd: pytest.CaptureFixture[str]) -> tuple[str, str]:
    assert main(words) == 0
    said = capfd.readouterr()
    return said.out, said.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_career_is_told_side_by_side(compared: Path, lang: str, capfd: pytest.CaptureFixture[str]) -> None:
    """One quarrel, every arm: what a table of means can never show."""
    said, _ = out_of(["explain", str(compared), "--lang", lang], capfd)
    at = 0 if lang == "zh" else 1
    assert ("甲对乙心生不满", "A feels wronged by B")[at] in said
    assert ("概率", "odds")[at] in said
    assert ("绝不作证据", "never evidence")[at] in said
    assert ("最后：", "In the end:")[at] in said


def test_asking_for_a_seed_runs_it_again_and_says_so(compared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is told must be known to be the run itself, not a memory of it."""
    said, aside = out_of(["explain", str(compared), "--seed", "1", "--workers", "1"], capfd)
    assert "Running it again from the manifest" in aside
    kept, remark = out_of(["explain", str(compared)], capfd)
    assert "has kept" in remark
    assert said == kept


def test_no_place_or_person_is_named(compared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The society is synthetic; a real village's name beside a quarrel would be a slander."""
    world = build_world(small_scenario())
    key = f"{kept_careers(compared)[0].key:016x}"
    said = ""
    for words in (["explain", str(compared)], ["explain", *map(str, runs_of(compared)[:2]), key]):
        said += out_of(words, capfd)[0] + out_of([*words, "--lang", "zh"], capfd)[0]
    said += out_of(["diff", *map(str, runs_of(compared)[:2])], capfd)[0]
    below = [row for row in range(world.n_places) if world.place_rank[row] < world.root_rank]
    names = {world.name_zh[row] for row in below} | {world.name_en[row] for row in below}
    assert names
    assert not [name for name in names if name and name in said]


def test_json_holds_the_same_careers(compared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever draws his own picture needs the odds as numbers."""
    said = json.loads(out_of(["explain", str(compared), "--json"], capfd)[0])
    kept = kept_careers(compared)
    assert [one["arm"] for one in said] == [career.arm for career in kept]
    assert [len(one["steps"]) for one in said] == [len(career.steps) for career in kept]
    assert said[0]["steps"][0]["event"] == "born"


@pytest.mark.parametrize(
    ("more", "part"),
    [
        (["0000000000000001"], "one of the run"),
        (["not-an-id"], "hexadecimal"),
        (["12", "34"], "'12'"),
        (["--seed", "77"], "every arm has run"),
    ],
)
def test_what_is_not_there_is_one_line(
    compared: Path, more: list[str], part: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """An id is long and easily mistyped."""
    assert main(["explain", str(compared), "--workers", "1", *more]) == 2
    said = capfd.readouterr()
    assert part in said.err
    assert said.out == ""
    assert len([line for line in said.err.splitlines() if "Running it again" not in line]) == 1


def test_what_the_arms_share_is_told_once() -> None:
    """Three times the same beginning buries the difference."""
    one, other = [(1, "a"), (2, "b"), (3, "c")], [(1, "a"), (2, "x")]
    assert common([one, other]) == 1
    assert common([one, one]) == 3
    assert common([one, one[:2]]) == 2


@pytest.mark.parametrize("width", [10, 20, 40])
def test_lines_are_broken_without_loss(width: int) -> None:
    """Chinese has no spaces; a text that is cut at a column's edge loses its end."""
    from rich.cells import cell_len

    text = "甲找村（居）调委会（概率 65%）。其他的路：忍了 14%、乡镇（街道）调解 10%。 One two three 四五六。"
    lines = broken(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(cell_len(line) for line in lines) <= width
    assert not any(line[:1] in "，。；：、）" for line in lines if line)


def test_the_first_difference_is_told_with_its_rule(compared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where two runs part is where to look for the cause."""
    base, gate, _ = map(str, runs_of(compared))
    said, aside = out_of(["diff", base, gate], capfd)
    assert "rule: sim/rules/claim.py" in said
    assert "baseline (seed 1):" in said
    assert "Running it again" in aside
    assert "The two histories are the same" in out_of(["diff", base, base], capfd)[0]
    assert json.loads(out_of(["diff", base, base, "--json"], capfd)[0]) == {"same": True}
    found = json.loads(out_of(["diff", base, gate, "--json"], capfd)[0])
    assert found["rule"] == "sim/rules/claim.py"


def test_what_is_of_no_dispute_has_a_name_in_both_languages() -> None:
    """The first difference may be a window's week: told in Chinese, its name is Chinese."""
    for event in OF_NO_DISPUTE:
        assert any("一" <= sign <= "鿿" for sign in label(event, "zh")), event
        assert label(event, "en").isascii(), event


def test_events_are_exported_with_their_codebook(
    compared: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever wants to count for himself gets everything, and what it means."""
    target = tmp_path / "events.csv"
    said = json.loads(out_of(["events", str(compared), "--out", str(target), "--json"], capfd)[0])
    with target.open(encoding="utf-8-sig", newline="") as handle:
        assert len(list(csv.DictReader(handle))) == said["events"] > 100
    assert "Uncalibrated" in (tmp_path / "events.codebook.md").read_text("utf-8")
    assert main(["events", str(compared), "--format", "xlsx"]) == 2


def test_a_mistake_inside_a_run_folder_is_one_sentence(
    compared: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A line that quotes another line must still read as one."""
    copy = Path(shutil.copytree(runs_of(compared)[0], tmp_path / "run"))
    (copy / "scenario.toml").write_text("", "utf-8")
    assert main(["explain", str(copy), "--workers", "1"]) == 2
    said = capfd.readouterr().err
    assert "the stored scenario must be as it was written" in said
    assert ".." not in said.replace("...", "")


def test_a_coupled_origin_is_named() -> None:
    """A quarrel that another one brought into the house is told as such: it is no root."""
    from dataclasses import replace

    from sim.cli.career_words import sentence
    from sim.names import Event, Origin
    from sim.records.society import society_of
    from tests.figures import made

    scenario = small_scenario()
    society = society_of(scenario, build_world(scenario))
    birth = made.career("baseline", ()).birth
    born = made.step(5, Event.BORN)
    assert "another dispute of A's household" in sentence(born, replace(birth, origin=Origin.COUPLED), society)
    assert "another dispute" not in sentence(born, birth, society)
