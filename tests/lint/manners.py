"""What every file owes its reader: a first line that says what it decides, and, in tests, a claim with its reason."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.lint.kernels import Fault, is_kernel

VAGUE = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "base_utils"}
"""File names that say nothing."""


def faults_in(text: str, name: str, *, is_test: bool) -> list[Fault]:
    """Return the faults of one source."""
    tree = ast.parse(text)
    found = []
    doc = ast.get_docstring(tree)
    if not doc or not isinstance(tree.body[0], ast.Expr) or tree.body[0].lineno != 1:
        found.append(Fault(place=f"{name}:1", rule="line 1 must be a docstring that says what this file decides"))
    if Path(name).stem.lower() in VAGUE:
        found.append(Fault(place=f"{name}:1", rule="name the file by what it decides"))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        place = f"{name}:{function.lineno}"
        if is_test and function.name.startswith("test_") and not ast.get_docstring(function):
            found.append(Fault(place=place, rule=f"{function.name} must say in a docstring why its claim matters"))
        if not is_test and not is_kernel(function) and not _is_annotated(function):
            found.append(
                Fault(place=place, rule=f"{function.name} is no kernel: annotate every argument and the result")
            )
    return found


def _is_annotated(function: ast.FunctionDef) -> bool:
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    needed = [argument for argument in every if argument.arg not in ("self", "cls")]
    return function.returns is not None and all(argument.annotation for argument in needed)


def faults_of(root: Path) -> list[Fault]:
    """Return the faults of every Python file of the project below `root`."""
    found = []
    for folder in ("sim", "tests", "benchmarks", "experiments"):
        for path in sorted((root / folder).rglob("*.py")):
            place = str(path.relative_to(root))
            found += faults_in(path.read_text("utf-8"), place, is_test=folder == "tests")
    return found
