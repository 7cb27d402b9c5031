"""What the program and its pages say keeps the standing of the model: no forecast, no label for people, no machine."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Final

import pytest

from tests.docs.pages import READMES, markdown, texts, without_code

LABELS_FOR_PEOPLE: Final = ("维稳对象", "重点人员", "缠访", "闹访", "刁民", "serial petitioner", "troublemaker")
FORECASTS: Final = re.compile(r"预测|预言|\bpredict(?:s|ed|ion|ions|ive)?\b|\bwill\b", re.IGNORECASE)
QUOTED: Final = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|‘[^’\n]*’|「[^」\n]*」")
NAMED_AS_FORBIDDEN: Final = re.compile(r"never \"will\", \"predict\" or 预测")
"""The one sentence that names the words in order to forbid them."""

MACHINE_PATH: Final = re.compile(r"(?<![\w.<~/-])/(?:work|home|root|Users|mnt|tmp|var|opt|private)/\w")
REGISTRY: Final = re.compile(
    r"(?:pypi|pythonhosted|anaconda|npmjs|crates|docker|ghcr|quay|aliyun|tsinghua|ustc|huaweicloud|artifactory|nexus)"
    r"[\w.-]*\.(?:org|com|io|cn|edu\.cn|net)\b|index[-_]url|\b\d{1,3}(?:\.\d{1,3}){3}:\d+",
    re.IGNORECASE,
)

FILES: Final = {name: text for name, text in texts().items() if not name.startswith("tests/")}


def forecasts_in(text: str) -> list[str]:
    """Return the words of forecast that stand in running text, outside code and quotation marks."""
    return FORECASTS.findall(QUOTED.sub("", NAMED_AS_FORBIDDEN.sub("", without_code(text))))


def strings(source: str) -> Iterator[str]:
    """Yield every string of a Python file that may be shown to somebody: all but docstrings."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def shown() -> dict[str, list[str]]:
    """Return file to texts that a user may see: strings of the package, values of the scenarios."""
    found = {name: list(strings(text)) for name, text in FILES.items() if re.match(r"sim/.*\.py$", name)}
    for name, text in FILES.items():
        if re.match(r"scenarios/.*\.toml$", name):
            found[name] = [str(tomllib.loads(text))]
    return found


@pytest.mark.parametrize("name", sorted(markdown()))
def test_no_page_forecasts(name: str) -> None:
    """Results are conditional comparisons; one sentence that says what is to come undoes every caveat."""
    if not name.startswith("tests/"):
        assert forecasts_in(FILES[name]) == []


def test_nothing_that_is_shown_forecasts_or_labels_people() -> None:
    """Catalogues of texts reach people who never read a page of documentation."""
    found = []
    for name, pieces in shown().items():
        for piece in pieces:
            found += [f"{name}: {word} in {piece!r}" for word in forecasts_in(piece)]
            found += [f"{name}: {word} in {piece!r}" for word in LABELS_FOR_PEOPLE if word in piece.lower()]
    assert not found, "\n".join(found)


def test_no_page_labels_people() -> None:
    """A word for a kind of person who complains is a verdict; the model passes none."""
    for name, text in markdown().items():
        assert [word for word in LABELS_FOR_PEOPLE if word in text.lower()] == [], name


def test_no_file_names_a_machine_or_a_registry() -> None:
    """A path or host of whoever wrote a file helps nobody, and may tell what nobody should know."""
    found = []
    for name, text in texts().items():
        for number, line in enumerate(text.splitlines(), start=1):
            if name != "tests/docs/test_wording.py" and (MACHINE_PATH.search(line) or REGISTRY.search(line)):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", READMES)
def test_the_first_screen_says_what_the_model_is_not(name: str) -> None:
    """Whoever reads only the top must have read what it may not be used for."""
    top = "\n".join(FILES[name].splitlines()[:45])
    needed = {
        "README.md": ("synthetic society", "uncalibrated", "takes no side", "More than half", "assumption"),
        "README.zh.md": ("合成社会", "未标定", "不持立场", "一半以上", "假设"),
    }[name]
    assert [word for word in needed if word not in top] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It will fall.", 1),
        ("以此预测结果", 1),
        ("a prediction", 1),
        ("`will`", 0),
        ('say "will"', 0),
        ("goodwill, unpredictable", 0),
        ("no forecast", 0),
    ],
)
def test_the_guard_sees_what_it_is_there_for(text: str, found: int) -> None:
    """A guard that sees nothing guards nothing; one that sees ghosts is switched off."""
    assert len(forecasts_in(text)) == found


@pytest.mark.parametrize("line", ["see /work/x", "'/home/me/a'", "pip -i https://pypi.org/simple", "--index-url x"])
def test_a_path_or_a_registry_is_seen(line: str) -> None:
    """The same for machines."""
    assert MACHINE_PATH.search(line) or REGISTRY.search(line)
