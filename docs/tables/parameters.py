"""The parameters of one section as a table: value in `zhuji`, range, unit, grade, meaning in both languages, source."""

from __future__ import annotations

from functools import cache
from typing import Final

from docs.tables.markdown import markdown, plain
from docs.tables.sources import keys_of
from sim.scenario import Described, describe, load_scenario

SCENARIO: Final = "zhuji"
"""The scenario whose values are shown; another differs in its tree, its totals and a few staff factors."""


@cache
def rows(lang: str) -> tuple[Described, ...]:
    """Return every parameter of the scenario."""
    return describe(load_scenario(SCENARIO), lang)


def sections() -> tuple[str, ...]:
    """Return the sections that hold parameters, in the order of the form; two tables have blocks of their own."""
    found = dict.fromkeys(row.key.partition(".")[0] for row in rows("en"))
    return tuple(section for section in found if section not in ("types", "place_kinds"))


def table(which: str) -> str:
    """Return the table of one section; KeyError where there is none."""
    chinese = {row.key: row.label for row in rows("zh")}
    found = [row for row in rows("en") if row.key.partition(".")[0] == which]
    if not found:
        raise KeyError(which)
    if all(isinstance(row.value, bool) for row in found):
        lines = [[f"`{row.key}`", plain(row.value), f"{row.label} · {chinese[row.key]}"] for row in found]
        return markdown(["switch", "default", "process"], lines)
    head = ["parameter", "value", "range", "unit", "grade", "meaning", "source"]
    return markdown(head, [_cells(row, chinese[row.key]) for row in found])


def _cells(row: Described, chinese: str) -> list[str]:
    limits = "" if row.low is None or row.high is None else f"{plain(row.low)} … {plain(row.high)}"
    meaning = f"{row.label} · {chinese}"
    return [f"`{row.key}`", plain(row.value), limits, row.unit, row.grade, meaning, keys_of(row.source)]
