"""The order of a day, read from the code that runs it: `begin_day`, `run_days`, `end_day` in `sim/engine/day.py`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import sim
from docs.tables.markdown import markdown
from sim.names import Phase

PACKAGE: Final = Path(sim.__file__).parent
PARTS: Final = ("begin_day", "run_days", "end_day")
WITHIN: Final = "within the phase before: each case's outcome follows its session"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One call of the loop: its phase, its function and the file it lives in."""

    phase: Phase
    function: str
    module: str


def steps() -> tuple[Step, ...]:
    """Return the calls of the loop in the order of the code. A call belongs to the phase that counts its touches."""
    tree = ast.parse((PACKAGE / "engine" / "day.py").read_text("utf-8"))
    homes = {
        alias.name: node.module
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("sim.engine.")
        for alias in node.names
    }
    parts = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in PARTS}
    found: list[Step] = []
    waiting: list[str] = []
    for statement in (one for part in PARTS for one in _statements(parts[part])):
        waiting += [name for name in _called(statement) if name in homes]
        number = _counted_phase(statement)
        if number is not None:
            found += [Step(phase=Phase(number), function=name, module=homes[name]) for name in waiting]
            waiting = []
    if waiting or not found:
        raise ValueError(
            f"{PARTS} call {waiting or 'nothing'} outside any phase: docs/tables/day.py no longer reads it"
        )
    return tuple(found)


def table() -> str:
    """Return phase, step and what the step's file says that it decides."""
    lines = []
    for phase in Phase:
        own = [step for step in steps() if step.phase == phase]
        name = f"{int(phase)} {phase.name.lower()}"
        if not own:
            lines.append([name, "", WITHIN])
        for step in own:
            place = f"`{step.module.removeprefix('sim.').replace('.', '/')}.py`: `{step.function}`"
            lines.append([name, place, _decides(step)])
            name = ""
    return markdown(["phase", "step", "what its file decides"], lines)


def _statements(node: ast.AST) -> Iterator[ast.stmt]:
    """Yield the simple statements below a node in the order of the lines."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If | ast.While | ast.For):
            yield from _statements(child)
        elif isinstance(child, ast.stmt):
            yield child


def _called(statement: ast.stmt) -> list[str]:
    calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)]
    return [call.func.id for call in calls if isinstance(call.func, ast.Name)]


def _counted_phase(statement: ast.stmt) -> int | None:
    """Return N of `st.touch[N] += ...`."""
    if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Subscript):
        target = statement.target
        if isinstance(target.value, ast.Attribute) and target.value.attr == "touch":
            return int(ast.literal_eval(target.slice))
    return None


def _decides(step: Step) -> str:
    """Return the first line of the step's file, which says what it decides."""
    path = PACKAGE.parent / Path(*step.module.split(".")).with_suffix(".py")
    line = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]
    return re.sub(r"^Phases? [0-9-]+: ", "", line).strip()
