"""Claims about `fengqiao verify`: what it says of checks that hold, fail, stay undecided or cannot be made."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from sim.cli.app import main
from sim.cli.doctor import OPTIONAL
from sim.cli.texts import TEXTS
from sim.cli.verify_table import odds
from sim.verification import Check, Looked, Part
from sim.verification.check import Room
from tests.cli.test_compare import squeezed

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
Invent = Callable[..., None]


def check(name: str, weight: float, **more: Any) -> Check:
    """A check that sees 1.5 where 2 is expected, at whatever odds."""
    room = name.partition(".")[0]

    def look(size: int) -> Looked:
        sure = Part(what="surely", seen=2.0, expected=2.0, weight=300.0)
        return Looked(size=size, parts=(sure, Part(what="waits", seen=1.5, expected=2.0, weight=weight, unit="days")))

    facts: dict[str, Any] = {
        "name": name, "room": room, "claim": f"A claim of {room}.", "claim_zh": f"关于 {room} 的主张。",
        "formula": "x = 2",
        "source": "Nobody 1999", "power": "halves", "size_of": "people", "size": 100, "most": 400, "slow": 1_000,
        "look": look,
    }  # fmt: skip
    return Check(**(facts | more))


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> Invent:
    """Checks in place of the project's own; nothing is compiled for them."""

    def invent(*made: Check) -> None:
        monkeypatch.setattr("sim.verification.checks", lambda: made)
        monkeypatch.setattr("sim.studies.warm.warm", lambda _: False)

    return invent


@pytest.mark.parametrize(("weight", "code", "word"), [(1.3, 0, "holds"), (-2.0, 1, "FAILS"), (0.4, 1, "undecided")])
def test_the_code_says_whether_all_hold(
    weight: float, code: int, word: str, invented: Invent, capfd: pytest.CaptureFixture[str]
) -> None:
    """A script reads the code; undecided is no pass."""
    invented(check("lines.sure", 5.0), check("chain.this", weight))
    assert main(["verify"]) == code
    said = squeezed(capfd.readouterr().out)
    assert word in said
    assert ("chain.this:" in said) == (code == 1), "what did not hold is told in full"
    assert ("x=2(Nobody1999)" in said) == (code == 1)
    assert ("waits:seen1.5days,expected2days" in said) == (code == 1)


def test_an_undecided_check_has_looked_as_far_as_it_may(invented: Invent, capfd: pytest.CaptureFixture[str]) -> None:
    """The size tells how much was looked at: 100, then 200, then 400."""
    invented(check("lines.this", 0.0))
    assert main(["verify", "--json"]) == 1
    assert json.loads(capfd.readouterr().out)["checks"][0]["size"] == 400
    assert main(["verify", "--json", "--slow"]) == 1
    found = json.loads(capfd.readouterr().out)
    assert (found["slow"], found["checks"][0]["size"]) == (True, 1_000)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_check_without_its_library_is_named_with_what_to_install(
    lang: str, invented: Invent, capfd: pytest.CaptureFixture[str]
) -> None:
    """Skipped is neither a pass nor a failure, and must not be silent."""
    invented(check("lines.other", 5.0, needs=("no_such_library",)), check("lines.this", 5.0))
    assert main(["verify", "--lang", lang]) == 0
    said = squeezed(capfd.readouterr().out)
    assert "lines.other(no_such_library)" in said
    assert 'pipinstall"fengqiao[verify]"' in said
    assert main(["verify", "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert found["counts"] == {"holds": 1, "fails": 0, "undecided": 0, "skipped": 1}
    assert found["install"] == 'pip install "fengqiao[verify]"'
    assert found["checks"][0]["missing"] == ["no_such_library"]


def test_one_room_may_be_asked_for_and_only_one_that_exists(
    invented: Invent, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever changed a rule wants its room, not all of them."""
    invented(check("lines.this", 5.0), check("chain.that", -5.0))
    assert main(["verify", "--room", "lines"]) == 0
    capfd.readouterr()
    assert main(["verify", "--room", "liens"]) == 2
    assert "chain, lines" in capfd.readouterr().err


def test_json_holds_every_part_with_its_odds(invented: Invent, capfd: pytest.CaptureFixture[str]) -> None:
    """A table shows the weakest figure; a program may want all."""
    invented(check("lines.this", 1.5))
    main(["verify", "--json"])
    (found,) = json.loads(capfd.readouterr().out)["checks"]
    assert found["log10_odds"] == 1.5
    assert [part["what"] for part in found["parts"]] == ["surely", "waits"]
    assert found["parts"][1] == {"what": "waits", "seen": 1.5, "expected": 2.0, "unit": "days", "log10_odds": 1.5}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", ["80", "100", "160"])
def test_the_table_fits_any_console(
    width: str, lang: str, invented: Invent, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A row that wraps at the console's edge cannot be read."""
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", width)
    long = "Waits before a forum with one server follow Erlang's law, at any load below one, day by day."
    invented(
        check("lines.this", -250.0, claim=long, claim_zh="等候时间服从爱尔朗定律。" * 8, formula="W = " + "x + " * 40)
    )
    assert main(["verify", "--lang", lang]) == 1
    lines = capfd.readouterr().out.splitlines()
    assert max(map(cell_len, lines)) <= int(width)
    assert ("10^250" in "".join(lines)) == (lang in {"zh", "en"})


@pytest.mark.parametrize(
    ("weight", "said"),
    [(0.0, "1:1"), (1.3, "20:1"), (-0.5, "1:3.2"), (12.2, "10^12:1"), (300.0, "in bounds"), (-300.0, "beyond")],
)
def test_odds_are_said_as_odds(weight: float, said: str) -> None:
    """Logarithms are for programs."""
    assert odds(weight) == said


def test_every_room_has_a_name_in_both_languages() -> None:
    """A new room must be announced to Chinese and English readers."""
    assert {f"verify.room.{room}" for room in get_args(Room)} <= set(TEXTS)


def test_doctor_knows_every_optional_library_and_the_extra_that_brings_it() -> None:
    """An installation hint that names the wrong extra sends people in circles."""
    declared = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    bring = {line.split(">")[0]: extra for extra in ("figures", "export", "verify") for line in declared[extra]}
    assert bring == OPTIONAL
