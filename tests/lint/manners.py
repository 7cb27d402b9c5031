"""What every file owes its reader: a first line that says what it decides, and, in tests, a claim with its reason."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.lint.kernels import Fault

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
    tests = [n for n in ast.walk(tree) if is_test and isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
    for test in tests:
        if not ast.get_docstring(test):
            rule = f"{test.name} must say in a docstring why its claim matters"
            found.append(Fault(place=f"{name}:{test.lineno}", rule=rule))
    return found


def faults_of(root: Path) -> list[Fault]:
    """Return the faults of every Python file of the project below `root`."""
    found = []
    for folder in ("sim", "tests", "benchmarks", "experiments"):
        for path in sorted((root / folder).rglob("*.py")):
            place = str(path.relative_to(root))
            found += faults_in(path.read_text("utf-8"), place, is_test=folder == "tests")
    return found
