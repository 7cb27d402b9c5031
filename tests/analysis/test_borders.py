"""Analysis reads records and nothing below them, and reading records costs no compiler."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BELOW = ("sim.analysis", "sim.records", "sim.names", "sim.errors")


def test_analysis_knows_records_only() -> None:
    """An indicator that looks into the engine sees what a stored run does not hold, and cannot be worked out again."""
    for path in sorted((ROOT / "sim" / "analysis").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sim"):
                assert (node.module or "").startswith(BELOW), f"{path.name} imports {node.module}"


def test_reading_results_loads_no_heavy_library() -> None:
    """`fengqiao --help`, and a look at stored figures, must not wait for compilers or tables of others."""
    heavy = "numba", "mesa", "networkx", "pandas", "duckdb", "scipy", "matplotlib"
    code = f"import sys, sim.analysis, sim.records; print([m for m in {heavy!r} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
