"""`python -m docs.generate`: writes what the pages say of numbers, columns and order from the code that decides them.

In a page, what stands between `<!-- generated: NAME -->` and `<!-- end -->` is written here and by nobody else. A test
(`tests/docs`) fails where a page is older than the code. The words around the tables are written by people.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from docs.tables import (
    columns,
    day,
    governing,
    grades,
    groups,
    kinds,
    machine,
    parameters,
    results,
    sources,
    targets,
    types,
    waiting,
)

DOCS: Final = Path(__file__).parent
PAGES: Final = ("model.md", "columns.md", "indicators.md")
BLOCK: Final = re.compile(r"(<!-- generated: (?P<name>[^>]+?) -->\n)(?P<old>.*?)(<!-- end -->)", re.DOTALL)


def text_of(name: str) -> str:
    """Return the text of a generated block; KeyError where no such block is known."""
    known: dict[str, Callable[[], str]] = {
        "day": day.table,
        "machine": machine.table,
        "grades": grades.table,
        "sources": sources.table,
        "types": types.table,
        "opponents": types.opponents,
        "departments": types.departments,
        "waiting": waiting.table,
        "target_kinds": targets.kinds,
        "targets": targets.table,
        "groups": groups.table,
        "measures": groups.measures,
        "governing": governing.table,
        "indicators": results.table,
        "kinds": kinds.table,
    }
    kind, _, which = name.partition(" ")
    if kind == "parameters":
        return parameters.table(which)
    if kind == "columns":
        return columns.table(which)
    return known[name]()


def renewed(page: str) -> str:
    """Return a page with every generated block written anew."""

    def write(block: re.Match[str]) -> str:
        return f"{block[1]}\n{text_of(block['name'])}\n\n{block[4]}"

    return BLOCK.sub(write, page)


def main() -> None:
    """Write every page anew and name those that changed."""
    for name in PAGES:
        path = DOCS / name
        old = path.read_text("utf-8")
        new = renewed(old)
        if new != old:
            path.write_text(new, "utf-8")
            sys.stdout.write(f"{name}: written anew\n")


if __name__ == "__main__":
    main()
