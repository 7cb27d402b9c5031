"""Which file may import what, where import-linter cannot see it: outside libraries, kernels' constants, the twin."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from sim.jit.cache import HASHED_SOURCES
from tests.lint.kernels import Fault

ONE_DOOR = {"numba": "jit", "llvmlite": "jit", "mesa": "agents", "matplotlib": "figures", "duckdb": "records"}
"""Outside library to the one folder of `sim/` that may import it. (The twin is plain Mesa, and says so.)"""

PURE = ("sim.draws", "sim.world", "sim.engine", "sim.levers", "sim.policies", "sim.records", "random")
"""What `sim/rules` may not import: rules are functions of numbers; luck and places are handed to them."""

TWIN_MAY_NOT = ("sim.engine", "sim.agents", "sim.records", "sim.analysis", "sim.figures", "sim.studies")
"""What the readable twin may not share with the engine it certifies."""


COMPILERS = ("sim.jit.njit", "sim.jit.inner")


def faults_in(text: str, name: str, folder: str) -> list[Fault]:
    """Return the border faults of one source; `folder` is its first part below `sim/`, or "tests/twin"."""
    return [Fault(place=f"{name}:{n}", rule=rule) for n, rule in sorted(set(_breaches(ast.parse(text), folder)))]


def faults_of(root: Path) -> list[Fault]:
    """Return the border faults of the whole tree below the project's folder `root`."""
    found = []
    for path in sorted((root / "sim").rglob("*.py")):
        folder = path.relative_to(root / "sim").parts[0]
        found += faults_in(path.read_text("utf-8"), str(path.relative_to(root)), folder)
    for path in sorted((root / "tests" / "twin").rglob("*.py")):
        if not path.name.startswith("test_"):  # a test of the twin holds the engine beside it
            found += faults_in(path.read_text("utf-8"), str(path.relative_to(root)), "tests/twin")
    return found


def _breaches(tree: ast.Module, folder: str) -> Iterator[tuple[int, str]]:
    imports = [(module, line) for module, line in _imports(tree)]
    for module, line in imports:
        door = ONE_DOOR.get(module.partition(".")[0])
        if door and folder not in (door, "tests/twin"):
            yield line, f"{module} may be imported by sim/{door}/ only"
        if folder == "rules" and module.startswith(PURE):
            yield line, f"a rule may not import {module}: it is a function of numbers"
        if folder == "tests/twin" and module.startswith(TWIN_MAY_NOT):
            yield line, f"the twin may not import {module}: it would certify the engine with the engine"
    yield from _unhashed(imports, folder)


def _unhashed(imports: list[tuple[str, int]], folder: str) -> Iterator[tuple[int, str]]:
    """Numba does not see edits of imported kernels and constants: the cache folder's hash must cover them."""
    hashed = {part.removesuffix(".py") for part in HASHED_SOURCES}
    if folder == "tests/twin" or not any(module in (*COMPILERS, "sim.jit.record_class") for module, _ in imports):
        return
    if folder.removesuffix(".py") not in hashed:
        yield 1, f"kernels may not live in sim/{folder}: sim.jit.cache.HASHED_SOURCES does not cover it"
    if not any(module in COMPILERS for module, _ in imports):
        return  # a record's accessors carry their own hash
    for module, line in imports:
        below = module.split(".")
        if below[0] == "sim" and below[1] not in hashed | {"errors"}:
            yield line, f"a file with kernels may not import {module}: sim.jit.cache.HASHED_SOURCES does not cover it"


def _imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield each imported module or `module.name`, except what stands under `if TYPE_CHECKING`."""
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
