"""Claims about the page of evidence: each command that it shows is there, each page of its folder has its place on it.

Commands of `fengqiao` are tried by `tests/docs/test_commands.py`, links by `test_links.py`.
"""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "evidence"
PAGE = (FOLDER / "README.md").read_text("utf-8")
SPANS = re.findall(r"`([^`\n]+)`", PAGE)
RUN = [span for span in SPANS if span.startswith(".venv/bin/")]
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| claim")]


def check(command: str) -> None:
    """Raise AssertionError where a command of the page could not be run."""
    words = shlex.split(command)
    if words[0].endswith("/pytest"):
        paths = [word for word in words[1:] if word.startswith("tests/")]
        assert paths, command
        for path in paths:
            assert (ROOT / path).exists(), f"{command}: no {path}"
    elif words[0].endswith("/python"):
        assert words[1] == "-m", command
        assert importlib.util.find_spec(words[2]) is not None, f"{command}: no module {words[2]}"
    else:
        assert words[0].endswith("/pip"), command


@pytest.mark.parametrize("command", sorted(set(RUN)))
def test_a_command_of_the_page_is_there(command: str) -> None:
    """A sceptic tries the first one; where it fails nothing else is read."""
    check(command)


@pytest.mark.parametrize(
    "command", [".venv/bin/pytest tests/nowhere.py", ".venv/bin/python -m benchmarks.nothing", ".venv/bin/pytest -q"]
)
def test_a_missing_command_is_noticed(command: str) -> None:
    """The check must be able to fail."""
    with pytest.raises(AssertionError):
        check(command)


@pytest.mark.parametrize("row", ROWS)
def test_every_claim_has_its_command(row: str) -> None:
    """A claim without one is an opinion."""
    _, command, _, _ = (cell.strip() for cell in row.strip("|").split(" | "))
    assert command.startswith(("`.venv/bin/", "`fengqiao ")), row


@pytest.mark.parametrize("page", sorted(path.name for path in FOLDER.glob("*.md") if path.name != "README.md"))
def test_every_page_of_evidence_stands_there(page: str) -> None:
    """What was measured and cannot be found was not measured."""
    assert f"({page})" in PAGE


def test_the_page_says_what_is_not_shown() -> None:
    """Evidence without its limits is advertising."""
    assert PAGE.count("\n- **") > 8
    assert "## What is not shown" in PAGE
