"""A user's own policy: comes through the same door, is kept with its text, and every mistake in it is one line."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from sim.errors import PolicyError
from sim.levers import LeverBook
from sim.policies import parse_arm, parse_arms
from tests.levers.tiny import bits, scenario, seen_on
from tests.policies.every import OWN, WORLD, book_on

HEAD = """
from sim.policies import Facts, Price, Words
from dataclasses import dataclass
import numpy as np

def told(**more):
    given = dict(id="mine", title=Words("我的", "mine"), standing="option", law=Words("无", "none"),
        price=Price(staff_days=1, yuan=0, source="own"), levers=("capacity",),
        good=Words("好", "good"), harm=Words("坏", "bad"))
    return Facts(**{**given, **more})
"""

MINE = (
    HEAD
    + """
class Mine:
    facts = told()

    def patches(self, context):
        BODY
"""
)


def write(folder: Path, text: str, name: str = "mine.py") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def use(path: Path, call: str = "Mine", day: int = 0) -> LeverBook:
    return book_on(day, *parse_arm(f"{path}:{call}").policies)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("return [1 / 0]", r"mine.py:16: a policy's code must run without error, got ZeroDivisionError"),
        ("return [nonsense]", r"mine.py:16: .* NameError"),
        ("raise SystemExit(3)", r"mine.py:16: .* SystemExit"),
        ("return None", "TypeError"),
        ("return [3]", "must yield patches, got int"),
        ("return [context.patch('capasity', 2.0, slot=0)]", r"mine.py:16: .*Did you mean 'capacity'"),
        ("return [context.patch('audit', 0.1)]", "moves only levers that it declares, got 'audit'"),
        ("return [context.patch('capacity', 2.0)]", "slot must be a slot from 0 to 3"),
        ("return [context.patch('capacity', -2.0, slot=0)]", "value must lie in 0 to 100"),
        ("return [context.patch('capacity', float('nan'), slot=0)]", "value must lie in 0 to 100"),
        ("return [context.patch('capacity', 2.0, places=[1, 1], slot=0)]", "places must differ"),
        ("return [context.patch('capacity', 2.0, places=[99], slot=0)]", "IndexError"),
        ("return [context.patch('capacity', 2.0, slot=0, until=500)]", "patches stay within days 10 to 90"),
        ("return [context.patch('capacity', 2.0, slot=0, day=0)]", "patches stay within days 10 to 90"),
        ("context.facts.resident[0] = 5", "read-only"),
        ("context.dose = 2", "FrozenInstanceError"),
    ],
)
def test_a_mistake_in_a_method_is_one_line(tmp_path: Path, body: str, message: str) -> None:
    """A user sees their own file and line, not our stack."""
    path = write(tmp_path, MINE.replace("BODY", body))
    with pytest.raises(PolicyError, match=message) as raised:
        use(path, "Mine(start=10,end=90)", day=10)
    assert raised.value.exit_code == 2
    assert "\n" not in str(raised.value)
    assert str(tmp_path) not in str(raised.value)


def test_what_a_policy_prints_is_a_remark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everybody debugs with print; stdout is for results, which programs read."""
    body = "print('asked'); return [context.patch('capacity', 2.0, slot=0)]"
    use(write(tmp_path, "print('loaded')\n" + MINE.replace("BODY", body)))
    said = capsys.readouterr()
    assert said.out == ""
    assert "loaded" in said.err
    assert "asked" in said.err


@pytest.mark.parametrize(
    ("text", "call", "message"),
    [
        ("class Mine:\n    facts = 3\n", "Mine", r"Mine.facts must be a Facts"),
        ("class Mine\n", "Mine", r"mine.py:1: .* SyntaxError"),
        ("\n\nimport nowhere_to_be_found\n", "Mine", r"mine.py:3: .* ModuleNotFoundError"),
        (HEAD + "class Mine:\n    facts = told(id='keep_in_village')\n", "Mine", "id must not be that of a system"),
        (HEAD + "class Mine:\n    facts = told(standing='best')\n", "Mine", "standing must be one of"),
        (HEAD + "class Mine:\n    facts = told()\n", "Mien", "Did you mean 'Mine'"),
        (HEAD + "class Mine:\n    facts = told()\n", "Facts", "must be a class of the file"),
        (HEAD + "class Mine:\n    facts = told()\n", "Mine(more=2)", "argument must be a known one, got 'more'"),
        (HEAD + "class Mine:\n    facts = told()\n    def __init__(self): 1 / 0\n", "Mine", "ZeroDivisionError"),
    ],
)
def test_a_mistake_in_the_file_is_one_line(tmp_path: Path, text: str, call: str, message: str) -> None:
    """The same for what goes wrong before any policy exists."""
    path = write(tmp_path, text)
    for _ in range(2):  # a failed file must not be half remembered
        with pytest.raises(PolicyError, match=message) as raised:
            parse_arm(f"{path}:{call}")
        assert "\n" not in str(raised.value)


def test_a_missing_or_unreadable_file_is_one_line(tmp_path: Path) -> None:
    """Paths are mistyped more often than anything else."""
    with pytest.raises(PolicyError, match="file must be readable"):
        parse_arm(f"{tmp_path}/gone.py:Mine")
    with pytest.raises(PolicyError, match="followed by its class"):
        parse_arm(f"{tmp_path}/gone.py")
    (tmp_path / "gb.py").write_bytes("# 村".encode("gb18030"))
    with pytest.raises(PolicyError, match="UTF-8"):
        parse_arm(f"{tmp_path}/gb.py:Mine")


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """A run folder keeps sources by file name: one of them would be lost."""
    paths = []
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
        text = MINE.replace("BODY", f"return [context.patch('capacity', {number}.5, slot=0)]")
        paths.append(write(tmp_path / str(number), text))
    with pytest.raises(PolicyError, match=r"two different mine\.py"):
        parse_arms(f"{paths[0]}:Mine(dose=0.5),{paths[1]}:Mine")
    with pytest.raises(PolicyError, match=r"two different mine\.py"):
        parse_arm(f"{paths[0]}:Mine(dose=0.5)+{paths[1]}:Mine")


def test_the_kept_text_is_the_policy_not_the_file(tmp_path: Path) -> None:
    """A re-run from a run folder must not pick up later edits."""
    path = write(tmp_path, MINE.replace("BODY", "return [context.patch('capacity', 2.0, slot=0)]"))
    arm = parse_arm(f"{path}:Mine")
    before = bits(book_on(0, *arm.policies).values)
    path.write_text(MINE.replace("BODY", "return [context.patch('capacity', 3.0, slot=0)]"), encoding="utf-8")
    assert bits(book_on(0, *parse_arm(arm.spec, arm.sources).policies).values) == before
    assert bits(use(path).values) != before
    assert arm.spec == "mine.py:Mine"


def test_it_travels_to_a_fresh_process(tmp_path: Path) -> None:
    """Workers are spawned; the user's file may not even be there."""
    path = write(tmp_path, MINE.replace("BODY", "return [context.patch('capacity', 2.0, slot=0)]"))
    sent = tmp_path / "arm.pickle"
    sent.write_bytes(pickle.dumps(parse_arm(f"{path}:Mine(start=3)")))
    path.unlink()
    code = f"import pickle; print(pickle.load(open({str(sent)!r}, 'rb')).spec)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert run.stdout.strip() == "mine.py:Mine(start=3)"


def test_a_reacting_policy_goes_where_the_books_point() -> None:
    """The example's own promise: most accepted first, and it moves on when the books do."""
    (policy,) = parse_arm(f"{OWN}:RovingMediators(share=0.5)").policies
    book = LeverBook(scenario(), WORLD, (policy,))
    facts = book.facts
    book.apply(0, seen_on(facts, 0, accepted=[0, 9, 0, 0, 1, 0, 0, 0]))
    assert book.values["capacity"][[1, 4], 1].tolist() == [2.0, 1.0]
    assert book.next_change(0) == 30
    book.apply(30, seen_on(facts, 30, accepted=[0, 1, 0, 0, 9, 0, 0, 0]))
    assert book.values["capacity"][[1, 4], 1].tolist() == [1.0, 2.0]
    assert book.memory["p0.roving_mediators.own.visits"].tolist() == [0, 1, 0, 0, 1, 0, 0, 0]


def test_memory_must_keep_its_shape(tmp_path: Path) -> None:
    """A checkpoint has room for what was declared."""
    text = (
        HEAD
        + """
class Mine:
    facts = told(review_days=7)

    def memory(self, context):
        return {"seen": np.zeros(2)}

    def decide(self, context, seen, memory):
        memory["seen"] = np.zeros(3)
        return []
"""
    )
    with pytest.raises(PolicyError, match="memory must keep its names, shapes and types"):
        use(write(tmp_path, text))
