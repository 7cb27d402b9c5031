"""Claims about `fengqiao indicators`: pairs, checks, what waits, groups, and that it fits any console."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sim.cli.app import main
from tests.cli.test_compare import AT_ONCE, squeezed


def told(words: list[str], capfd: pytest.CaptureFixture[str]) -> str:
    assert main(["indicators", *words]) == 0
    return capfd.readouterr().out


def document(words: list[str], capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told([*words, "--json"], capfd))
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_stands_there_with_its_standing(
    lang: str, compared: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A table beside official figures is what gets quoted: it says what it is, in the reader's language."""
    monkeypatch.setenv("COLUMNS", "160")
    text = squeezed(told([str(compared), "--lang", lang], capfd))
    at = 0 if lang == "zh" else 1
    for words in (
        ("未标定", "uncalibrated"), ("人民调解账面成功率", "people'smediation,reportedsuccess"),
        ("核对：", "check:"), ("尚不可算", "notyet"), ("热线", "hotline"), ("外来与本地", "migrantorlocal"),
        ("模型内的调查员", "Thesurveyorinsidethemodel"),
    ):  # fmt: skip
        assert words[at] in text
    for number in range(1, 26):
        assert f"#{number}" in text


def test_the_books_stand_beside_what_happened(compared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Row 7 alone is the figure that this model exists to question."""
    rows = {row["key"]: row for row in document([str(compared)], capfd)["targets"]}
    for row in rows.values():
        if row["kind"] == "R":
            assert row["figure"] is None
            assert row["waits"] or set(row["pair"]) == {"reported", "true"}
    text = squeezed(told([str(compared)], capfd))
    assert text.count("books") >= 4
    assert text.count("books") == text.count("|model")


def test_a_comparison_gives_its_baseline_over_all_seeds(compared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Its ledgers are kept of one seed only; its figures of all."""
    found = document([str(compared)], capfd)
    assert found["arm"]["spec"] == "baseline"
    assert found["seeds"] == [1, 2, 3]
    assert {row["key"]: row for row in found["targets"]}["4"]["figure"]["n"] == 3


def test_a_run_without_its_ledgers_is_run_again(compared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Only the first seed keeps them, to save room; the figures are the same however they are come by."""
    run = compared / "runs" / "1-keep_in_village" / "seed-2"
    found = document([str(run)], capfd)
    assert found["seeds"] == [2]
    text = told([str(run)], capfd)
    assert "This run is under the arm" in text
    assert "One seed" in text


def test_an_altered_result_is_refused(compared: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Figures beside official ones must be the run's own."""
    copy = Path(shutil.copytree(compared, tmp_path / "copy"))
    path = copy / "results.json"
    path.write_text(path.read_text("utf-8").replace('"verdict": "outside"', '"verdict": "inside"'), "utf-8")
    assert main(["indicators", str(copy)]) == 2
    assert "altered content" in capfd.readouterr().err


def test_a_scenario_is_run_under_the_baseline_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A look is no result to keep; and too short a history has no figure of four years."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "classroom").mkdir()
    found = document(["classroom", "--seeds", "2", "--workers", "1", *AT_ONCE], capfd)
    assert found["seeds"] == [1, 2]
    rows = {row["key"]: row for row in found["targets"]}
    assert "1460 days" in rows["1"]["waits"]["en"]
    assert rows["1"]["verdict"] == "not computable yet"
    assert [path.name for path in tmp_path.iterdir()] == ["classroom"]
    assert not list((tmp_path / "classroom").iterdir())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", ["80", "100", "160"])
def test_tables_fit_any_console(
    width: str, lang: str, compared: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A row that wraps at the console's edge cannot be read; Chinese signs are two columns wide."""
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", width)
    lines = told([str(compared), "--lang", lang], capfd).splitlines()
    assert max(map(cell_len, lines)) <= int(width)


def test_days_of_the_books_are_told_in_days() -> None:
    """A mean of 14.36 days was printed as 1436 %: every pair was taken for shares."""
    from sim.cli.indicator_table import _model

    half = {"mean": 14.36, "low": 14.0, "high": 14.7, "n": 3}
    told = _model({"unit": "days"}, {"pair": {"reported": half, "true": half}})
    assert "14.4" in told
    assert "%" not in told
    assert "1436%" in _model({"unit": "share"}, {"pair": {"reported": half, "true": half}})
