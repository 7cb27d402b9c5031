"""What `docs/mesa.md` shows is run, from top to bottom, and its table names every column."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

from sim.agents import Mediator, Official, Resident

PAGE = (Path(__file__).parents[2] / "docs" / "mesa.md").read_text(encoding="utf-8")


def _run(block: str, names: dict[str, Any]) -> int:
    """Run a block statement by statement; compare what stands behind an arrow. Returns the number of comparisons."""
    compared = 0
    lines = block.splitlines()
    for statement in ast.parse(block).body:
        _, arrow, answer = lines[(statement.end_lineno or 0) - 1].partition("  # → ")
        if isinstance(statement, ast.Expr):
            value = eval(compile(ast.Expression(statement.value), "docs/mesa.md", "eval"), names)  # noqa: S307 - our page
            assert not arrow or repr(value) == answer, ast.unparse(statement)
            compared += bool(arrow)
        else:
            exec(compile(ast.Module([statement], []), "docs/mesa.md", "exec"), names)  # noqa: S102 - our page
    return compared


def test_the_page_runs_from_top_to_bottom() -> None:
    """A newcomer types it line by line; the first error is where he leaves."""
    names: dict[str, Any] = {"__name__": "notebook"}
    blocks = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    assert sum(_run(block, names) for block in blocks) == PAGE.count("  # → ") > 10


def test_the_table_names_every_column() -> None:
    """A table by hand forgets; this one may not."""
    rows = {line.split("|")[1].strip(): line for line in PAGE.splitlines() if line.startswith("| ")}
    for kind in (Resident, Mediator, Official):
        told = set(re.findall(r"`(\w+)`", rows[f"`{kind.__name__}`"] + rows["all"])) - {kind.__name__}
        assert told == {*kind.columns(), "unique_id"}
