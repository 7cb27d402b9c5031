"""Line numbers of keys: exact where the key stands, near where it does not, and never fooled by a string."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.library import library_folder
from sim.scenario.locate import KeyPath, line_of

TEXT = '''id = "x"  # one
title = { zh = "测", en = "t" }
note = """
[settle]
tie = 9
"""
[settle]  # header
tie = 0.5
"skill" = 0.1
effort . gain = 3

[[population.totals]]
code = "a"
[[population.totals]]
code = "b"
levels = [
  "village",
]
[types.family.opponents]
kin = 1.0
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 1),
        (("title", "zh"), 2),
        (("settle",), 7),
        (("settle", "tie"), 8),
        (("settle", "skill"), 9),
        (("settle", "effort", "gain"), 10),
        (("settle", "absent"), 7),
        (("population", "totals", 0, "code"), 13),
        (("population", "totals", 1, "code"), 15),
        (("population", "totals", 1, "absent"), 14),
        (("types",), 19),
        (("types", "family", "opponents", "kin"), 20),
        (("absent",), None),
    ],
)
def test_a_key_is_found_in_its_line(path: KeyPath, line: int | None) -> None:
    """A message that points at the wrong line costs more than one without a line."""
    assert line_of(TEXT, path) == line


def paths(table: object, above: KeyPath = ()) -> list[KeyPath]:
    """Return the path of every leaf."""
    items = table.items() if isinstance(table, dict) else enumerate(table) if isinstance(table, list) else ()
    found = [path for key, value in items for path in paths(value, (*above, key))]
    return found or [above]


@pytest.mark.parametrize("name", ["base", "zhuji", "shaoxing"])
def test_every_value_of_the_library_is_found(name: str) -> None:
    """Real files hold inline tables, comments and lists; the line must at least hold the key's first words."""
    text = (library_folder() / f"{name}.toml").read_text(encoding="utf-8")
    for path in paths(tomllib.loads(text)):
        line = line_of(text, path)
        assert line is not None, path
        words = [part for part in path if isinstance(part, str)]
        assert any(word in text.split("\n")[line - 1] for word in words), path


@given(st.text(max_size=60), st.lists(st.text(max_size=5), max_size=4))
def test_no_text_makes_it_fail(text: str, path: list[str]) -> None:
    """It runs while an error is being worded; a crash there would hide the user's own mistake."""
    line = line_of(text, tuple(path))
    assert line is None or 1 <= line <= text.count("\n") + 1
