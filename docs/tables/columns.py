"""The engine's columns by owner, from the one column table."""

from __future__ import annotations

from typing import Final

from docs.tables.markdown import markdown
from sim.engine.columns import COLUMNS

GROUPS: Final = {"world": "shared", "state": "kept", "lever": "policies'", "scratch": "of the day"}
WIDTHS: Final = {1: "", -1: " × level", -2: " × level and court"}


def owners() -> tuple[str, ...]:
    """Return whose columns there are, in the order of the table."""
    return tuple(dict.fromkeys(column.owner for column in COLUMNS))


def table(which: str) -> str:
    """Return the columns of one owner; KeyError where there is none."""
    found = [column for column in COLUMNS if column.owner == which]
    if not found:
        raise KeyError(which)
    lines = []
    for column in found:
        shape = column.axis + WIDTHS.get(column.width, f" × {column.width}")
        start = "" if column.start == 0 else f"{column.start:g}"
        meaning = " · ".join(text for text in (column.en, column.zh) if text)
        lines.append([f"`{column.name}`", column.dtype, shape, column.unit, start, GROUPS[column.group], meaning])
    return markdown(["column", "type", "rows", "unit", "starts at", "lives", "meaning"], lines)
