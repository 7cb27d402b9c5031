"""Claims about what `compare` and `run` show: the books never alone, spill with its shares, always its standing."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from sim.analysis import Comparison
from sim.cli.app import main
from sim.cli.language import speak
from sim.cli.result_rows import network, result_rows
from sim.cli.result_table import show_result
from sim.studies.standing import DIAGNOSTIC, STANDING

AT_ONCE = ["--set", "time.burn_in=0", "--set", "time.burn_in_max=0"]


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Draw nothing, and remember what was asked for: pictures take seconds and have tests of their own."""
    asked: list[dict[str, Any]] = []

    def draw(result: Comparison, out_dir: Path, **more: Any) -> list[Path]:
        asked.append({"result": result, "out_dir": out_dir, **more})
        return [out_dir / "waterline.svg"]

    monkeypatch.setattr("sim.figures.draw_comparison", draw)
    return asked


@pytest.fixture(scope="module")
def result(compared: Path) -> Comparison:
    return Comparison.from_json(json.loads((compared / "results.json").read_text("utf-8")))


def shown(result: Comparison, width: int = 100, lang: str = "en") -> str:
    speak(lang)
    text = io.StringIO()
    show_result(Console(width=width, file=text, highlight=False), result)
    return text.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_result_says_what_it_is(result: Comparison, lang: str) -> None:
    """A number that is quoted without its standing becomes a statement about a real county."""
    at = 0 if lang == "zh" else 1
    text = squeezed(shown(result, lang=lang))
    assert squeezed(STANDING[at]) in text
    assert ("未标定", "uncalibrated")[at] in text
    assert ("合成", "synthetic")[at] in text
    assert squeezed(DIAGNOSTIC[at]) in text
    assert ("[诊断性]", "[diagnostic]")[at] in text


def test_the_books_stand_beside_what_happened(result: Comparison) -> None:
    """账面 without 实质 is the figure that this model exists to question."""
    speak("en")
    arms = result.arms
    rows = result_rows(result, arms)
    start = next(at for at, row in enumerate(rows) if row.label.startswith("Success"))
    block = [row for row in rows[start + 1 :] if row.depth > 0][:5]
    assert all(cell.count("|") == 1 for row in block for cell in row.cells)
    pair = network(result, arms[0])
    assert pair["reported"] is not None
    assert pair["true"] is not None
    assert f"{100 * pair['reported']:.0f}% | {100 * pair['true']:.0f}%" == block[0].cells[0]


def test_a_change_of_spill_is_told_with_what_it_became(result: Comparison) -> None:
    """Less spill is no success until it is known where it went."""
    said = result.to_json()
    spill = said["spill"]["keep_in_village"]
    spill |= {"shares": {"resolve": 0.25, "hide": 0.5, "moved": 0.25}, "told_from_zero": True}
    spill["change"]["headline"] |= {"mean": -0.5, "low": -0.6, "high": -0.4}
    text = " ".join(shown(Comparison.from_json(said)).split())
    assert "spill falls by 0.50 per 1,000 adult-years" in text
    assert "25% was resolved, 50% hidden" in text
    spill["shares"] = {"resolve": 2.0, "hide": -0.9, "moved": -0.1}
    text = " ".join(shown(Comparison.from_json(said)).split())
    assert "For 100 root families fewer that spill: +200 resolved, -90 hidden, -10 in court" in text
    spill["change"]["headline"] |= {"mean": 0.5}
    text = " ".join(shown(Comparison.from_json(said)).split())
    assert "For 100 root families more that spill: -200 resolved, +90 hidden, +10 in court" in text


def test_what_cannot_be_told_is_not_told(result: Comparison) -> None:
    """Shares of a change that is noise are noise twice."""
    said: dict[str, Any] = result.to_json()
    assert said["spill"]["petition_quota(exposure=0.3)"]["shares"] is None
    text = " ".join(shown(result).split())
    assert "cannot be told from none. Change in root families (mean per seed):" in text
    assert "not told" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_index_stands_under_its_components(result: Comparison, lang: str) -> None:
    """With weight and direction of each; harm is shown and has no place in the ranking."""
    speak(lang)
    found = result_rows(result, result.arms)
    title = ("治理指数的各组成（权重）", "Governance index: components (weight)")[lang == "en"]
    start = next(at for at, row in enumerate(found) if row.label == title)
    block = found[start + 1 :]
    assert len(block) == 10
    assert all("↑" in row.label or "↓" in row.label for row in block[:7])
    assert all(row.cells[2] != "" for row in block[:7])
    assert [row.cells[2] for row in block[7:]] == ["–", "", "–"]
    assert [row.cells[0] for row in block[8:9]] == [""]  # the baseline has no change
    assert all(cell.endswith("%") for cell in block[9].cells[:2])
    text = squeezed(shown(result, lang=lang))
    assert ("诊断性方案没有指数，不参与排序", "Diagnosticarmshavenoindexandareneverranked")[lang == "en"] in text


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_tables_fit_any_console(result: Comparison, width: int) -> None:
    """A table that wraps in the middle of a row cannot be read; more arms make more tables."""
    text = shown(result, width=width)
    assert max(len(line) for line in text.splitlines()) <= max(width, 78)
    assert text.count("Spill per 1,000") == (1 if width >= 98 else 2)


def test_one_seed_is_said_to_be_one(result: Comparison, compared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A single run looks as exact as six."""
    assert main(["run", "classroom", "--policy", "keep_in_village", *AT_ONCE, "--out", str(compared / "one")]) == 0
    said = capfd.readouterr().out
    assert "One seed: no intervals" in said
    assert "uncalibrated" in said
    assert "digest of the history" in said
    assert "change against" not in said


def test_json_is_the_whole_result_and_nothing_else(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A notebook or a script reads it from a pipe."""
    words = ["compare", "classroom", "--policies", "keep_in_village", "--seeds", "2", "--workers", "1", *AT_ONCE]
    assert main([*words, "--out", str(tmp_path / "out"), "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    assert said["uncalibrated"] is True
    assert said["folder"] == str(tmp_path / "out")
    stored = json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))
    assert {key: value for key, value in said.items() if key != "folder"} == stored


def test_results_go_to_a_folder_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to think of a name, and no result is overwritten."""
    monkeypatch.chdir(tmp_path)
    words = ["compare", "classroom", "--policies", "baseline", "--seeds", "1", *AT_ONCE]
    assert main(words) == 0
    assert main(words) == 0
    assert sorted(path.name for path in (tmp_path / "runs").iterdir()) == ["classroom-compare-1", "classroom-compare-2"]


def test_pictures_are_drawn_of_what_was_run(
    tmp_path: Path, drawn: list[dict[str, Any]], capfd: pytest.CaptureFixture[str]
) -> None:
    """In the reader's language, beside the results, with the thread of the quarrel that `explain` tells."""
    words = ["compare", "classroom", "--policies", "keep_in_village", "--seeds", "1", *AT_ONCE, "--lang", "zh"]
    assert main([*words, "--out", str(tmp_path / "out")]) == 0
    assert f"{tmp_path / 'out' / 'figures'}：waterline" in capfd.readouterr().out
    assert [(one["out_dir"], one["lang"]) for one in drawn] == [(tmp_path / "out" / "figures", ("zh",))]
    assert [career.arm for career in drawn[0]["careers"]] == ["baseline", "keep_in_village"]


def test_without_the_drawing_library_there_are_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Numbers do not need pictures; one line says how to get them."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "matplotlib" else object())
    words = ["compare", "classroom", "--policies", "baseline", "--seeds", "1", *AT_ONCE]
    assert main([*words, "--out", str(tmp_path / "out")]) == 0
    said = capfd.readouterr()
    assert "fengqiao[figures]" in said.err
    assert "Pictures" not in said.out


def test_a_users_own_tree_needs_no_code(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Another county is a CSV and ten lines of TOML."""
    (tmp_path / "places.csv").write_text(
        "code,name,level,parent,population\nX,县,county,,\nX1,镇,town,X,\nX11,甲村,village,X1,700\n"
        "X12,乙村,village,X1,900\n",
        encoding="gb18030",
    )
    (tmp_path / "mine.toml").write_text(
        'extends = "base"\ntitle = { zh = "我的县", en = "My county" }\nplaces = "places.csv"\nroot = "X"\n'
        'levels = ["village", "town", "county"]\n',
        encoding="utf-8",
    )
    words = ["compare", str(tmp_path / "mine.toml"), "--policies", "keep_in_village", "--seeds", "1", *AT_ONCE]
    assert main([*words, "--out", str(tmp_path / "out"), "--lang", "zh"]) == 0
    assert "我的县" in capfd.readouterr().out


@pytest.mark.parametrize("place", ["file", "/proc/fengqiao"])
def test_a_place_that_cannot_be_written_is_told_before_the_work(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """After an hour of computing it would be too late."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    monkeypatch.setattr("sim.studies.comparison.settle", lambda *_, **__: pytest.fail("it began to work"))
    assert main(["compare", "classroom", "--out", place]) == 2
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "writable" in said
