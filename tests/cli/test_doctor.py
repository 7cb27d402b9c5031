"""Claims about `doctor`: it tells what is missing, and its report can be shown to anybody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.cli.app import main
from sim.cli.doctor import NEEDED


def report(capfd: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    main(["doctor", "--json"])
    said: list[dict[str, str]] = json.loads(capfd.readouterr().out)
    return said


def test_a_sound_installation_is_told_so(capfd: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 is what a script asks for."""
    assert main(["doctor"]) == 0
    said = capfd.readouterr().out
    assert all(name in said for name in NEEDED)


def test_no_private_path_stands_in_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Reports are pasted into public issues; a home folder holds a person's name."""
    home = tmp_path / "zhang-san"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("FENGQIAO_CACHE_DIR", str(home / "cache"))
    monkeypatch.chdir(home)
    said = json.dumps(report(capfd))
    assert "zhang-san" not in said
    assert str(tmp_path) not in said
    assert str(Path(__file__).parents[2]) not in said


def test_what_is_missing_is_a_fault(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an installation works until the one command that needs the other half."""
    monkeypatch.setattr("sim.cli.doctor.NEEDED", ("a-package-that-nobody-has",))
    assert main(["doctor", "--json"]) == 1
    found = [one for one in json.loads(capfd.readouterr().out) if one["what"] == "a-package-that-nobody-has"]
    assert [one["state"] for one in found] == ["fault"]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="/proc is a Linux notion")
def test_a_cache_that_cannot_be_written_is_noted(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs half a minute at every start, and nobody knows why."""
    monkeypatch.setenv("FENGQIAO_CACHE_DIR", "/proc/fengqiao")
    found = {one["what"]: one["state"] for one in report(capfd)}
    assert found["cache folder"] == "note"


def test_the_cache_that_is_looked_at_is_the_users_own(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Kernels make do with a temporary folder where theirs cannot be written; that one is always writable."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("FENGQIAO_CACHE_DIR", str(tmp_path / "file"))
    states = {one["what"]: one["state"] for one in report(capfd)}
    assert states["cache folder"] == "note"
