"""The list of policies is read without the heavy libraries, so that `--help` stays quick."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_policies_need_neither_numba_nor_mesa_nor_pydantic() -> None:
    """Half a second for `--help` leaves no room for a compiler."""
    code = "import sys, sim.policies; print(sorted({'numba', 'mesa', 'pydantic', 'networkx'} & set(sys.modules)))"
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert run.stdout.strip() == "[]"
